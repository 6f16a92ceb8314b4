/**
 * The landscape of the problem with four parameters over (gamma, alpha) [FCI Figure 6b]: gamma fixes a_1 - a_2,
 * alpha is the component along e_min, the most negative eigenvector on the saddle line at gamma = 2, counted from
 * the saddle line; over the two directions orthogonal to both the loss is minimised. Channel 1 lies at alpha < 0,
 * channel 2 at alpha > 0.
 *
 * Minimised means: followed from the saddle line (alpha = 0, where the minimum is the saddle line itself) outward
 * at fixed gamma. Taking the least of all minima instead would cover the saddle line with other valleys.
 *
 * The paper's own figure is drawn over (a_1 - a_2) / sqrt 2 = a* (2 gamma - 1) / sqrt 2, which it calls gamma: its
 * data (losslandscape.csv) agree with these values only when read so.
 */

import { gammaOf, type SaddleLine, saddlePoint } from '#math/landscape/saddle-line';
import type { Objective } from '#math/numerics/objective';
import { derivativesAt } from '#math/numerics/objective';
import type { Steps } from '#math/numerics/steps';
import { eigenvector, symmetricEigen } from '#math/numerics/symmetric-eigen';
import { TOY_SIZE } from './toy';

/** The axes of the landscape: what belongs to a (gamma, alpha), and where a theta lies. */
export interface ToyAxes {
  readonly line: SaddleLine;
  /** Unit vectors in theta: along alpha, and two over which the loss is minimised. */
  readonly downhill: Float64Array;
  readonly across: readonly [Float64Array, Float64Array];
}

/** The axes for a loss and its saddle line; `reference` is the gamma of e_min, about 2 in the paper. */
export function toyAxes(loss: Objective, line: SaddleLine, reference = 2): ToyAxes {
  const { hessian } = derivativesAt(loss, saddlePoint(line, reference));
  const lowest = eigenvector(symmetricEigen(hessian, TOY_SIZE), 0);
  // Positive alpha is towards larger input weights, that is towards channel 2.
  const sign = (lowest[0] as number) + (lowest[1] as number) < 0 ? -1 : 1;
  const downhill = lowest.map((value) => sign * value);
  // e_min is orthogonal to the saddle line, (0, 0, 1, -1): what counts are w_1, w_2 and (a_1 + a_2) / sqrt 2.
  const [x, y, z] = [downhill[0], downhill[1], Math.SQRT2 * (downhill[2] as number)] as [
    number,
    number,
    number,
  ];
  const flat = Math.hypot(x, y);
  return {
    line,
    downhill,
    across: [Float64Array.of(-y / flat, x / flat, 0, 0), fromThree((-x * z) / flat, (-y * z) / flat, flat)],
  };
}

function fromThree(x: number, y: number, z: number): Float64Array {
  return Float64Array.of(x, y, z * Math.SQRT1_2, z * Math.SQRT1_2);
}

/** Where theta is projected to, orthogonally. */
export function toyPlace(
  { line, downhill }: ToyAxes,
  theta: Float64Array,
): { readonly gamma: number; readonly alpha: number } {
  const gamma = gammaOf(line, theta);
  const foot = saddlePoint(line, gamma);
  let alpha = 0;
  for (let p = 0; p < TOY_SIZE; p++)
    alpha += (downhill[p] as number) * ((theta[p] as number) - (foot[p] as number));
  return { gamma, alpha };
}

/** A grid of losses over gamma (rows) and alpha (columns); NaN where not yet computed. */
export interface ToyLandscape {
  readonly gammas: Float64Array;
  readonly alphas: Float64Array;
  /** gammas.length x alphas.length, row-major. */
  readonly losses: Float64Array;
  /** The minimising theta of each, gammas.length x alphas.length x 4. */
  readonly thetas: Float64Array;
}

/** A landscape to be filled, over gammas and alphas in ascending order (alpha = 0 among them or near). Allocates. */
export function emptyToyLandscape(gammas: readonly number[], alphas: readonly number[]): ToyLandscape {
  const size = gammas.length * alphas.length;
  return {
    gammas: Float64Array.from(gammas),
    alphas: Float64Array.from(alphas),
    losses: new Float64Array(size).fill(Number.NaN),
    thetas: new Float64Array(size * TOY_SIZE).fill(Number.NaN),
  };
}

/** Rows, and columns counted from the saddle line, are first taken in strides of this, then of half, then all. */
const COARSEST = 4;

/**
 * Fills the landscape, coarse to fine; pauses after each row (about a millisecond) and returns the number of
 * evaluations of the loss. `onLevel` is told when a level is complete: then every `stride`-th row is there, and every
 * `stride`-th column counted from the one nearest to alpha = 0.
 */
export function* fillToyLandscape(
  loss: Objective,
  axes: ToyAxes,
  landscape: ToyLandscape,
  onLevel: (stride: number) => void = () => {},
): Steps<number> {
  const { gammas, alphas } = landscape;
  const minimiser = acrossMinimiser(loss, axes);
  const centre = nearestToZero(alphas);
  for (let stride = COARSEST; stride >= 1; stride /= 2) {
    for (let row = 0; row < gammas.length; row += stride) {
      fillRow(minimiser, landscape, row, centre, stride);
      yield;
    }
    onLevel(stride);
  }
  return minimiser.evaluations();
}

function nearestToZero(values: Float64Array): number {
  let best = 0;
  for (let k = 1; k < values.length; k++) {
    if (Math.abs(values[k] as number) < Math.abs(values[best] as number)) best = k;
  }
  return best;
}

