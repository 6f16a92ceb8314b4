/** Everything that can be set in the figure `pair`, and its named starting points. */
import { presetList } from '#figures/figure';
import { activationIds, activations } from '#math/activation/activation';
import { HALF_WIDTH } from '#math/network/inputs';
import { type TermId, termIds } from '#math/pair/pair';
import { numberParameter, type Schema, type Values } from '#state/schema';
import { cameraParameter } from '#ui/camera';
import { presetText, text } from './text';

const WEIGHT_LIMIT = 3;

export const pairSchema = {
  act: {
    kind: 'choice',
    symbol: '\\sigma',
    ...text.act,
    options: activationIds.map((id) => ({ id, label: activations[id].name })),
    default: 'softplus',
  },
  eps: numberParameter(text.eps, '\\varepsilon', {
    min: 1e-6,
    max: 1,
    default: 0.3,
    perDecade: 40,
    zero: true,
  }),
  a: numberParameter(text.a, 'a', { min: -3, max: 3, default: 1.2, step: 0.05 }),
  // As large as the output weight of the paper's neuron that is split, whose pairs are carried over to here.
  c: numberParameter(text.c, 'c', { min: -6, max: 6, default: 0.6, step: 0.05 }),
  w: {
    kind: 'vector',
    symbol: 'w',
    ...text.w,
    entries: ['w_1', 'w_2'],
    maxLength: WEIGHT_LIMIT,
    min: [-WEIGHT_LIMIT, -WEIGHT_LIMIT],
    max: [WEIGHT_LIMIT, WEIGHT_LIMIT],
    default: [1.8, 0.6],
  },
  bias: numberParameter(text.bias, 'w_0', { min: -4, max: 4, default: 0, step: 0.05 }),
  dir: numberParameter(text.dir, '\\angle\\Delta', { min: -180, max: 180, default: 110, step: 1, unit: '°' }),
  dbias: numberParameter(text.dbias, '\\Delta_0', { min: -0.99, max: 0.99, default: 0, step: 0.01 }),
  show: {
    kind: 'choice',
    symbol: '',
    ...text.show,
    options: termIds.map((id: TermId) => ({ id, label: text.terms[id] })),
    default: 'sum',
  },
  sheets: { kind: 'flag', symbol: '', ...text.sheets, default: true },
  at: {
    kind: 'vector',
    symbol: 'x',
    ...text.at,
    transient: true,
    entries: ['x_1', 'x_2'],
    min: [-HALF_WIDTH, -HALF_WIDTH],
    max: [HALF_WIDTH, HALF_WIDTH],
    default: [1, 0.5],
  },
  cam: cameraParameter(text.cam, [-32, 70, 1]),
} as const satisfies Schema;

export type PairSchema = typeof pairSchema;
export type PairValues = Values<PairSchema>;

/** What a preset sets; everything else goes back to its default, except the camera. */
export const pairPresets: Readonly<Record<keyof typeof presetText, Partial<PairValues>>> = {
  'softplus-glu': { eps: 0.01 },
  apart: { eps: 1 },
  derivative: { act: 'tanh', c: 0, a: 1.5, eps: 0.3, w: [1.4, 0.4] },
  'relu-cliff': { act: 'relu', eps: 0, w: [1, 0.3], a: 1.2, c: 0.5 },
  ridge: { act: 'sigmoid', c: 0, a: 2, w: [2.8, 0.9], dir: 17.8189, bias: -3, eps: 0.5 },
  product: { act: 'square', c: 0, a: 0.5, w: [1, 0], dir: 90, eps: 0.1 },
  'linear-gains-nothing': { act: 'identity', eps: 0.5 },
  'no-difference': { a: 0, c: 1.2, eps: 0.3 },
  'swish-gate': { act: 'silu', w: [3, 0], c: 0, a: 1.2, dir: 90, eps: 0.05 },
};

export const presets = presetList(presetText, pairPresets);
