/** Draws the arrows of the input weights into their SVG: the plane, and the magnified tips. */
import { toPair } from '#math/pair/pair';
import { setAttributes } from '#ui/live';
import { coordinatesOf } from './model';
import type { PairValues } from './schema';
import { LENS, lensPixel, magnification, planePixel, tipPixel } from './weights-geometry';

type Vector = readonly [number, number];

/** Arrow coordinates carry this many decimals: enough to compute the surface from the drawing. */
function fixed(value: number): string {
  return value.toFixed(4);
}

function pair2(vector: readonly number[]): Vector {
  return [vector[0] ?? 0, vector[1] ?? 0];
}

function drawLine(root: Element, name: string, from: Vector, to: Vector): void {
  const line = root.querySelector(`[data-arrow="${name}"]`);
  if (line) {
    setAttributes(line, { x1: fixed(from[0]), y1: fixed(from[1]), x2: fixed(to[0]), y2: fixed(to[1]) });
  }
}

function moveTo(root: Element, name: string, at: Vector): void {
  const element = root.querySelector(`[data-spot="${name}"]`);
  if (element) setAttributes(element, { transform: `translate(${fixed(at[0])} ${fixed(at[1])})` });
}

/** A label beside a tip, further out along the arrow. */
function beside(tip: Vector, from: Vector, by: number): Vector {
  const [x, y] = [tip[0] - from[0], tip[1] - from[1]];
  const length = Math.hypot(x, y);
  return length < 1e-6
    ? [tip[0] + by, tip[1] - by]
    : [tip[0] + (x / length) * by, tip[1] + (y / length) * by];
}

/** A label beside the tip of w_i or w_j: at a right angle to Delta, on the side away from the origin. */
function asideOf(tip: Vector, w: Vector, origin: Vector): Vector {
  const [x, y] = [tip[0] - w[0], tip[1] - w[1]];
  const length = Math.hypot(x, y) || 1;
  const outward = -y * (w[0] - origin[0]) + x * (w[1] - origin[1]) >= 0 ? 1 : -1;
  return [tip[0] - (outward * 15 * y) / length, tip[1] + (outward * 15 * x) / length];
}

/** The head of an arrow whose point is at `to`. */
function drawHead(root: Element, name: string, from: Vector, to: Vector): void {
  const head = root.querySelector(`[data-head="${name}"]`);
  const [x, y] = [to[0] - from[0], to[1] - from[1]];
  const turn = (Math.atan2(y, x) * 180) / Math.PI;
  if (!head) return;
  setAttributes(head, {
    transform: `translate(${fixed(to[0])} ${fixed(to[1])}) rotate(${turn.toFixed(2)})`,
    visibility: Math.hypot(x, y) < 8 ? 'hidden' : 'visible',
  });
}

/** A label beyond a tip in the glass: outwards, and away from the arrow that comes from the origin. */
function beyondTip(tip: Vector, centre: Vector, w: Vector): Vector {
  const length = Math.hypot(...w) || 1;
  const out = Math.hypot(tip[0] - centre[0], tip[1] - centre[1]) || 1;
  const direction: Vector = [
    (tip[0] - centre[0]) / out + (0.9 * w[0]) / length,
    (tip[1] - centre[1]) / out - (0.9 * w[1]) / length,
  ];
  const size = Math.hypot(...direction) || 1;
  return [tip[0] + (20 * direction[0]) / size, tip[1] + (20 * direction[1]) / size];
}

/** The plane; names of tips that are too near each other are left to the glass. */
export function drawPlane(svg: SVGSVGElement, values: PairValues): void {
  const coordinates = coordinatesOf(values);
  const { wi, wj } = toPair(coordinates);
  const origin = planePixel([0, 0]);
  const w = planePixel(pair2(coordinates.w));
  const [i, j] = [planePixel(pair2(wi)), planePixel(pair2(wj))];
  const [d1 = 0, d2 = 0] = coordinates.delta;
  const delta = planePixel([(coordinates.w[0] ?? 0) + d1, (coordinates.w[1] ?? 0) + d2]);
  drawLine(svg, 'w', origin, w);
  drawLine(svg, 'wi', origin, i);
  drawLine(svg, 'wj', origin, j);
  drawLine(svg, 'delta', w, delta);
  moveTo(svg, 'w', w);
  moveTo(svg, 'w-label', beside(w, origin, 21));
  drawHead(svg, 'wi', origin, i);
  drawHead(svg, 'wj', origin, j);
  drawHead(svg, 'delta', w, delta);
  moveTo(svg, 'wi-label', asideOf(i, w, origin));
  moveTo(svg, 'wj-label', asideOf(j, w, origin));
  moveTo(svg, 'delta-label', beside(delta, w, 13));
  const apart = Math.hypot(i[0] - w[0], i[1] - w[1]);
  const show = (name: string, shown: boolean) => {
    const element = svg.querySelector(`[data-spot="${name}"]`);
    if (element) setAttributes(element, { visibility: shown ? 'visible' : 'hidden' });
  };
  // Nearer than this the glass beside the plane names them.
  show('wi-label', apart > 16);
  show('wj-label', apart > 16);
}

/** The glass, at the given magnification or, without one, with its tips apart. */
export function drawLens(svg: SVGSVGElement, values: PairValues, frozen: number | undefined): void {
  const coordinates = coordinatesOf(values);
  const centre = LENS.centre;
  const tips = [tipPixel(coordinates, 1, frozen), tipPixel(coordinates, -1, frozen)] as const;
  // The arrows come from the origin, far outside the glass: their last piece, at the true angle.
  const factor = frozen ?? magnification(coordinates);
  const [w1, w2] = pair2(coordinates.w);
  const tail = (tip: Vector): Vector => {
    if (Number.isFinite(factor)) return lensPixel([-w1, -w2], factor);
    const length = Math.hypot(w1, w2) || 1;
    const far = 4 * LENS.radius;
    return [tip[0] - (w1 / length) * far, tip[1] + (w2 / length) * far];
  };
  drawLine(svg, 'lens-wi', tail(tips[0]), tips[0]);
  drawLine(svg, 'lens-wj', tail(tips[1]), tips[1]);
  drawLine(svg, 'lens-delta', tips[1], tips[0]);
  moveTo(svg, 'tip-i', tips[0]);
  moveTo(svg, 'tip-j', tips[1]);
  moveTo(svg, 'tip-i-label', beyondTip(tips[0], centre, [w1, w2]));
  moveTo(svg, 'tip-j-label', beyondTip(tips[1], centre, [w1, w2]));
}