/** Both ways along alpha from the column nearest to the saddle line, each point from the one before. */
function fillRow(
  minimiser: AcrossMinimiser,
  { gammas, alphas, losses, thetas }: ToyLandscape,
  row: number,
  centre: number,
  stride: number,
): void {
  const last = new Float64Array(2);
  const start = new Float64Array(2);
  for (const direction of [1, -1]) {
    start.fill(0);
    last.fill(0);
    for (let k = centre; k >= 0 && k < alphas.length; k += direction * stride) {
      const at = row * alphas.length + k;
      const theta = thetas.subarray(at * TOY_SIZE, (at + 1) * TOY_SIZE);
      const [x, y] = last as unknown as readonly [number, number];
      if (Number.isNaN(losses[at])) {
        losses[at] = minimiser.minimise(gammas[row] as number, alphas[k] as number, start, theta);
        last.set(start);
      } else minimiser.locate(theta, last);
      // The next minimum is expected as much further on as this one was, unless it jumped.
      const dx = (last[0] as number) - x;
      const dy = (last[1] as number) - y;
      const trusted = Math.hypot(dx, dy) < LONGEST ? 1 : 0;
      start[0] = (last[0] as number) + trusted * dx;
      start[1] = (last[1] as number) + trusted * dy;
    }
  }
}

interface AcrossMinimiser {
  /** Least loss at (gamma, alpha) near `start`, which is replaced by the minimiser; its theta is written. */
  minimise(gamma: number, alpha: number, start: Float64Array, theta: Float64Array): number;
  /** The two coordinates across of theta, to `start`. */
  locate(theta: Float64Array, start: Float64Array): void;
  evaluations(): number;
}

/**
 * Once a Newton step promises less than this part of the loss it is taken on trust: what it leaves is of higher
 * order, below 1e-7 of the loss on the whole landscape.
 */
const TRUSTED_GAIN = 1e-5;
const MAX_STEPS = 60;
/** Longest step, in theta: valleys are about this wide. */
const LONGEST = 0.3;
/** Curvature below which a direction is stepped along by this instead. */
const LEAST_CURVATURE = 1e-4;

/** Newton's method in the two directions across, with damping where the loss is not convex. */
function acrossMinimiser(loss: Objective, { line, downhill, across }: ToyAxes): AcrossMinimiser {
  const [first, second] = across;
  const gradient = new Float64Array(TOY_SIZE);
  const hessian = new Float64Array(TOY_SIZE * TOY_SIZE);
  let count = 0;

  const curvature = (u: Float64Array, v: Float64Array): number => {
    let sum = 0;
    for (let p = 0; p < TOY_SIZE; p++) {
      let row = 0;
      for (let q = 0; q < TOY_SIZE; q++) row += (hessian[TOY_SIZE * p + q] as number) * (v[q] as number);
      sum += (u[p] as number) * row;
    }
    return sum;
  };
  const along = (u: Float64Array): number => {
    let sum = 0;
    for (let p = 0; p < TOY_SIZE; p++) sum += (u[p] as number) * (gradient[p] as number);
    return sum;
  };

  return {
    evaluations: () => count,
    locate(theta, start) {
      const foot = saddlePoint(line, gammaOf(line, theta));
      start.fill(0);
      for (let p = 0; p < TOY_SIZE; p++) {
        const offset = (theta[p] as number) - (foot[p] as number);
        start[0] = (start[0] as number) + (first[p] as number) * offset;
        start[1] = (start[1] as number) + (second[p] as number) * offset;
      }
    },
    minimise(gamma, alpha, start, theta) {
      const base = saddlePoint(line, gamma);
      for (let p = 0; p < TOY_SIZE; p++) base[p] = (base[p] as number) + alpha * (downhill[p] as number);
      const place = (x: number, y: number): void => {
        for (let p = 0; p < TOY_SIZE; p++)
          theta[p] = (base[p] as number) + x * (first[p] as number) + y * (second[p] as number);
      };
      let x = start[0] as number;
      let y = start[1] as number;
      place(x, y);
      let value = loss.hessian(theta, gradient, hessian);
      count++;
      for (let step = 0; step < MAX_STEPS; step++) {
        const gx = along(first);
        const gy = along(second);
        let xx = curvature(first, first);
        const xy = curvature(first, second);
        let yy = curvature(second, second);
        const lowest = (xx + yy) / 2 - Math.hypot((xx - yy) / 2, xy);
        if (lowest < LEAST_CURVATURE) {
          const shift = LEAST_CURVATURE - lowest + Math.abs(lowest);
          xx += shift;
          yy += shift;
        }
        const determinant = xx * yy - xy * xy;
        let dx = (xy * gy - yy * gx) / determinant;
        let dy = (xy * gx - xx * gy) / determinant;
        const gain = -(gx * dx + gy * dy) / 2;
        const scale = Math.min(1, LONGEST / Math.hypot(dx, dy));
        if (!(gain > TRUSTED_GAIN * value)) {
          x += dx;
          y += dy;
          value -= Math.max(0, gain);
          place(x, y);
          break;
        }
        dx *= scale;
        dy *= scale;
        let next = Number.POSITIVE_INFINITY;
        let t = 1;
        for (; t > 1e-3; t /= 2) {
          place(x + t * dx, y + t * dy);
          next = loss.hessian(theta, gradient, hessian);
          count++;
          if (next <= value) break;
        }
        if (!(next <= value)) {
          place(x, y);
          break;
        }
        x += t * dx;
        y += t * dy;
        value = next;
      }
      start[0] = x;
      start[1] = y;
      return value;
    },
  };
}
