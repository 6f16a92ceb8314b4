/**
 * The problem with four parameters ([FCI] Figure 6, MATH.md section 8): inputs x ~ N(0, 1), teacher
 * s(5x + 2.5) + s(5x - 2.5) with s(z) = erf(z / sqrt 2), student a_1 s(w_1 x) + a_2 s(w_2 x).
 *
 * theta is laid out as every network's (network.ts): w_1, w_2, a_1, a_2. Channel coordinates are c, a, w, epsilon;
 * with a scalar input Delta is 1, epsilon and a carry signs, and nothing is singular at epsilon = 0.
 */
import { activations } from '#math/activation/activation';
import { normalInputs } from '#math/network/inputs';
import { type NetworkShape, networkShape } from '#math/network/network';
import { createSamples, type Samples } from '#math/network/samples';
import { createRandom } from '#math/numerics/random';

/** The student as a network. */
export const toyShape: NetworkShape = networkShape(1, 2, false);

/** Number of parameters, in either coordinates. */
export const TOY_SIZE = 4;

/** Slope of the teacher's neurons and their biases, plus and minus. */
export const TEACHER_SLOPE = 5;
export const TEACHER_BIAS = 2.5;

const s = activations.erf.value;

/** The teacher's output at x. */
export function toyTarget(x: number): number {
  return s(TEACHER_SLOPE * x + TEACHER_BIAS) + s(TEACHER_SLOPE * x - TEACHER_BIAS);
}

/** A point of parameter space in channel coordinates. */
export interface ToyPoint {
  /** a_1 + a_2 */
  readonly c: number;
  /** epsilon (a_1 - a_2) */
  readonly a: number;
  /** (w_1 + w_2) / 2 */
  readonly w: number;
  /** (w_1 - w_2) / 2, of either sign; (c, a, w, epsilon) and (c, a, w, -epsilon) exchange the two neurons. */
  readonly epsilon: number;
}

/** Channel coordinates of theta; every theta has them. */
export function toToyPoint(theta: Float64Array): ToyPoint {
  const [w1, w2, a1, a2] = theta as unknown as readonly [number, number, number, number];
  const epsilon = (w1 - w2) / 2;
  return { c: a1 + a2, a: epsilon * (a1 - a2), w: (w1 + w2) / 2, epsilon };
}

/**
 * theta of a point. Throws a RangeError at epsilon = 0 unless a = 0: the output weights would be infinite. With
 * both zero the two neurons share c equally.
 */
export function fromToyPoint({ c, a, w, epsilon }: ToyPoint): Float64Array {
  if (epsilon === 0 && a !== 0)
    throw new RangeError(`a = ${a} at epsilon = 0 belongs to infinite output weights`);
  const half = a === 0 ? 0 : a / (2 * epsilon);
  return Float64Array.of(w + epsilon, w - epsilon, c / 2 + half, c / 2 - half);
}

/** The point as the vector c, a, w, epsilon that the objectives in channel coordinates take. */
export function toyVector({ c, a, w, epsilon }: ToyPoint): Float64Array {
  return Float64Array.of(c, a, w, epsilon);
}

/** The student's output at x, at epsilon = 0 that of the limit c s(w x) + a x s'(w x). */
export function toyOutput({ c, a, w, epsilon }: ToyPoint, x: number): number {
  const jet = new Float64Array(4);
  const delta = epsilon * x;
  const z = w * x;
  if (Math.abs(delta) >= TAYLOR_BELOW) {
    const up = s(z + delta);
    const down = s(z - delta);
    return (c / 2) * (up + down) + (a / (2 * epsilon)) * (up - down);
  }
  activations.erf.jet(z, jet);
  const square = delta * delta;
  const even = (jet[0] as number) + (square / 2) * (jet[2] as number);
  return c * even + a * x * ((jet[1] as number) + (square / 6) * (jet[3] as number));
}

/** The two parts of the limit at x: the neuron c s(w x) and the gated linear unit a x s'(w x). */
export function toyLimitParts(
  { c, a, w }: Pick<ToyPoint, 'c' | 'a' | 'w'>,
  x: number,
): { readonly neuron: number; readonly gated: number } {
  const jet = new Float64Array(4);
  activations.erf.jet(w * x, jet);
  return { neuron: c * (jet[0] as number), gated: a * x * (jet[1] as number) };
}

/** As in pair.ts: both forms of the value are good to about 1e-12 here. */
const TAYLOR_BELOW = 1e-3;

/** `count` standard normal inputs of that seed with the teacher's targets. */
export function toySamples(count: number, seed: number): Samples {
  const inputs = normalInputs(count, 1, createRandom(seed));
  return createSamples(inputs, inputs.map(toyTarget), 1);
}
