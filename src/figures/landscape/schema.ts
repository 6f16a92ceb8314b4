/** Everything that can be set in the figure `landscape`, and its named starting points. */
import { presetList } from '#figures/figure';
import { axisKinds } from '#landscape/gamma-axis';
import { networkSchema } from '#landscape/network-choice';
import type { Schema, Values } from '#state/schema';
import { cameraParameter } from '#ui/camera';
import { presetText, text } from './text';

export const landscapeSchema = {
  slice: {
    kind: 'choice',
    symbol: '',
    label: text.slice.label,
    description: text.slice.description,
    options: [
      { id: 'descent', label: text.slice.descent },
      { id: 'plane', label: text.slice.plane },
    ],
    default: 'descent',
  },
  axis: {
    kind: 'choice',
    symbol: '',
    label: text.axis.label,
    description: text.axis.description,
    options: axisKinds.map((id) => ({ id, label: text.axis[id] })),
    default: 'linear',
  },
  gamma: {
    kind: 'number',
    symbol: '\\gamma',
    label: text.gamma.label,
    description: text.gamma.description,
    min: 0.5,
    max: 1000,
    default: 1.5,
    scale: { type: 'log', perDecade: 100 },
  },
  along: {
    kind: 'number',
    symbol: 's',
    label: text.along.label,
    description: text.along.description,
    min: -1,
    max: 1,
    default: 0.1,
    scale: { type: 'linear', step: 0.01 },
  },
  opt: {
    kind: 'choice',
    symbol: '',
    label: text.opt.label,
    description: text.opt.description,
    options: (['flow', 'gd', 'sgd', 'adam'] as const).map((id) => ({ id, label: text.opt[id] })),
    default: 'flow',
  },
  rate: {
    kind: 'number',
    symbol: '\\eta',
    label: text.rate.label,
    description: text.rate.description,
    min: 1e-4,
    max: 1,
    // Below the edge of stability at the start, 2 / 289: gradient descent goes down.
    default: 0.003,
    scale: { type: 'log', perDecade: 20 },
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
  show: {
    kind: 'choice',
    symbol: '',
    label: text.show.label,
    description: text.show.description,
    options: (['ball', 'plus', 'minus'] as const).map((id) => ({ id, label: text.show[id] })),
    default: 'ball',
  },
  ...networkSchema,
  cam: cameraParameter(text.cam, [80, 46, 1]),
} as const satisfies Schema;

export type LandscapeSchema = typeof landscapeSchema;
export type LandscapeValues = Values<LandscapeSchema>;

/** What a preset sets; everything else goes back to its default. */
export const landscapePresets: Readonly<Record<keyof typeof presetText, Partial<LandscapeValues>>> = {
  'paper-view': { slice: 'plane', cam: [40, 52, 1] },
  'both-roads': {},
  'down-the-channel': { gamma: 1.5, along: 0.05, axis: 'log' },
  'to-the-minimum': { gamma: 1.5, along: -0.05 },
  'plateau-saddle': { network: 'trained', act: 'g', hidden: 1, seed: 2, cam: [80, 38, 1] },
  'infinity-edge': { axis: 'compact', along: 1, gamma: 1000, show: 'plus', cam: [74, 44, 1.12] },
  'top-view': { axis: 'log', gamma: 100, along: 1, cam: [0, 0, 1] },
};

export const presets = presetList(presetText, landscapePresets);
