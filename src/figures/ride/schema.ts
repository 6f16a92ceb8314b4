/** Everything that can be set in the figure `ride`, and its named starting points. */
import { presetList } from '#figures/figure';
import { networkSchema } from '#landscape/network-choice';
import { choiceParameter, numberParameter, type Schema, type Values } from '#state/schema';
import { presetText, text } from './text';

export const rideSchema = {
  ...networkSchema,
  side: choiceParameter(text.side, ['channel', 'plus', 'minus'], 'channel'),
  jumps: numberParameter(text.jumps, '', { min: 0, max: 99, default: 0, whole: true }),
  inf: { kind: 'flag', symbol: '', label: text.inf.label, description: text.inf.description, default: false },
  goal: numberParameter(text.goal, '\\varepsilon', { min: 1e-8, max: 0.1, default: 1e-8, perDecade: 20 }),
  factor: numberParameter(text.factor, '', { min: 0.1, max: 0.9, default: 0.5, step: 0.05 }),
  eta: numberParameter(text.eta, '\\eta', { min: 1e-5, max: 1, default: 0.01, perDecade: 20 }),
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
