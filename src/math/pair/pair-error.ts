/** How far the pair is from its limit over the square of inputs: the curves of the error plot. */
import type { Activation } from '#math/activation/activation';
import type { PairCoordinates } from './pair';
import { reluEvaluator } from './pair-relu';
import { type PlaneFunction, pairFunction } from './plane-function';

/** |pair - limit| over the square [-halfWidth, halfWidth]^2. */
export interface ErrorNorms {
  readonly mean: number;
  readonly rootMeanSquare: number;
  readonly max: number;
}

/**
 * Norms of pair - limit over the square.
 * @param halfWidth half the side of the square
 * @param samples points a side (smooth activations) or lines (ReLU)
 */
export function errorNorms(
  activation: Activation,
  coordinates: PairCoordinates,
  halfWidth: number,
  samples = 48,
): ErrorNorms {
  return activation.smooth
    ? functionNorms(pairFunction(activation, 'difference', coordinates), halfWidth, samples)
    : reluNorms(coordinates, halfWidth, samples);
}

/** The order in epsilon that each norm falls with: 2 for smooth activations; for ReLU 1, 1/2 and 0. */
export function predictedOrders(activation: Pick<Activation, 'smooth'>): ErrorNorms {
  return activation.smooth
    ? { mean: 2, rootMeanSquare: 2, max: 2 }
    : { mean: 1, rootMeanSquare: 0.5, max: 0 };
}

/**
 * Norms of a smooth function over the square: midpoint rule for the means; the maximum over the midpoints and the edge of the
 * square, where it usually is.
 * @param samples points a side
 */
export function functionNorms(of: PlaneFunction, halfWidth: number, samples = 48): ErrorNorms {
  const out = new Float64Array(3);
  const step = (2 * halfWidth) / samples;
  let sum = 0;
  let squares = 0;
  let max = 0;
  const errorAt = (x1: number, x2: number): number => {
    of(x1, x2, out);
    const size = Math.abs(out[0] as number);
    if (size > max) max = size;
    return size;
  };
  for (let i = 0; i < samples; i++) {
    const x2 = -halfWidth + (i + 0.5) * step;
    for (let j = 0; j < samples; j++) {
      const size = errorAt(-halfWidth + (j + 0.5) * step, x2);
      sum += size;
      squares += size * size;
    }
  }
  for (let k = 0; k <= samples; k++) {
    const t = -halfWidth + k * step;
    errorAt(t, halfWidth);
    errorAt(t, -halfWidth);
    errorAt(halfWidth, t);
    errorAt(-halfWidth, t);
  }
  const count = samples * samples;
  return { mean: sum / count, rootMeanSquare: Math.sqrt(squares / count), max };
}

/**
 * Along a line parallel to an axis the ReLU error is piecewise linear with breaks at the three creases, so its
 * integrals are exact there, however thin the band between the creases; across the lines, the midpoint rule.
 */
function reluNorms(coordinates: PairCoordinates, halfWidth: number, lines: number): ErrorNorms {
  const { w, delta, epsilon } = coordinates;
  const evaluate = reluEvaluator('difference', coordinates);
  const out = new Float64Array(3);
  // Run along the axis that the creases cross most steeply.
  const along = Math.abs(w[0] ?? 0) >= Math.abs(w[1] ?? 0) ? 0 : 1;
  const across = 1 - along;
  const wu = w[along] ?? 0;
  const du = delta[along] ?? 0;
  const breaks = new Float64Array(5);
  let sum = 0;
  let squares = 0;
  let max = 0;
  for (let line = 0; line < lines; line++) {
    const v = -halfWidth + ((line + 0.5) * 2 * halfWidth) / lines;
    const z0 = (w[across] ?? 0) * v + (w[2] ?? 0);
    const q0 = (delta[across] ?? 0) * v + (delta[2] ?? 0);
    const crossing = (k: number): number => {
      const slope = wu + k * du;
      const u = slope === 0 ? halfWidth : -(z0 + k * q0) / slope;
      return Math.min(halfWidth, Math.max(-halfWidth, u));
    };
    breaks[0] = -halfWidth;
    breaks[1] = crossing(epsilon);
    breaks[2] = crossing(-epsilon);
    breaks[3] = crossing(0);
    breaks[4] = halfWidth;
    breaks.sort();
    for (let piece = 0; piece < 4; piece++) {
      const from = breaks[piece] as number;
      const to = breaks[piece + 1] as number;
      const width = to - from;
      if (width <= 0) continue;
      const middle = (from + to) / 2;
      const z = z0 + wu * middle;
      const d = epsilon * (q0 + du * middle);
      const p = z + d > 0 ? 1 : 0;
      const r = z - d > 0 ? 1 : 0;
      const m = z > 0 ? 1 : 0;
      evaluate(z0 + wu * from, q0 + du * from, p, r, m, out);
      const f = out[0] as number;
      evaluate(z0 + wu * to, q0 + du * to, p, r, m, out);
      const g = out[0] as number;
      max = Math.max(max, Math.abs(f), Math.abs(g));
      squares += (width * (f * f + f * g + g * g)) / 3;
      // The linear piece may change its sign inside.
      sum +=
        f * g >= 0
          ? (width * Math.abs(f + g)) / 2
          : (width * (f * f + g * g)) / (2 * (Math.abs(f) + Math.abs(g)));
    }
  }
  const length = lines * 2 * halfWidth;
  return { mean: sum / length, rootMeanSquare: Math.sqrt(squares / length), max };
}
