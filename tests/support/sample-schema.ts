/** A schema with every kind of parameter, for tests of what serves all figures. */
import type { NumberParameter, Schema } from '#state/schema';

const words = { symbol: '', label: 'sample', description: 'A sample.' };

export const linear = {
  kind: 'number',
  ...words,
  min: -3,
  max: 3,
  default: 1.2,
  scale: { type: 'linear', step: 0.05 },
} as const satisfies NumberParameter;

export const log = {
  kind: 'number',
  ...words,
  min: 0.01,
  max: 100,
  default: 1,
  scale: { type: 'log', perDecade: 20 },
} as const satisfies NumberParameter;

export const logWithZero = {
  kind: 'number',
  ...words,
  min: 1e-6,
  max: 1,
  default: 0.3,
  scale: { type: 'log', perDecade: 40, zero: true },
} as const satisfies NumberParameter;

export const count = {
  kind: 'number',
  ...words,
  min: 1,
  max: 12,
  default: 3,
  whole: true,
  scale: { type: 'linear', step: 1 },
} as const satisfies NumberParameter;

export const sampleSchema = {
  gain: linear,
  size: log,
  eps: logWithZero,
  count,
  place: { kind: 'vector', ...words, min: [-2, -2], max: [2, 2], default: [1, 0.5], entries: ['x', 'y'] },
  shape: {
    kind: 'choice',
    ...words,
    options: [
      { id: 'round', label: 'round' },
      { id: 'flat', label: 'flat' },
    ],
    default: 'round',
  },
  lit: { kind: 'flag', ...words, default: true },
  view: {
    kind: 'vector',
    ...words,
    transient: true,
    min: [-180, 0],
    max: [180, 90],
    default: [-32, 62],
    entries: ['azimuth', 'polar'],
  },
} as const satisfies Schema;
