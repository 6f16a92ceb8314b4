/** What a census trains: networks of one setting, which differ by their seed alone. (Paper, Figures 2 and 5.) */
import type { ActivationId } from '#math/activation/activation';

export const CENSUS_TARGETS = ['rosenbrock', 'rosenbrock-shifted', 'gp0.1', 'gp0.5', 'gp2', 'gp10'] as const;
export type CensusTarget = (typeof CENSUS_TARGETS)[number];

/** Independent standard normal coordinates, uniform ones of variance 1, or the 101 x 101 grid of the paper's Figure 2. */
export const CENSUS_INPUTS = ['normal', 'uniform', 'grid101'] as const;
export type CensusInputs = (typeof CENSUS_INPUTS)[number];

/** The activations of the paper's experiments. */
export const CENSUS_ACTIVATIONS = [
  'softplus',
  'erf',
  'tanh',
  'g',
  'relu',
] as const satisfies readonly ActivationId[];
export type CensusActivation = (typeof CENSUS_ACTIVATIONS)[number];

export interface CensusSettings {
  /** Coordinates of an input. */
  readonly dims: number;
  /** Hidden neurons, of each layer. */
  readonly widths: number;
  /** Hidden layers. */
  readonly depth: number;
  readonly target: CensusTarget;
  readonly activation: CensusActivation;
  readonly biases: boolean;
  readonly inputs: CensusInputs;
  /** Of a grid 10,201, whatever is asked. */
  readonly samples: number;
}

/** Largest settings that are trained. */
export const CENSUS_LIMITS = { dims: 16, widths: 16, depth: 3, samples: 2500 } as const;

/** Why these settings cannot be trained. */
export type SettingsProblem =
  | { readonly code: 'range'; readonly name: keyof typeof CENSUS_LIMITS; readonly most: number }
  | { readonly code: 'plane'; readonly name: 'target' | 'inputs' };

/** What is wrong with settings; undefined when they can be trained. */
export function settingsProblem({
  dims,
  widths,
  depth,
  target,
  inputs,
  samples,
}: CensusSettings): SettingsProblem | undefined {
  for (const [name, value] of Object.entries({ dims, widths, depth, samples })) {
    const most = CENSUS_LIMITS[name as keyof typeof CENSUS_LIMITS];
    const isGrid = name === 'samples' && inputs === 'grid101';
    if (!isGrid && !(Number.isInteger(value) && value >= 1 && value <= most))
      return { code: 'range', name: name as keyof typeof CENSUS_LIMITS, most };
  }
  if (dims !== 2 && target.startsWith('rosenbrock')) return { code: 'plane', name: 'target' };
  if (dims !== 2 && inputs === 'grid101') return { code: 'plane', name: 'inputs' };
  return undefined;
}
