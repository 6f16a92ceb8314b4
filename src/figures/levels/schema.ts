/** Everything that can be set in the figure `levels`, and its named starting points. */
import { presetList } from '#figures/figure';
import { choiceParameter, numberParameter, type Schema, type Values } from '#state/schema';
import { presetText, text } from './text';

/** Widths of networks. */
export const WIDTHS = { min: 1, max: 5 } as const;
/** Shares of the copied neuron. */
export const GAMMAS = [-2, 3] as const;

export const levelsSchema = {
  view: choiceParameter(text.view, ['levels', 'copy'], 'levels'),
  biases: {
    kind: 'flag',
    symbol: '',
    label: text.biases.label,
    description: text.biases.description,
    default: false,
  },
  width: numberParameter(text.width, '', { ...WIDTHS, default: 2, whole: true }),
  level: numberParameter(text.level, '', { min: 1, max: 99, default: 1, whole: true }),
  gamma: numberParameter(text.gamma, '\\gamma', {
    min: GAMMAS[0],
    max: GAMMAS[1],
    default: 1.5,
    step: 0.05,
  }),
  end: choiceParameter(text.end, ['lower', 'higher'], 'lower'),
} as const satisfies Schema;

export type LevelsSchema = typeof levelsSchema;
export type LevelsValues = Values<LevelsSchema>;

/** What a preset sets; everything else goes back to its default. */
const levelsPresets: Readonly<Record<keyof typeof presetText, Partial<LevelsValues>>> = {
  two: {},
  three: { width: 3 },
  biases: { biases: true, width: 3 },
  outside: { view: 'copy', gamma: 1.5 },
  between: { view: 'copy', gamma: 0.5 },
};

export const presets = presetList(presetText, levelsPresets);
