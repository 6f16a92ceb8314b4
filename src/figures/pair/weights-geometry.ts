/** Where the arrows of the input weights are drawn: the plane, and the magnified tips. */
import type { PairCoordinates } from '#math/pair/pair';

type Vector = readonly [number, number];

/** The plane of input weights: w1 to the right, w2 up, both from -3.3 to 3.3. */
export const PLANE = { size: 250, span: 3.3, centre: [130, 132] } as const;
/** The magnifying glass beside it. */
export const LENS = { radius: 84, centre: [400, 132], tip: 50 } as const;
export const DRAWING = { width: 496, height: 264 } as const;

/** Pixels for one unit of weight. */
export const UNIT = PLANE.size / 2 / PLANE.span;

/** Pixel of a weight vector in the plane. */
export function planePixel([w1, w2]: Vector): Vector {
  return [PLANE.centre[0] + w1 * UNIT, PLANE.centre[1] - w2 * UNIT];
}

/** The weight vector at a pixel of the plane. */
export function planeWeight([x, y]: Vector): Vector {
  return [(x - PLANE.centre[0]) / UNIT, (PLANE.centre[1] - y) / UNIT];
}

/** How many times larger than the plane the glass shows the tips, so that they stay apart at every epsilon. */
export function magnification({ epsilon }: Pick<PairCoordinates, 'epsilon'>): number {
  return LENS.tip / (epsilon * UNIT);
}

/**
 * Pixel in the glass of w + offset.
 * @param factor the magnification; infinite at epsilon = 0, where the tips are shown in their direction
 */
export function lensPixel(offset: Vector, factor: number): Vector {
  const scale = factor * UNIT;
  return [LENS.centre[0] + offset[0] * scale, LENS.centre[1] - offset[1] * scale];
}

/** Pixel of the tip of w_i (sign 1) or w_j (sign -1) in the glass; at a fixed distance when nothing else is asked. */
export function tipPixel({ delta, epsilon }: PairCoordinates, sign: 1 | -1, frozen?: number): Vector {
  const [d1 = 0, d2 = 0] = delta;
  const length =
    epsilon > 0 && frozen !== undefined && Number.isFinite(frozen) ? epsilon * frozen * UNIT : LENS.tip;
  // What is drawn of Delta is its part in the plane.
  const shown = Math.min(length, (LENS.radius - 12) / Math.hypot(d1, d2));
  return [LENS.centre[0] + sign * d1 * shown, LENS.centre[1] - sign * d2 * shown];
}

/**
 * What dragging a tip in the glass to a pixel means: the direction of Delta in degrees, and epsilon.
 * @param flat length of Delta's part in the plane (less than 1 when Delta has a bias part)
 */
export function tipDragged(pixel: Vector, sign: 1 | -1, factor: number, flat: number) {
  const offset: Vector = [sign * (pixel[0] - LENS.centre[0]), sign * (LENS.centre[1] - pixel[1])];
  const length = Math.hypot(...offset);
  return {
    dir: (Math.atan2(offset[1], offset[0]) * 180) / Math.PI,
    eps: Number.isFinite(factor) ? length / (factor * UNIT * flat) : 0,
  };
}
