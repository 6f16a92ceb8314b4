/** Which network, and which of its neurons is copied: the parameters that figures about a landscape share. */
import { activationIds, activations } from '#math/activation/activation';
import { choiceParameter, numberParameter, type Schema, type Values } from '#state/schema';
import { strings } from '#ui/strings';
import type { LandscapeSpec } from '#workers/messages';
import { paperSpec } from './landscape-data';

const text = strings.landscape.choice;

/** Activations with a second derivative: the others have no saddle line to follow. */
const smoothActivations = activationIds.filter((id) => activations[id].smooth);

export const networkSchema = {
  network: choiceParameter(text.network, ['paper', 'trained'], 'paper'),
  neuron: numberParameter(text.neuron, 'k', { min: 1, max: 6, default: 1, whole: true }),
  act: {
    kind: 'choice',
    symbol: '\\sigma',
    label: text.act.label,
    description: text.act.description,
    options: smoothActivations.map((id) => ({ id, label: activations[id].name })),
    default: 'g',
  },
  hidden: numberParameter(text.hidden, 'r', { min: 1, max: 6, default: 3, whole: true }),
  seed: numberParameter(text.seed, '', { min: 1, max: 999, default: 1, whole: true }),
  grid: numberParameter(text.grid, '', { min: 4, max: 48, default: 32, whole: true }),
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
