/** Everything that can be set in the figure `landscape`, and its named starting points. */
import type { Schema, Values } from '#state/schema';
import { type presetText, text } from './text';

/** Ends of the gamma axis: just beyond the line's end at 1, and far out. */
export const GAMMA = { first: 1.03, linear: 3, log: 100 } as const;

/** Largest |alpha| of the plane slice. */
export const ALPHA = 0.25;

const seeds = [1, 2, 3, 4, 5, 6] as const;

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
    options: [
      { id: 'linear', label: text.axis.linear },
      { id: 'log', label: text.axis.log },
      { id: 'compact', label: text.axis.compact },
    ],
    default: 'linear',
  },
  gamma: {
    kind: 'number',
    symbol: '\\gamma',
    label: text.gamma.label,
    description: text.gamma.description,
    min: GAMMA.first,
    max: GAMMA.log,
    default: 1.5,
    scale: { type: 'log', perDecade: 100 },
  },
  along: {
    kind: 'number',
    symbol: '\\alpha',
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
    default: 0.01,
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
  network: {
    kind: 'choice',
    symbol: '',
    label: text.network.label,
    description: text.network.description,
    options: [
      { id: 'paper', label: text.network.paper },
      ...seeds.map((seed) => ({ id: `seed-${seed}` as const, label: text.network.search(seed) })),
    ],
    default: 'paper',
  },
  neuron: {
    kind: 'choice',
    symbol: '',
    label: text.neuron.label,
    description: text.neuron.description,
    options: (['1', '2', '3'] as const).map((id) => ({ id, label: id })),
    default: '1',
  },
  cam: {
    kind: 'vector',
    symbol: '',
    label: text.cam.label,
    description: text.cam.description,
    transient: true,
    entries: ['azimuth', 'polar', 'zoom'],
    min: [-180, 0, 0.5],
    max: [180, 90, 4],
    default: [66, 52, 1],
  },
} as const satisfies Schema;

export type LandscapeSchema = typeof landscapeSchema;
export type LandscapeValues = Values<LandscapeSchema>;

/** What a preset sets; everything else goes back to its default. */
export const landscapePresets: Readonly<Record<keyof typeof presetText, Partial<LandscapeValues>>> = {
  'paper-view': { slice: 'plane', cam: [40, 52, 1] },
  'both-roads': {},
  'down-the-channel': { gamma: 1.5, along: 0.05, axis: 'log' },
  'to-the-minimum': { gamma: 1.5, along: -0.05 },
  'infinity-edge': { axis: 'compact', along: 1, gamma: 3, cam: [60, 60, 1] },
  'top-view': { axis: 'log', cam: [0, 0, 1] },
};
