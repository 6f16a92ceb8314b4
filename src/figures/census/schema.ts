/** Everything that can be set in the figure `census`, and its named starting points. */

import { presetList } from '#figures/figure';
import { activations } from '#math/activation/activation';
import { CLASSES } from '#math/census/record';
import {
  CENSUS_ACTIVATIONS,
  CENSUS_LIMITS,
  CENSUS_TARGETS,
  type CensusSettings,
} from '#math/census/settings';
import { choiceParameter, numberParameter, type Schema, type Values } from '#state/schema';
import { presetText, text } from './text';

export const censusSchema = {
  target: choiceParameter(text.target, CENSUS_TARGETS, 'gp0.5'),
  act: {
    kind: 'choice',
    symbol: '\\sigma',
    label: text.act.label,
    description: text.act.description,
    options: CENSUS_ACTIVATIONS.map((id) => ({ id, label: activations[id].name })),
    default: 'softplus',
  },
  dims: numberParameter(text.dims, 'd', { min: 2, max: CENSUS_LIMITS.dims, default: 2, whole: true }),
  width: numberParameter(text.width, 'r', { min: 2, max: CENSUS_LIMITS.widths, default: 4, whole: true }),
  depth: numberParameter(text.depth, '', { min: 1, max: CENSUS_LIMITS.depth, default: 1, whole: true }),
  biases: {
    kind: 'flag',
    symbol: '',
    label: text.biases.label,
    description: text.biases.description,
    default: true,
  },
  samples: numberParameter(text.samples, 'N', { min: 100, max: 2000, default: 1000, whole: true, step: 100 }),
  runs: numberParameter(text.runs, '', { min: 10, max: 200, default: 40, whole: true, step: 10 }),
  seed: numberParameter(text.seed, '', { min: 1, max: 9999, default: 101, whole: true }),
  shown: numberParameter(text.shown, '', { min: 0, max: 1, default: 1, step: 0.005, transient: true }),
  only: choiceParameter({ ...text.only, ...text.class }, ['all', ...CLASSES], 'all'),
  side: choiceParameter(text.side, ['shares', 'losses', 'groups', 'course'], 'shares'),
  run: numberParameter(text.run, '', { min: 0, max: 999_999, default: 0, whole: true, transient: true }),
} as const satisfies Schema;

export type CensusSchema = typeof censusSchema;
export type CensusValues = Values<CensusSchema>;

/** The settings of the networks that the values ask for. */
export function settingsOf({
  target,
  act,
  dims,
  width,
  depth,
  biases,
  samples,
}: CensusValues): CensusSettings {
  return {
    dims,
    widths: width,
    depth,
    target,
    activation: act,
    biases,
    inputs: 'normal',
    samples,
  };
}

/** What a preset sets; everything else goes back to its default. */
const censusPresets: Readonly<Record<keyof typeof presetText, Partial<CensusValues>>> = {
  usual: {},
  smooth: { target: 'gp0.1' },
  rough: { target: 'gp2' },
  two: { width: 2 },
  rosenbrock: { target: 'rosenbrock' },
};

export const presets = presetList(presetText, censusPresets);
