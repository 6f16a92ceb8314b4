/** Everything that can be set in the figure `triple`, and its named starting points. */
import { presetList } from '#figures/figure';
import { activationIds, activations } from '#math/activation/activation';
import { choiceParameter, numberParameter, type Schema, type Values } from '#state/schema';
import { cameraParameter } from '#ui/camera';
import { presetText, text } from './text';

/** What has a second derivative. */
export const activationOptions = activationIds
  .filter((id) => activations[id].smooth)
  .map((id) => ({ id, label: activations[id].name }));

export const groupIds = ['triple', 'pairs'] as const;
export const shownIds = ['sum', 'limit', 'new', 'difference'] as const;

/** The direction of w in degrees. */
export const W_DIRECTION = 18;

export const tripleSchema = {
  act: {
    kind: 'choice',
    symbol: '\\sigma',
    ...text.act,
    options: activationOptions,
    default: 'softplus',
  },
  eps: numberParameter(text.eps, '\\varepsilon', {
    min: 1e-6,
    max: 1,
    default: 0.5,
    perDecade: 40,
    zero: true,
  }),
  group: choiceParameter(text.group, groupIds, 'triple'),
  show: choiceParameter(text.show, shownIds, 'sum'),
  sheets: { kind: 'flag', symbol: '', ...text.sheets, default: true },
  a0: numberParameter(text.a0, '\\alpha_0', { min: -3, max: 3, default: 0.15, step: 0.05 }),
  a1: numberParameter(text.a1, '\\alpha_1', { min: -3, max: 3, default: 0.2, step: 0.05 }),
  a2: numberParameter(text.a2, '\\alpha_2', { min: -6, max: 6, default: 3, step: 0.1 }),
  dir: numberParameter(text.dir, '\\angle\\omega_1', {
    min: -180,
    max: 180,
    default: 110,
    step: 1,
    unit: '°',
  }),
  bend: numberParameter(text.bend, '\\omega_2', { min: -1, max: 1, default: 0.2, step: 0.05 }),
  wlen: numberParameter(text.wlen, '|w|', { min: 0.05, max: 3, default: 1.9, step: 0.05 }),
  cam: cameraParameter(text.cam, [-32, 70, 1]),
} as const satisfies Schema;

export type TripleSchema = typeof tripleSchema;
export type TripleValues = Values<TripleSchema>;

/** What a preset sets; everything else goes back to its default, except the camera. */
export const triplePresets: Readonly<Record<keyof typeof presetText, Partial<TripleValues>>> = {
  second: { eps: 0.01, a0: 0, a1: 0, a2: 3, bend: 0 },
  apart: { eps: 1 },
  ridges: { eps: 0.1, a0: 0, a1: 0, a2: 6, bend: 0, dir: W_DIRECTION, wlen: 3 },
  pairs: { group: 'pairs', eps: 0.1, a0: 0.3, a1: 1.2, a2: 1.2 },
};

export const presets = presetList(presetText, triplePresets);
