/** Where the tips of the input weights are under the glass, which magnifies by 1/epsilon. */
import { pairsOf, tripleOf } from './model';
import type { TripleValues } from './schema';

export type Pixel = readonly [x: number, y: number];

export const DRAWING = { width: 360, height: 176 } as const;
export const GLASS = {
  radius: 84,
  /** Pixels from the middle to an outer tip. */
  reach: 50,
  centres: {
    triple: [[180, 88]],
    pairs: [
      [88, 88],
      [272, 88],
    ],
  },
} as const satisfies {
  radius: number;
  reach: number;
  centres: Readonly<Record<TripleValues['group'], readonly Pixel[]>>;
};

/** A tip of an arrow. */
interface Tip {
  /** Which neuron, from 0. */
  readonly index: number;
  readonly at: Pixel;
  /** Where its arrow comes into the glass: from the origin, far away. */
  readonly tail: Pixel;
  /** The middle of its name. */
  readonly name: Pixel;
}

/** What is under a glass: two tips, or three of which the middle one leaves the line by `epsilon`. */
interface Glass {
  readonly outer: readonly [Tip, Tip];
  /** With the middle of the outer two. */
  readonly middle: (Tip & { readonly halfway: Pixel }) | undefined;
}

/** Pixels from a tip to its name. */
const BESIDE = 19;

function length(vector: readonly number[]): number {
  return Math.hypot(vector[0] ?? 0, vector[1] ?? 0) || 1;
}

/**
 * One glass.
 * @param delta from the middle to the first tip, of length 1
 * @param off from the middle of the outer two to the mean of all, over epsilon
 * @param w where the arrows come from the opposite direction of
 */
function glass(
  centre: Pixel,
  indices: readonly number[],
  delta: readonly number[],
  off: readonly number[],
  w: readonly number[],
): Glass {
  const { radius, reach } = GLASS;
  const pixel = (x: number, y: number): Pixel => [centre[0] + reach * x, centre[1] - reach * y];
  const [d1 = 0, d2 = 0] = delta;
  const [o1 = 0, o2 = 0] = off;
  const size = length(w);
  const [u1, u2] = [(w[0] ?? 0) / size, -(w[1] ?? 0) / size];
  const tip = (index: number, [x, y]: Pixel, along: Pixel): Tip => {
    // Back along the arrow to the rim.
    const [a, b] = [x - centre[0], y - centre[1]];
    const back = a * u1 + b * u2;
    const far = back + Math.sqrt(Math.max(0, back * back + radius * radius - a * a - b * b));
    return {
      index,
      at: [x, y],
      tail: [x - far * u1, y - far * u2],
      name: [x + (BESIDE * along[0]) / length(along), y + (BESIDE * along[1]) / length(along)],
    };
  };
  const [first = 0, second = 0, third] = indices;
  // Upwards, at a right angle to the arrows: for the names of tips that lie along them.
  const up: Pixel = [u2, -u1];
  const isAlong = Math.abs(d1 * up[0] - d2 * up[1]) < 0.4;
  const beside = (sign: 1 | -1): Pixel =>
    isAlong ? up : [0.8 * sign * d1 + 0.6 * u1, -0.8 * sign * d2 + 0.6 * u2];
  const outer = [
    tip(first, pixel(d1 - o1, d2 - o2), beside(1)),
    tip(third ?? second, pixel(-d1 - o1, -d2 - o2), beside(-1)),
  ] as const;
  if (third === undefined) return { outer, middle: undefined };
  // Behind the line its name stands over its arrow.
  const isBehind = o1 * u1 - o2 * u2 < -0.02;
  const over: Pixel = [0.8 * up[0] - 0.6 * u1, 0.8 * up[1] - 0.6 * u2];
  const middle = tip(second, pixel(2 * o1, 2 * o2), isAlong ? up : isBehind ? over : [u1, u2]);
  return { outer, middle: { ...middle, halfway: pixel(-o1, -o2) } };
}

/** What is under the glasses: three neurons under one, two pairs under two. */
export function glassesOf(values: TripleValues): readonly Glass[] {
  const { centres } = GLASS;
  if (values.group === 'pairs') {
    return pairsOf(values).map(({ delta, w }, k) =>
      glass(centres.pairs[k as 0 | 1], [2 * k, 2 * k + 1], delta, [0, 0], w),
    );
  }
  const { omega, epsilon } = tripleOf(values);
  const delta = omega[1].map((entry) => entry / Math.SQRT2);
  // The mean of the outer two is eps^2 omega_2 / sqrt 6 from the mean of all, the middle one twice that on the other side.
  const off = omega[2].map((entry) => (-epsilon * entry) / Math.sqrt(6));
  return [glass(centres.triple[0], [0, 1, 2], delta, off, omega[0])];
}
