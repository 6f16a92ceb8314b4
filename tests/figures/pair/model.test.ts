import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  activationOf,
  coordinatesOf,
  errorAt,
  errorCurve,
  frameHeight,
  isClipped,
  outputGap,
  pairOf,
  sameShape,
  termRange,
  termsAt,
} from '#figures/pair/model';
import { type PairValues, pairSchema } from '#figures/pair/schema';
import { HALF_WIDTH } from '#math/network/inputs';
import { preactivation, toCoordinates } from '#math/pair/pair';
import { defaults, withValues } from '#state/schema';
import { statesOf } from '../../support/arbitrary';

const start = defaults(pairSchema);
const states = statesOf(pairSchema);

function valuesWith(patch: Partial<PairValues>): PairValues {
  return withValues(pairSchema, start, patch);
}

describe('the coordinates', () => {
  it('have a Delta of length 1, its bias part included', () => {
    fc.assert(
      fc.property(states, (values) => {
        const { delta, w } = coordinatesOf(values);
        expect(Math.hypot(...delta)).toBeCloseTo(1, 12);
        expect(delta[2]).toBe(values.dbias);
        expect(w).toEqual([...values.w, values.bias]);
      }),
    );
  });

  it('point where the angle says, right angles exactly', () => {
    const at = (dir: number) => coordinatesOf(valuesWith({ dir })).delta.map((v) => v + 0);
    expect(at(0)).toEqual([1, 0, 0]);
    expect(at(90)).toEqual([0, 1, 0]);
    expect(at(180)).toEqual([-1, 0, 0]);
    expect(at(-90)).toEqual([0, -1, 0]);
    expect(at(30)[1]).toBeCloseTo(0.5, 12);
  });

  it('are those of the weights shown', () => {
    fc.assert(
      fc.property(states, (values) => {
        if (values.eps < 1e-5) return;
        const found = toCoordinates(pairOf(values));
        const expected = coordinatesOf(values);
        // The difference of nearly equal weights keeps the fewer digits the smaller it is.
        const near = (a: number, b: number) =>
          expect(Math.abs(a - b)).toBeLessThan(1e-14 / values.eps + 1e-10);
        near(found.epsilon, expected.epsilon);
        near(found.a, expected.a);
        near(found.c, expected.c);
        for (const [k, v] of expected.delta.entries()) near(found.delta[k] ?? Number.NaN, v);
      }),
    );
  });

  it('give an infinite gap at epsilon = 0, with the sign of a, and none at a = 0', () => {
    expect(outputGap(valuesWith({ eps: 0 }))).toBe(Infinity);
    expect(outputGap(valuesWith({ eps: 0, a: -1 }))).toBe(-Infinity);
    expect(outputGap(valuesWith({ eps: 0, a: 0 }))).toBe(0);
    const { ai, aj } = pairOf(start);
    expect(outputGap(start)).toBeCloseTo(ai - aj, 12);
  });
});

describe('the terms at a point', () => {
  const point = fc.tuple(
    fc.double({ min: -HALF_WIDTH, max: HALF_WIDTH, noNaN: true }),
    fc.double({ min: -HALF_WIDTH, max: HALF_WIDTH, noNaN: true }),
  );
  /** A bound for rounding: the largest number that takes part, in units of the last place. */
  const tolerance = (...parts: number[]) => 1e-12 * Math.max(1, ...parts.map(Math.abs));

  it('add up: the neurons to the pair, the neuron and the gated unit to the limit', () => {
    fc.assert(
      fc.property(states, point, (values, at) => {
        const t = termsAt(values, at);
        expect(Math.abs(t.neuron + t.gated - t.limit)).toBeLessThan(tolerance(t.neuron, t.gated));
        expect(Math.abs(t.sum - t.limit - t.difference)).toBeLessThan(1e-8 * Math.max(1, Math.abs(t.sum)));
        if (values.eps === 0) return;
        const large = tolerance(t.neuronI, t.neuronJ) * 10;
        expect(Math.abs(t.neuronI + t.neuronJ - t.sum)).toBeLessThan(large + 1e-8);
      }),
      { numRuns: 400 },
    );
  });

  it('are what the weights shown compute', () => {
    fc.assert(
      fc.property(states, point, (values, at) => {
        if (values.eps < 1e-3) return;
        const { wi, wj, ai, aj } = pairOf(values);
        const sigma = activationOf(values).value;
        const byHand = ai * sigma(preactivation(wi, at)) + aj * sigma(preactivation(wj, at));
        expect(Math.abs(termsAt(values, at).sum - byHand)).toBeLessThan(
          1e-9 * Math.max(1, Math.abs(ai)) * 100,
        );
      }),
    );
  });

  it('at epsilon = 0 are the limit itself', () => {
    fc.assert(
      fc.property(states, point, (values, at) => {
        const t = termsAt({ ...values, eps: 0 }, at);
        expect(Math.abs(t.sum - t.limit)).toBeLessThan(tolerance(t.neuron, t.gated));
        expect(t.difference + 0).toBe(0);
      }),
    );
  });

  it('are read where the state says, if nothing else is asked', () => {
    expect(termsAt(start)).toEqual(termsAt(start, start.at));
    expect(termsAt(start)).not.toEqual(termsAt(start, [0, 0]));
  });
});

