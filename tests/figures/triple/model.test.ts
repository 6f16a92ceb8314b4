import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  differenceMagnification,
  errorAt,
  errorCurve,
  frameHeight,
  functionOf,
  growthAt,
  isClipped,
  neuronsOf,
  pairsOf,
  rangeShown,
  sheetSize,
  sheetsOf,
  tripleOf,
} from '#figures/triple/model';
import { shownIds, type TripleValues, triplePresets, tripleSchema } from '#figures/triple/schema';
import { activations } from '#math/activation/activation';
import { HALF_WIDTH } from '#math/network/inputs';
import { termValue } from '#math/pair/pair';
import { clampValue, defaults, withValues } from '#state/schema';
import { statesOf } from '../../support/arbitrary';

const start = defaults(tripleSchema);
const valuesWith = (patch: Partial<TripleValues>) => withValues(tripleSchema, start, patch);
const states = statesOf(tripleSchema);

function at(values: TripleValues, shown: TripleValues['show'], x: readonly [number, number]): number {
  const out = new Float64Array(3);
  functionOf(values, shown)(...x, out);
  return out[0] as number;
}

/** sum_i a_i sigma(w_i.x) from the weights themselves. */
function summed(values: TripleValues, [x1, x2]: readonly [number, number]): number {
  const { value } = activations[values.act];
  return neuronsOf(values).reduce((sum, { w, a }) => {
    const [w1 = 0, w2 = 0, w0 = 0] = w;
    return sum + a * value(w1 * x1 + w2 * x2 + w0);
  }, 0);
}

const points = [
  [0.4, -1.1],
  [-1.5, 0.2],
  [1.6, 1.7],
] as const;

describe.each(['triple', 'pairs'] as const)('%s', (group) => {
  it('show the sum of the neurons with the weights that are read', () => {
    for (const act of ['tanh', 'softplus', 'cube'] as const) {
      const values = valuesWith({ group, act, eps: 0.4, a1: -1.3 });
      for (const x of points) expect(at(values, 'sum', x)).toBeCloseTo(summed(values, x), 9);
    }
  });

  it('are their limit at epsilon = 0, and differ from it with the square of epsilon', () => {
    const [limit, near, nearer] = [0, 1e-2, 1e-3].map((eps) => valuesWith({ group, eps }));
    if (!limit || !near || !nearer) throw new Error('no values');
    for (const x of points) {
      expect(at(limit, 'sum', x)).toBeCloseTo(at(near, 'limit', x), 12);
      expect(Math.abs(at(limit, 'difference', x))).toBe(0);
    }
    expect(errorAt(near).max / errorAt(nearer).max).toBeCloseTo(100, 0);
    const curve = errorCurve(near);
    expect([curve[0]?.epsilon, curve.at(-1)?.epsilon]).toEqual([1e-6, 1]);
    expect(errorAt(limit)).toEqual({ mean: 0, rootMeanSquare: 0, max: 0 });
  });

  it('have half the distance epsilon, and output weights that grow with its power', () => {
    const power = group === 'triple' ? 2 : 1;
    const [far, near] = [1e-3, 1e-4].map((eps) => growthAt(valuesWith({ group, eps })));
    for (const [k, size] of (near?.outputs ?? []).entries())
      expect(Math.log10(size / (far?.outputs[k] ?? 0))).toBeCloseTo(power, 2);
    const [first, , last] = neuronsOf(valuesWith({ group, eps: 0.3 }));
    const other = group === 'triple' ? last : neuronsOf(valuesWith({ group, eps: 0.3 }))[1];
    const apart = Math.hypot(...[0, 1, 2].map((k) => (first?.w[k] ?? 0) - (other?.w[k] ?? 0)));
    expect(apart).toBeCloseTo(0.6, 12);
    expect(growthAt(valuesWith({ group, eps: 0.3 })).apart).toBeCloseTo(0.6, 12);
    expect(growthAt(valuesWith({ group, eps: 0 })).outputs.every((size) => size === Infinity)).toBe(true);
  });

  it('fit a frame that does not move with epsilon', () => {
    const heights = [1, 0.5, 0.05, 1e-6, 0].map((eps) => frameHeight(valuesWith({ group, eps })));
    expect(new Set(heights).size).toBe(1);
    for (const eps of [1, 0.3, 0]) expect(isClipped(valuesWith({ group, eps }))).toBe(false);
    const values = valuesWith({ group, eps: 0.01, show: 'difference' });
    expect(isClipped(values)).toBe(false);
    expect(differenceMagnification(values)).toBeGreaterThan(100);
  });
});

