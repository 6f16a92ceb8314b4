import { describe, expect, it } from 'vitest';
import { pairSchema } from '#figures/pair/schema';
import { figures } from '#figures/registry';
import { allowsNumber, type NumberParameter } from '#state/schema';
import { lastPosition, positionOf, stepPosition, valueAt } from '#state/slider-scale';
import { count, linear, log, logWithZero } from '../support/sample-schema';

const parameters: [string, NumberParameter][] = [
  ['linear', linear],
  ['logarithmic', log],
  ['logarithmic with zero', logWithZero],
  ['of whole numbers', count],
];
for (const { id, schema } of figures) {
  for (const [key, parameter] of Object.entries(schema)) {
    if (parameter.kind === 'number') parameters.push([`${key} of the figure ${id}`, parameter]);
  }
}

/** Every position that stands for itself: those between zero and the smallest positive value do not. */
function places(parameter: NumberParameter): number[] {
  const all = Array.from({ length: lastPosition(parameter) + 1 }, (_, k) => k);
  const { scale } = parameter;
  if (scale.type === 'linear' || !scale.zero) return all;
  const smallest = positionOf(parameter, parameter.min);
  return all.filter((position) => position === 0 || position >= smallest);
}

describe.each(parameters)('the slider %s', (_name, parameter) => {
  const last = lastPosition(parameter);

  it('stands where its value puts it', () => {
    for (const position of places(parameter)) {
      expect(Math.round(positionOf(parameter, valueAt(parameter, position)))).toBe(position);
    }
  });

  it('grows with every step, and its values are allowed', () => {
    const values = places(parameter).map((position) => valueAt(parameter, position));
    for (const [k, value] of values.entries()) {
      expect(allowsNumber(parameter, value)).toBe(true);
      if (k > 0) expect(value).toBeGreaterThan(values[k - 1] ?? Infinity);
    }
  });

  it('has its range at the ends', () => {
    const { scale, min, max } = parameter;
    const lowest = scale.type === 'log' && scale.zero ? 0 : min;
    expect(valueAt(parameter, 0)).toBe(lowest);
    expect(valueAt(parameter, last)).toBe(max);
    expect(positionOf(parameter, lowest)).toBe(0);
    // A range that is no whole number of steps long ends beside its last position.
    expect(Math.round(positionOf(parameter, max))).toBe(last);
    expect(positionOf(parameter, 2 * max + 1)).toBe(positionOf(parameter, max));
  });
});

describe('a linear slider', () => {
  it('shows the decimals of its step, not those of the machine', () => {
    expect(valueAt(linear, 66)).toBe(0.3);
    expect(valueAt(pairSchema.dbias, 102)).toBe(0.03);
    expect(valueAt(pairSchema.dir, 181)).toBe(1);
  });
});

describe('zero on a logarithmic slider', () => {
  const smallest = positionOf(logWithZero, 1e-6);

  it('is a place of its own that one step reaches and one step leaves', () => {
    expect(smallest).toBeGreaterThan(2);
    const down = stepPosition(logWithZero, smallest, smallest - 1);
    expect(valueAt(logWithZero, down)).toBe(0);
    const up = stepPosition(logWithZero, 0, 1);
    expect(valueAt(logWithZero, up)).toBe(1e-6);
    expect(up).toBe(smallest);
  });

  it('is reached by a long step that ends beside it', () => {
    for (let to = 0; to < smallest; to++) {
      expect(valueAt(logWithZero, stepPosition(logWithZero, 100, to))).toBe(0);
    }
  });

  it('leaves all other steps alone', () => {
    expect(stepPosition(logWithZero, 0, smallest + 5)).toBe(smallest + 5);
    expect(stepPosition(logWithZero, 50, 60)).toBe(60);
    expect(stepPosition(log, 0, 1)).toBe(1);
    expect(stepPosition(linear, 5, 4)).toBe(4);
  });

  it('shares the space before the smallest value evenly with it', () => {
    expect(valueAt(logWithZero, 1)).toBe(0);
    expect(valueAt(logWithZero, smallest - 1)).toBe(1e-6);
  });
});
