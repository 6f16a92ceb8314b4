/** Everything that can be set in the figure `landscape`, and its named starting points. */
import { presetList } from '#figures/figure';
import { axisKinds } from '#landscape/gamma-axis';
import { networkSchema } from '#landscape/network-choice';
import { choiceParameter, numberParameter, type Schema, type Values } from '#state/schema';
import { cameraParameter } from '#ui/camera';
import { presetText, text } from './text';

export const landscapeSchema = {
  slice: choiceParameter(text.slice, ['descent', 'plane'], 'descent'),
  axis: choiceParameter(text.axis, axisKinds, 'linear'),
  crop: { ...choiceParameter(text.crop, ['whole', 'all'], 'whole'), before: 'all' },
  gamma: numberParameter(text.gamma, '\\gamma', { min: 0.5, max: 1000, default: 1.5, perDecade: 100 }),
  along: numberParameter(text.along, 's', { min: -1, max: 1, default: 0.1, step: 0.01 }),
  opt: choiceParameter(text.opt, ['flow', 'gd', 'sgd', 'adam'], 'flow'),
  // Below the edge of stability at the start, 2 / 289: gradient descent goes down.
  rate: numberParameter(text.rate, '\\eta', { min: 1e-4, max: 1, default: 0.003, perDecade: 20 }),
  time: numberParameter(text.time, 't', { min: 0, max: 1, default: 1, step: 0.005, transient: true }),
  balls: numberParameter(text.balls, '', { min: 10, max: 500, default: 100, step: 10, whole: true }),
  toss: numberParameter(text.toss, '', { min: 0, max: 999, default: 0, whole: true }),
  show: choiceParameter(text.show, ['ball', 'plus', 'minus'], 'ball'),
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
  'to-the-minimum': { gamma: 1.5, along: -0.05, crop: 'all' },
  'plateau-saddle': { network: 'trained', act: 'g', hidden: 1, seed: 2, cam: [80, 38, 1] },
  'infinity-edge': { axis: 'compact', along: 1, gamma: 1000, show: 'plus', cam: [74, 44, 1.12] },
  'top-view': { axis: 'log', gamma: 100, along: 1, cam: [0, 0, 1] },
};

export const presets = presetList(presetText, landscapePresets);
