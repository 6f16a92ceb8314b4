/** Which network, and which of its neurons is copied: the parameters that figures about a landscape share. */
import { activationIds, activations } from '#math/activation/activation';
import {
  CENSUS_ACTIVATIONS,
  CENSUS_LIMITS,
  CENSUS_TARGETS,
  type CensusSettings,
} from '#math/census/settings';
import { choiceParameter, numberParameter, type Schema, type Values } from '#state/schema';
import { strings } from '#ui/strings';
import type { LandscapeSpec } from '#workers/messages';
import { paperSpec } from './landscape-data';
import { networkText } from './text';

const text = strings.landscape.choice;
const { dims, widths, samples } = CENSUS_LIMITS;

/** Activations with a second derivative: the others have no saddle line to follow. */
const smoothActivations = activationIds.filter((id) => activations[id].smooth);

export const networkSchema = {
  network: choiceParameter(
    { ...text.network, finite: networkText.finite, channel: networkText.channel },
    ['paper', 'trained', 'finite', 'channel'],
    'paper',
  ),
  neuron: numberParameter(text.neuron, 'k', { min: 1, max: widths, default: 1, whole: true }),
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
  target: choiceParameter(networkText.target, CENSUS_TARGETS, 'gp0.5'),
  run: {
    kind: 'vector',
    symbol: '',
    ...networkText.run,
    min: [1, 1, 0, 1, 1],
    max: [dims, widths, 1, samples, 999_999],
    default: [2, 4, 1, 1000, 1],
  },
} as const satisfies Schema;

export type NetworkSchema = typeof networkSchema;
export type NetworkValues = Values<NetworkSchema>;

/** The network of a census that the values name. */
function censusNetwork({ run, target, act }: NetworkValues): {
  readonly settings: CensusSettings;
  readonly seed: number;
} {
  const [inputs = 2, neurons = 4, biases = 1, count = 1000, seed = 1] = run.map(Math.round);
  const activation = CENSUS_ACTIVATIONS.find((id) => id === act) ?? 'softplus';
  return {
    settings: {
      dims: inputs,
      widths: neurons,
      depth: 1,
      target,
      activation,
      biases: biases === 1,
      inputs: 'normal',
      samples: count,
    },
    seed,
  };
}

/** The values that name a network of a census. */
export function namedNetwork(
  network: 'finite' | 'channel',
  { dims: inputs, widths: neurons, target, activation, biases, samples: count }: CensusSettings,
  seed: number,
): Partial<NetworkValues> {
  return { network, act: activation, target, run: [inputs, neurons, Number(biases), count, seed] };
}

/** Whether the values name a network of a census. */
export function isOfCensus({ network }: Pick<NetworkValues, 'network'>): boolean {
  return network === 'finite' || network === 'channel';
}

/** The network of a census in words. */
export function censusWords(values: NetworkValues): string {
  const { settings, seed } = censusNetwork(values);
  const { name } = activations[settings.activation];
  const target = networkText.target[settings.target];
  return networkText.is(seed, settings.widths, name, settings.dims, settings.biases, target);
}

/** Hidden neurons of the network that the values ask for. */
export function widthOf(values: NetworkValues): number {
  if (isOfCensus(values)) return censusNetwork(values).settings.widths;
  return values.network === 'paper' ? 3 : values.hidden;
}

/** The network that the values ask for. */
export function specOf(values: NetworkValues): LandscapeSpec {
  const { network, act, hidden, seed, grid } = values;
  const neuron = Math.min(values.neuron, widthOf(values)) - 1;
  if (network === 'paper') return paperSpec(neuron);
  if (network === 'trained') {
    const activation = activationIds.find((id) => id === act) ?? 'g';
    return { activation, width: hidden, grid, target: { kind: 'rosenbrock' }, seed, neuron };
  }
  const named = censusNetwork(values);
  const { activation, widths: width } = named.settings;
  const target = { kind: 'census', settings: named.settings, end: network } as const;
  return { activation, width, grid, target, seed: named.seed, ...(network === 'finite' && { neuron }) };
}
