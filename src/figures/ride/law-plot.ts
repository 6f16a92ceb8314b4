/** One of the six plots of a ride, as SVG text. Pure. */
import { type RideLawId, rideLawIds } from '#math/ride/ride-laws';
import type { RidePoint } from '#math/ride/ride-point';
import { type LogAxis, logPixel } from '#ui/log-plot';
import { floorAt, limitOf, predictedAt, type RideView } from './model';
import { axesMarkup, clipped, curvePath, logSpaced, marksAlong, type PlotFrame, tag } from './plot-markup';
import { text } from './text';

export const LAW_HEIGHT = 216;
const TOP = 10;
/** Room for the axis below. */
const BELOW = 34;
const LEFT = 46;
/** Narrower plots there are only in frames. */
const NARROW = 170;
/** Room for infinity right of the axis. */
const RIGHT = 36;
const INFINITY_GAP = 20;
/** 1/epsilon at the right end: the smallest epsilon of a ride. */
const FURTHEST = 8;
/** Below it a value is rounding whatever it is. */
const LEAST = 1e-18;

/** CSS colour of each law: that of its symbol, where it has one. */
export const lawColours: Readonly<Record<RideLawId, string>> = {
  excess: 'var(--channel)',
  error: 'var(--ink)',
  largestEigenvalue: 'var(--ink)',
  c: 'var(--c)',
  a: 'var(--a)',
  cosine: 'var(--delta)',
};

/** What is plotted is the size of the value: -1 where the values are negative. */
export function signOf(id: RideLawId, { certificate }: RideView): number {
  if (id === 'excess') return certificate.h < 0 ? -1 : 1;
  return limitOf(id, certificate) < 0 ? -1 : 1;
}

/** What a plot is called. */
export function lawTitle(id: RideLawId, view: RideView | undefined): string {
  const { plots } = text;
  if (view === undefined || signOf(id, view) > 0) return plots[id];
  return id === 'excess' ? plots.excessBack : id === 'c' ? plots.minusC : plots.minusCosine;
}

/** Both axes; they stand still while the reader jumps. */
export function lawFrame(
  id: RideLawId,
  { certificate, points }: RideView,
  width: number,
  height = LAW_HEIGHT,
): PlotFrame {
  const start = points[0] as RidePoint;
  const x = {
    low: Math.floor(Math.log10(1 / start.epsilon)),
    high: FURTHEST,
    from: LEFT,
    to: width - RIGHT,
  };
  const limit = Math.abs(limitOf(id, certificate));
  const y = { from: height - BELOW, to: TOP };
  if (id === 'c' || id === 'a' || id === 'cosine') {
    const middle = Math.log10(Math.max(limit, 1e-12));
    return { x, y: { ...y, low: middle - 0.55, high: middle + 0.55 } };
  }
  const near = Math.abs(start[id]);
  const far = Math.abs(predictedAt(id, certificate, points, 10 ** -FURTHEST));
  const low = Math.floor(Math.log10(Math.max(LEAST, Math.min(near, far))));
  const high = Math.ceil(Math.log10(Math.max(near, far)) + 0.1);
  return { x, y: { ...y, low, high } };
}

function markAt(frame: PlotFrame, epsilon: number, value: number): readonly [number, number] {
  return [logPixel(frame.x, 1 / epsilon), logPixel(frame.y, value)];
}

/** Everything in the plot, from back to front; `highlighted` is the index of a point. */
export function lawMarkup(
  id: RideLawId,
  view: RideView,
  width: number,
  highlighted: number | undefined,
  height = LAW_HEIGHT,
): string {
  const frame = lawFrame(id, view, width, height);
  const { certificate, points, laws, last, stop } = view;
  const sign = signOf(id, view);
  const { x, y } = frame;
  const epsilons = logSpaced(10 ** -x.low, 10 ** -x.high, 61);
  const parts: string[] = [];

  const start = points[0] as RidePoint;
  const floors = epsilons.map((epsilon) => [1 / epsilon, floorAt(id, start, epsilon) ?? Number.NaN] as const);
  if (Number.isFinite(floors[0]?.[1])) {
    const edge = curvePath(frame, floors);
    parts.push(tag('path', { class: 'ride-floor', d: `${edge}L${x.to} ${y.from}L${x.from} ${y.from}Z` }));
  }
  if (stop?.kind === 'arrived') {
    const from = logPixel(x, 1.4 / last.epsilon);
    parts.push(
      tag('rect', { class: 'ride-floor', x: from, y: y.to, width: x.to - from, height: y.from - y.to }),
    );
  }
  parts.push(axesMarkup(frame, { bottom: marksIn(width), left: marksAlong(y, 34) }), infinityAxis(x, y));

  const predicted = epsilons.map(
    (epsilon) => [1 / epsilon, sign * predictedAt(id, certificate, points, epsilon)] as const,
  );
  parts.push(tag('path', { class: 'ride-predicted', d: curvePath(frame, clipped(frame, predicted)) }));
  const { slope, prefactor, used } = laws[id];
  const fitted = points.filter((_, k) => used[k]);
  if (slope !== undefined && prefactor !== undefined && fitted.length > 1) {
    const ends = [fitted[0], fitted.at(-1)].map((point) => {
      const { epsilon } = point as RidePoint;
      return [1 / epsilon, prefactor * epsilon ** slope] as const;
    });
    parts.push(tag('path', { class: 'ride-fitted', d: curvePath(frame, ends) }));
  }
  parts.push(notes(id, view, frame));
  points.forEach((point, k) => {
    const value = sign * point[id];
    if (!(value > 0)) return;
    const [cx, cy] = markAt(frame, point.epsilon, value);
    const isHere = k === highlighted;
    if (isHere) parts.push(tag('line', { class: 'ride-here', x1: cx, x2: cx, y1: y.to, y2: y.from }));
    const kind = used[k] ? 'ride-point' : 'ride-point ride-unused';
    parts.push(tag('circle', { class: isHere ? `${kind} ride-chosen` : kind, cx, cy, r: isHere ? 6 : 3.75 }));
  });
  if (view.infinite) parts.push(infinityMark(id, view, frame));
  return parts.join('');
}

