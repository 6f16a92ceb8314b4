/** Everything that can be set in the figure `train`, and its named starting points. */
import { presetList } from '#figures/figure';
import { choiceParameter, numberParameter, type Schema, type Values } from '#state/schema';
import { presetText, text } from './text';

/** Steps after which the loss looks flat, and how far training goes on when one looks closer. */
export const FLAT_AT = 3000;
export const MOST_STEPS = 10_000;

export const trainSchema = {
  method: choiceParameter(text.method, ['adam', 'gd'], 'adam'),
  // The three seeds from here on end in three different ways.
  seed: numberParameter(text.seed, '', { min: 1, max: 9999, default: 4, whole: true }),
  steps: numberParameter(text.steps, '', {
    min: 50,
    max: MOST_STEPS,
    default: 0,
    perDecade: 60,
    zero: true,
    whole: true,
  }),
  reveal: numberParameter(text.reveal, '', { min: 0, max: 1, default: 0, step: 0.01 }),
  infinity: numberParameter(text.infinity, '', { min: 0, max: 1, default: 0, step: 0.01 }),
} as const satisfies Schema;

export type TrainSchema = typeof trainSchema;
export type TrainValues = Values<TrainSchema>;

/** What a preset sets; everything else goes back to its default. */
const trainPresets: Readonly<Record<keyof typeof presetText, Partial<TrainValues>>> = {
  start: {},
  flat: { steps: FLAT_AT },
  closer: { steps: MOST_STEPS, reveal: 1 },
  infinity: { steps: MOST_STEPS, reveal: 1, infinity: 1 },
  other: { seed: 6, steps: MOST_STEPS, reveal: 1, infinity: 1 },
  copies: { seed: 5, steps: MOST_STEPS, reveal: 1, infinity: 1 },
};

export const presets = presetList(presetText, trainPresets);