describe('the middle neuron', () => {
  it('leaves the line with the square of epsilon', () => {
    for (const eps of [1, 0.1]) {
      const values = valuesWith({ eps, bend: -0.7 });
      const [first, middle, last] = neuronsOf(values).map(({ w }) => w);
      const off = [0, 1].map((k) => (middle?.[k] ?? 0) - ((first?.[k] ?? 0) + (last?.[k] ?? 0)) / 2);
      expect(growthAt(values).off).toBeCloseTo(Math.hypot(...off), 12);
      expect(growthAt(values).off).toBeCloseTo((0.7 * 3 * (eps * eps)) / Math.sqrt(6), 12);
    }
    expect(growthAt(valuesWith({ group: 'pairs' })).off).toBeUndefined();
  });

  it('is alone with the outer ones in the sum: the sheets add up to it', () => {
    for (const group of ['triple', 'pairs'] as const) {
      const values = valuesWith({ group, eps: 0.5 });
      const out = new Float64Array(3);
      for (const x of points) {
        const sum = sheetsOf(values).reduce((total, of) => {
          of?.(x[0], x[1], out);
          return total + (out[0] as number);
        }, 0);
        expect(sum).toBeCloseTo(at(values, 'sum', x), 10);
      }
    }
  });
});

describe('the sheets', () => {
  it('are away at epsilon = 0, where a neuron is infinite; pairs stay', () => {
    expect(sheetsOf(valuesWith({ eps: 0 }))).toEqual([undefined, undefined, undefined]);
    expect(sheetSize(valuesWith({ eps: 0 }))).toBe(Infinity);
    expect(sheetSize(valuesWith({ eps: 0, group: 'pairs' }))).toBeLessThan(100);
  });
});

describe('two pairs', () => {
  it('are two of the pairs of the other figure, the second turned by a right angle', () => {
    const values = valuesWith({ group: 'pairs', eps: 0.2, a1: 1.2, a2: -0.7 });
    const [first, second] = pairsOf(values);
    const { softplus } = activations;
    for (const x of points) {
      const sum = termValue(softplus, 'sum', first, x) + termValue(softplus, 'sum', second, x);
      expect(at(values, 'sum', x)).toBeCloseTo(sum, 12);
      const gates = termValue(softplus, 'gated', first, x) + termValue(softplus, 'gated', second, x);
      expect(at(values, 'new', x)).toBeCloseTo(gates, 12);
    }
    const dot = (first.w[0] ?? 0) * (second.w[0] ?? 0) + (first.w[1] ?? 0) * (second.w[1] ?? 0);
    expect(dot).toBeCloseTo(0, 12);
  });
});

describe('any state', () => {
  it('has finite surfaces, and coordinates with omega_1 of length sqrt 2', () => {
    fc.assert(
      fc.property(states, fc.constantFrom(...shownIds), (state, shown) => {
        const { low, high } = rangeShown(state, shown);
        expect(Number.isFinite(low) && Number.isFinite(high)).toBe(true);
        const [first = 0, second = 0] = tripleOf(state).omega[1];
        expect(Math.hypot(first, second)).toBeCloseTo(Math.SQRT2, 12);
        expect(frameHeight({ ...state, show: shown })).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what the presets claim is so:', () => {
  const preset = (id: keyof typeof triplePresets) => valuesWith(triplePresets[id]);

  it('they are states that the figure can have, and fit into its frame', () => {
    for (const values of Object.values(triplePresets)) {
      for (const [key, value] of Object.entries(values))
        expect(clampValue(tripleSchema[key as keyof typeof tripleSchema], value)).toEqual(value);
      expect(isClipped(valuesWith(values))).toBe(false);
    }
  });

  it('output weights above 10 000 leave nothing but the second derivative', () => {
    const values = preset('second');
    const signs = neuronsOf(values).map(({ a }) => {
      expect(Math.abs(a)).toBeGreaterThan(10_000);
      return Math.sign(a);
    });
    expect(signs).toEqual([1, -1, 1]);
    for (const x of points) expect(at(values, 'limit', x)).toBeCloseTo(at(values, 'new', x), 12);
  });

  it('along w there is a ridge on both sides of a valley', () => {
    const values = preset('ridges');
    const [c, s] = [Math.cos(Math.PI / 10), Math.sin(Math.PI / 10)];
    const along = Array.from({ length: 61 }, (_, k) => {
      const t = (HALF_WIDTH * (k - 30)) / 30;
      return at(values, 'sum', [t * c, t * s]);
    });
    const peaks = along.filter(
      (value, k) => k > 0 && k < 60 && value > (along[k - 1] ?? 0) && value > (along[k + 1] ?? 0),
    );
    expect(peaks).toHaveLength(2);
    expect(along[30] ?? 1).toBeLessThan(0.2 * Math.max(...along));
  });

  it('at epsilon = 1 the output weights are modest', () => {
    for (const { a } of neuronsOf(preset('apart'))) expect(Math.abs(a)).toBeLessThan(4);
  });
});
