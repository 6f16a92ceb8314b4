/** Which network, and which of its neurons is copied: the parameters that figures about a landscape share. */
import { activationIds, activations } from '#math/activation/activation';
import type { Schema, Values } from '#state/schema';
import { strings } from '#ui/strings';
import type { LandscapeSpec } from '#workers/messages';
import { paperSpec } from './landscape-data';

const text = strings.landscape.choice;

/** Activations with a second derivative: the others have no saddle line to follow. */
const smoothActivations = activationIds.filter((id) => activations[id].smooth);

export const networkSchema = {
  network: {
    kind: 'choice',
    symbol: '',
    label: text.network.label,
    description: text.network.description,
    options: [
      { id: 'paper', label: text.network.paper },
      { id: 'trained', label: text.network.trained },
    ],
    default: 'paper',
  },
  neuron: {
    kind: 'number',
    symbol: 'k',
    label: text.neuron.label,
    description: text.neuron.description,
    min: 1,
    max: 6,
    default: 1,
    whole: true,
    scale: { type: 'linear', step: 1 },
  },
  act: {
    kind: 'choice',
    symbol: '\\sigma',
    label: text.act.label,
    description: text.act.description,
    options: smoothActivations.map((id) => ({ id, label: activations[id].name })),
    default: 'g',
  },
  hidden: {
    kind: 'number',
    symbol: 'r',
    label: text.hidden.label,
    description: text.hidden.description,
    min: 1,
    max: 6,
    default: 3,
    whole: true,
    scale: { type: 'linear', step: 1 },
  },
  seed: {
    kind: 'number',
    symbol: '',
    label: text.seed.label,
    description: text.seed.description,
    min: 1,
    max: 999,
    default: 1,
    whole: true,
    scale: { type: 'linear', step: 1 },
  },
  grid: {
    kind: 'number',
    symbol: '',
    label: text.grid.label,
    description: text.grid.description,
    min: 4,
    max: 48,
    default: 32,
    whole: true,
    scale: { type: 'linear', step: 1 },
  },
} as const satisfies Schema;

export type NetworkSchema = typeof networkSchema;
export type NetworkValues = Values<NetworkSchema>;

/** Hidden neurons of the network that the values ask for. */
export function widthOf({ network, hidden }: Pick<NetworkValues, 'network' | 'hidden'>): number {
  return network === 'paper' ? 3 : hidden;
}

/** The network that the values ask for. */
export function specOf({ network, neuron, act, hidden, seed, grid }: NetworkValues): LandscapeSpec {
  if (network === 'paper') return paperSpec(Math.min(neuron, 3) - 1);
  const activation = activationIds.find((id) => id === act) ?? 'g';
  return {
    activation,
    width: hidden,
    grid,
    target: { kind: 'rosenbrock' },
    seed,
    neuron: Math.min(neuron, hidden) - 1,
  };
}
