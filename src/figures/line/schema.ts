/** Everything that can be set in the figure `line`, and its named starting points. */
import { presetList } from '#figures/figure';
import { numberParameter, type Schema, type Values } from '#state/schema';
import { presetText, text } from './text';

export const lineSchema = {
  eps: numberParameter(text.eps, '\\varepsilon', {
    min: 1e-6,
    max: 1,
    default: 1,
    perDecade: 40,
    zero: true,
  }),
  // The end of channel 2 of the problem with four parameters: the sum is the stair.
  a: numberParameter(text.a, 'a', { min: -10, max: 10, default: -6.51112, step: 0.1 }),
  c: numberParameter(text.c, 'c', { min: -4, max: 4, default: 2.01782, step: 0.1 }),
  w: numberParameter(text.w, 'w', { min: 0.2, max: 5, default: 3.15043, step: 0.05 }),
} as const satisfies Schema;

export type LineSchema = typeof lineSchema;
export type LineValues = Values<LineSchema>;

/** What a preset sets; everything else goes back to its default. */
const linePresets: Readonly<Record<keyof typeof presetText, Partial<LineValues>>> = {
  apart: {},
  racing: { eps: 0.01 },
  infinity: { eps: 0 },
  shallow: { eps: 0, a: 1.49668, c: 1.66756, w: 0.866296 },
  'no-gate': { eps: 0, a: 0, c: 2.15278, w: 1.39955 },
};

export const presets = presetList(presetText, linePresets);