describe('the frame', () => {
  it('does not move while epsilon does, nor when another part is shown', () => {
    const shown = fc
      .constantFrom(...pairSchema.show.options.map(({ id }) => id))
      .filter((id) => id !== 'difference');
    fc.assert(
      fc.property(states, states, shown, (values, other, show) => {
        const sum = { ...values, show: 'sum' } as const;
        const height = frameHeight(sum);
        expect(frameHeight({ ...sum, eps: other.eps, show })).toBe(height);
        expect(frameHeight({ ...other, show: 'sum' })).toBeGreaterThan(0);
        expect(frameHeight(sum)).toBe(height);
      }),
    );
  });

  it('holds the pair at every epsilon', () => {
    fc.assert(
      fc.property(states, (drawn) => {
        for (const eps of [1, 0.7, 0.3, 0.05, 1e-3, 0]) {
          const values = withValues(pairSchema, drawn, { eps, show: 'sum' });
          expect(termRange(values, 'sum', eps, 32).size).toBeLessThanOrEqual(1.03 * frameHeight(values));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says when it cuts what is shown', () => {
    fc.assert(
      fc.property(states, (values) => {
        const { size } = termRange(values, values.show);
        const finite = Number.isFinite(size);
        expect(isClipped(values)).toBe(!finite || size > frameHeight(values) * (1 + 1e-9));
      }),
      { numRuns: 200 },
    );
  });

  it('is not much taller than the pair needs', () => {
    fc.assert(
      fc.property(states, (drawn) => {
        const values = withValues(pairSchema, drawn, { show: 'sum' });
        const epsilons = Array.from({ length: 21 }, (_, k) => k / 20);
        const size = Math.max(...epsilons.map((eps) => termRange(values, 'sum', eps, 32).size));
        if (size > 1e-9) expect(frameHeight(values)).toBeLessThanOrEqual(1.6 * size);
      }),
      { numRuns: 50 },
    );
  });

  it('follows the difference, which would be invisible in that of the pair', () => {
    const heights = [0.3, 0.01, 1e-4].map((eps) => frameHeight(valuesWith({ eps, show: 'difference' })));
    expect(heights[0]).toBeGreaterThan(100 * (heights[1] ?? 0));
    expect(heights[1]).toBeGreaterThan(100 * (heights[2] ?? 0));
  });

  it('cuts single neurons when they are large, and says so', () => {
    expect(isClipped(valuesWith({ eps: 0.01, show: 'neuronI' }))).toBe(true);
    expect(isClipped(valuesWith({ eps: 0, show: 'neuronJ' }))).toBe(true);
    expect(isClipped(start)).toBe(false);
  });
});

describe('the error', () => {
  it('is ordered and finite, and 0 at epsilon = 0', () => {
    fc.assert(
      fc.property(states, (values) => {
        const { mean, rootMeanSquare, max } = errorAt(values);
        expect(mean).toBeLessThanOrEqual(rootMeanSquare * (1 + 1e-9) + 1e-300);
        expect(rootMeanSquare).toBeLessThanOrEqual(max * (1 + 1e-9) + 1e-300);
        expect(Number.isFinite(max)).toBe(true);
        expect(errorAt(values, 0)).toEqual({ mean: 0, rootMeanSquare: 0, max: 0 });
      }),
      { numRuns: 60 },
    );
  });

  it('on the curve is the error there', () => {
    fc.assert(
      fc.property(states, (values) => {
        for (const { epsilon, ...norms } of errorCurve(values)) {
          const there = errorAt(values, epsilon);
          for (const name of ['mean', 'rootMeanSquare', 'max'] as const) {
            expect(Math.abs(norms[name] - there[name])).toBeLessThanOrEqual(1e-4 * there[name] + 1e-15);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has a curve from 1e-6 to 1', () => {
    const epsilons = errorCurve(start).map(({ epsilon }) => epsilon);
    expect(epsilons[0]).toBe(1e-6);
    expect(epsilons.at(-1)).toBe(1);
    expect(epsilons.every((epsilon, k) => k === 0 || epsilon > (epsilons[k - 1] ?? 1))).toBe(true);
  });

  it('is remembered for the right state only', () => {
    const one = errorAt(start).mean;
    expect(errorAt(valuesWith({ a: -2 })).mean).not.toBe(one);
    expect(errorAt(valuesWith({ act: 'tanh' })).mean).not.toBe(one);
    expect(errorAt(start).mean).toBe(one);
  });
});

describe('two states', () => {
  it('have the same shape exactly when nothing but view and choice differ', () => {
    expect(sameShape(start, { ...start, at: [0, 0], cam: [0, 0, 1], show: 'limit', sheets: false })).toBe(
      true,
    );
    const changes: Partial<PairValues>[] = [
      { act: 'tanh' },
      { eps: 0.1 },
      { a: 1 },
      { c: 1 },
      { w: [1.8, 0.5] },
      { bias: 1 },
      { dir: 0 },
      { dbias: 0.5 },
    ];
    for (const change of changes) expect(sameShape(start, { ...start, ...change })).toBe(false);
  });
});
