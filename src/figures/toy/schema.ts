/** Everything that can be set in the figure `toy`, and its named starting points. */
import { presetList } from '#figures/figure';
import type { Schema, Values } from '#state/schema';
import { cameraParameter } from '#ui/camera';
import { toyRunners } from '#workers/toy-messages';
import { ALPHA_RANGE, GAMMA_RANGE, toyAxisKinds } from './axis';
import { presetText, text } from './text';

export const toySchema = {
  view: {
    kind: 'choice',
    symbol: '',
    label: text.view.label,
    description: text.view.description,
    options: (['map', 'surface'] as const).map((id) => ({ id, label: text.view[id] })),
    default: 'map',
  },
  axis: {
    kind: 'choice',
    symbol: '',
    label: text.axis.label,
    description: text.axis.description,
    options: toyAxisKinds.map((id) => ({ id, label: text.axis[id] })),
    default: 'log',
  },
  gamma: {
    kind: 'number',
    symbol: '\\gamma',
    label: text.gamma.label,
    description: text.gamma.description,
    min: GAMMA_RANGE[0],
    max: GAMMA_RANGE[1],
    default: 1.5,
    scale: { type: 'log', perDecade: 50 },
  },
  alpha: {
    kind: 'number',
    symbol: '\\alpha',
    label: text.alpha.label,
    description: text.alpha.description,
    min: ALPHA_RANGE[0],
    max: ALPHA_RANGE[1],
    default: 0.2,
    scale: { type: 'linear', step: 0.01 },
  },
  follow: {
    kind: 'choice',
    symbol: '',
    label: text.follow.label,
    description: text.follow.description,
    options: toyRunners.map((id) => ({ id, label: text.runner[id] })),
    default: 'flow',
  },
  time: {
    kind: 'number',
    symbol: 't',
    label: text.time.label,
    description: text.time.description,
    transient: true,
    min: 0,
    max: 1,
    default: 1,
    scale: { type: 'linear', step: 0.005 },
  },
  seed: {
    kind: 'number',
    symbol: '',
    label: text.seed.label,
    description: text.seed.description,
    min: 1,
    max: 999,
    default: 1,
    whole: true,
    scale: { type: 'linear', step: 1 },
  },
  decay: {
    kind: 'number',
    symbol: '\\lambda',
    label: text.decay.label,
    description: text.decay.description,
    min: 1e-7,
    max: 1e-2,
    default: 0,
    scale: { type: 'log', perDecade: 12, zero: true },
  },
  w: {
    kind: 'number',
    symbol: 'w',
    label: text.w.label,
    description: text.w.description,
    min: 0.3,
    max: 4.5,
    default: 3.15043,
    scale: { type: 'linear', step: 0.01 },
  },
  eta: {
    kind: 'number',
    symbol: '\\eta',
    label: text.eta.label,
    description: text.eta.description,
    min: 0.05,
    max: 3,
    default: 0.316,
    scale: { type: 'log', perDecade: 50 },
  },
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
