/** Everything that can be set in the figure `ride`, and its named starting points. */
import { presetList } from '#figures/figure';
import { networkSchema } from '#landscape/network-choice';
import type { Schema, Values } from '#state/schema';
import { presetText, text } from './text';

export const rideSchema = {
  ...networkSchema,
  side: {
    kind: 'choice',
    symbol: '',
    label: text.side.label,
    description: text.side.description,
    options: (['channel', 'plus', 'minus'] as const).map((id) => ({ id, label: text.side[id] })),
    default: 'channel',
  },
  jumps: {
    kind: 'number',
    symbol: '',
    label: text.jumps.label,
    description: text.jumps.description,
    min: 0,
    max: 99,
    default: 0,
    whole: true,
    scale: { type: 'linear', step: 1 },
  },
  inf: { kind: 'flag', symbol: '', label: text.inf.label, description: text.inf.description, default: false },
  goal: {
    kind: 'number',
    symbol: '\\varepsilon',
    label: text.goal.label,
    description: text.goal.description,
    min: 1e-8,
    max: 0.1,
    default: 1e-8,
    scale: { type: 'log', perDecade: 20 },
  },
  factor: {
    kind: 'number',
    symbol: '',
    label: text.factor.label,
    description: text.factor.description,
    min: 0.1,
    max: 0.9,
    default: 0.5,
    scale: { type: 'linear', step: 0.05 },
  },
  eta: {
    kind: 'number',
    symbol: '\\eta',
    label: text.eta.label,
    description: text.eta.description,
    min: 1e-5,
    max: 1,
    default: 0.01,
    scale: { type: 'log', perDecade: 20 },
  },
} as const satisfies Schema;

export type RideSchema = typeof rideSchema;
export type RideValues = Values<RideSchema>;

/** What a preset sets; everything else goes back to its default. */
const ridePresets: Readonly<Record<keyof typeof presetText, Partial<RideValues>>> = {
  entrance: {},
  laws: { jumps: 8 },
  rounding: { jumps: 30, inf: true },
  'at-once': { inf: true },
  'road-back': { side: 'minus', jumps: 8, inf: true },
  'random-channel': { network: 'trained', hidden: 2, seed: 1, neuron: 2, grid: 16, jumps: 10 },
};

export const presets = presetList(presetText, ridePresets);