/** How many powers of ten have room below a plot. */
function marksIn(width: number): number {
  return width < 330 ? Math.max(2, Math.min(4, Math.floor((width - LEFT - RIGHT) / 42))) : 5;
}

/** What the grey areas are, where no curve is. */
function notes(id: RideLawId, { points, stop }: RideView, { x, y }: PlotFrame): string {
  const note = (at: number, height: number, anchor: 'start' | 'end', words: string) =>
    tag('text', { class: 'ride-note', x: at, y: height, 'text-anchor': anchor }, words);
  const parts: string[] = [];
  const floor = floorAt(id, points[0] as RidePoint, 10 ** -x.high);
  if (id === 'excess') parts.push(note(x.from + 6, y.from - 5, 'start', text.plots.floor));
  else if (floor !== undefined) {
    // In a narrow plot the points come as far as the top of the grey.
    const height = x.to - x.from < NARROW ? y.from - 5 : logPixel(y, floor) + 26;
    parts.push(note(x.to - 5, height, 'end', text.plots.floor));
  }
  if (stop?.kind === 'arrived') {
    const falls = id === 'excess' || id === 'error';
    parts.push(note(x.to - 4, falls ? y.to + 12 : y.from - 7, 'end', text.plots.end));
  }
  return parts.join('');
}

/** The end of the horizontal axis: infinity, past a gap. */
function infinityAxis(x: LogAxis, y: LogAxis): string {
  const at = x.to + INFINITY_GAP;
  return [
    tag('line', { class: 'ride-axis ride-gap', x1: x.to, x2: at, y1: y.from, y2: y.from }),
    tag('line', { class: 'ride-axis', x1: at, x2: at, y1: y.from, y2: y.from + 4 }),
    tag('text', { class: 'axis-tick ride-infinity', x: at, y: y.from + 15 }, '∞'),
    tag(
      'text',
      { class: 'axis-symbol', x: (x.from + x.to) / 2, y: y.from + 29 },
      '<tspan class="ride-upright">1/</tspan><tspan fill="var(--epsilon)" data-symbol="epsilon">ε</tspan>',
    ),
  ].join('');
}

/** Where a law ends: a diamond; an arrow's head where the value leaves the plot. */
function infinityMark(id: RideLawId, view: RideView, { x, y }: PlotFrame): string {
  const limit = signOf(id, view) * limitOf(id, view.certificate);
  const at = x.to + INFINITY_GAP;
  const [height, label] =
    limit === 0 ? [y.from, '0'] : Number.isFinite(limit) ? [logPixel(y, limit), ''] : [y.to + 4, '∞'];
  const name =
    label === ''
      ? ''
      : tag('text', { class: 'ride-end-label', x: at, y: height + (label === '0' ? -14 : 16) }, label);
  return `${tag('path', { class: 'ride-end', d: `M${at - 6} ${height}L${at} ${height - 6}L${at + 6} ${height}L${at} ${height + 6}Z` })}${name}`;
}

/** The point whose 1/epsilon is nearest to a pixel. */
export function nearestPoint(view: RideView, width: number, pixel: number): number {
  const { x } = lawFrame(rideLawIds[0], view, width);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  view.points.forEach(({ epsilon }, k) => {
    const away = Math.abs(logPixel(x, 1 / epsilon) - pixel);
    if (away < least) [best, least] = [k, away];
  });
  return best;
}
