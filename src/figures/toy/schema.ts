/** Everything that can be set in the figure `toy`, and its named starting points. */
import { presetList } from '#figures/figure';
import { choiceParameter, numberParameter, type Schema, type Values } from '#state/schema';
import { cameraParameter } from '#ui/camera';
import { toyRunners } from '#workers/toy-messages';
import { ALPHA_RANGE, GAMMA_RANGE, toyAxisKinds } from './axis';
import { presetText, text } from './text';

export const toySchema = {
  view: choiceParameter(text.view, ['map', 'surface'], 'map'),
  axis: choiceParameter(text.axis, toyAxisKinds, 'log'),
  gamma: numberParameter(text.gamma, '\\gamma', {
    min: GAMMA_RANGE[0],
    max: GAMMA_RANGE[1],
    default: 1.5,
    perDecade: 50,
  }),
  alpha: numberParameter(text.alpha, '\\alpha', {
    min: ALPHA_RANGE[0],
    max: ALPHA_RANGE[1],
    default: 0.2,
    step: 0.01,
  }),
  follow: {
    kind: 'choice',
    symbol: '',
    label: text.follow.label,
    description: text.follow.description,
    options: toyRunners.map((id) => ({ id, label: text.runner[id] })),
    default: 'flow',
  },
  time: numberParameter(text.time, 't', { min: 0, max: 1, default: 1, step: 0.005, transient: true }),
  seed: numberParameter(text.seed, '', { min: 1, max: 999, default: 1, whole: true }),
  decay: numberParameter(text.decay, '\\lambda', {
    min: 1e-7,
    max: 1e-2,
    default: 0,
    perDecade: 12,
    zero: true,
  }),
  w: numberParameter(text.w, 'w', { min: 0.3, max: 4.5, default: 3.15043, step: 0.01 }),
  eta: numberParameter(text.eta, '\\eta', { min: 0.05, max: 3, default: 0.316, perDecade: 50 }),
  cam: cameraParameter(text.cam, [62, 50, 1]),
} as const satisfies Schema;

export type ToySchema = typeof toySchema;
export type ToyValues = Values<ToySchema>;

/** What a preset sets; everything else goes back to its default. */
const toyPresets: Readonly<Record<keyof typeof presetText, Partial<ToyValues>>> = {
  best: {},
  other: { alpha: -0.2, w: 0.866296 },
  paper: { axis: 'linear', gamma: 2, alpha: 0.5 },
  surface: { view: 'surface' },
  decay: { decay: 1e-5 },
  crest: { w: 1.39955, alpha: 0 },
  small: { eta: 0.133 },
  diverge: { eta: 2 },
};

export const presets = presetList(presetText, toyPresets);
