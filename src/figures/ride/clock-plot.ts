/** The clock and the sharpness panels as SVG text. Pure. */
import { quarterPowerLaw } from '#math/channel/channel';
import { logPixel } from '#ui/log-plot';
import type { ClockCurve } from '#workers/ride-messages';
import { type RideView, timeOf } from './model';
import { axesMarkup, clipped, curvePath, logSpaced, marksAlong, type PlotFrame, tag } from './plot-markup';
import { text } from './text';

export const CLOCK_HEIGHT = 280;
export const SHARPNESS_HEIGHT = 250;
const LEFT = 46;
const TOP = 12;
/** Pixels that the name of the flow takes. */
const FLOW_NAME = 84;
/** Room for the axis below. */
const BELOW = 36;
/** The horizontal axis grows by so many decades at a time as the jumps go on. */
const DECADES = 4;
const SHORTEST = 12;

/** Axes of the clock: as far as the flow was followed, and as far as the jumps have gone. */
export function clockFrame(view: RideView, width: number, height = CLOCK_HEIGHT): PlotFrame {
  const { certificate, points, last } = view;
  const reached = certificate.h > 0 ? Math.log10(timeOf(certificate, last)) : 0;
  const far = Math.max(SHORTEST, DECADES * Math.ceil((reached + 0.5) / DECADES));
  const first = points[0] ?? last;
  const top = Math.max(quarterPowerLaw(certificate.h, certificate.a, 10 ** far), last.outputDifference);
  const least = Math.min(first.outputDifference, ...(view.clock.channel?.outputDifferences ?? []));
  const low = Math.floor(Math.log10(least) - 0.3);
  return {
    x: { low: 0, high: far, from: LEFT, to: width - 14 },
    y: { low, high: Math.max(low + 2, Math.log10(top) + 0.3), from: height - BELOW, to: TOP },
  };
}

function symbolAt(x: number, y: number, markup: string): string {
  return tag('text', { class: 'axis-symbol', x, y }, markup);
}

/** a_i - a_j against flow time: the flow, its law, and where on it the jumps stand. */
export function clockMarkup(view: RideView, width: number, height = CLOCK_HEIGHT): string {
  const frame = clockFrame(view, width, height);
  const { x, y } = frame;
  const { certificate, points, clock } = view;
  const { h, a } = certificate;
  const parts = [
    axesMarkup(frame, { bottom: width < 260 ? 3 : width < 400 ? 4 : 6, left: marksAlong(y, 34) }),
  ];
  if (h > 0) {
    const law = logSpaced(1, 10 ** x.high, 41).map((t) => [t, quarterPowerLaw(h, a, t)] as const);
    parts.push(tag('path', { class: 'ride-predicted', d: curvePath(frame, clipped(frame, law)) }));
    const t = 10 ** (0.5 * x.high);
    parts.push(
      tag(
        'text',
        {
          class: 'ride-label',
          x: logPixel(x, t) - 8,
          y: logPixel(y, quarterPowerLaw(h, a, t)) - 20,
          'text-anchor': 'end',
        },
        `2 (h a² t)${tag('tspan', { class: 'ride-power', dy: '-0.5em' }, '1/4')}`,
      ),
    );
    for (const point of points.slice(1)) {
      const [cx, cy] = [logPixel(x, timeOf(certificate, point)), logPixel(y, point.outputDifference)];
      parts.push(tag('circle', { class: 'ride-point', cx, cy, r: 3.75 }));
    }
    const last = points.length > 1 ? points.at(-1) : undefined;
    if (last) {
      const [px, py] = [logPixel(x, timeOf(certificate, last)), logPixel(y, last.outputDifference)];
      parts.push(
        tag(
          'text',
          { class: 'ride-label ride-green', x: px - 10, y: py - 12, 'text-anchor': 'end' },
          text.clock.jumps,
        ),
      );
    }
  }
  if (clock.channel) {
    const { times, outputDifferences } = clock.channel;
    const flow = Array.from(times, (t, k) => [t, outputDifferences[k] as number] as const).filter(
      ([t]) => t >= 1,
    );
    parts.push(tag('path', { class: 'ride-flow', d: curvePath(frame, flow) }));
    const [t, d] = flow.at(-1) ?? [1, 1];
    const end = logPixel(x, t);
    const hasRoom = end + FLOW_NAME <= width;
    parts.push(
      tag(
        'text',
        {
          class: 'ride-label ride-green',
          x: hasRoom ? end + 2 : width - 2,
          y: logPixel(y, d) + (h <= 0 ? -14 : hasRoom ? 18 : 24),
          'text-anchor': hasRoom ? 'start' : 'end',
        },
        text.clock.flow,
      ),
    );
  }
  parts.push(
    symbolAt((x.from + x.to) / 2, y.from + 30, 't'),
    tag(
      'text',
      { class: 'axis-symbol', x: LEFT + 30, y: TOP + 2 },
      [
        tag(
          'tspan',
          { fill: 'var(--neuron-i)', 'data-symbol': 'ai' },
          `a${tag('tspan', { class: 'ride-sub', dy: 3 }, 'i')}`,
        ),
        tag('tspan', { dy: -3 }, ' − '),
        tag(
          'tspan',
          { fill: 'var(--neuron-j)', 'data-symbol': 'aj' },
          `a${tag('tspan', { class: 'ride-sub', dy: 3 }, 'j')}`,
        ),
      ].join(''),
    ),
  );
  return parts.join('');
}

/** Both sharpness panels have the same axes. */
function sharpnessFrame({ clock, eta }: RideView, width: number, height: number): PlotFrame {
  const curves = [clock.channel, clock.finite].filter((curve) => curve !== undefined);
  const sizes = curves.flatMap((curve) => [
    ...curve.largestEigenvalues,
    ...[...curve.smallestEigenvalues]
      .map(Math.abs)
      .filter((size, k) => size > (curve.eigenvalueFloors[k] ?? 0)),
  ]);
  const high = Math.max(...sizes, 2 / eta, 10);
  const low = Math.max(1e-16, Math.min(...sizes, 1e-6));
  const end = Math.max(10, ...curves.map(({ times }) => times.at(-1) ?? 10));
  return {
    x: { low: -1, high: Math.ceil(Math.log10(end) - 1e-9), from: LEFT, to: width - 44 },
    y: {
      low: Math.floor(Math.log10(low)),
      high: Math.ceil(Math.log10(high)),
      from: height - BELOW,
      to: TOP,
    },
  };
}

/** Largest and smallest eigenvalue of one of the two flows, and 2 / eta. */
export function sharpnessMarkup(
  view: RideView,
  run: 'channel' | 'finite',
  width: number,
  height = SHARPNESS_HEIGHT,
): string {
  const frame = sharpnessFrame(view, width, height);
  const { x, y } = frame;
  const parts = [axesMarkup(frame, { bottom: width < 260 ? 4 : 5, left: marksAlong(y, 28) })];
  const edge = logPixel(y, 2 / view.eta);
  // On the side of the line where the curve is not.
  const side = (view.clock[run]?.largestEigenvalues[0] ?? 0) > 2 / view.eta ? 11 : -9;
  parts.push(
    tag('line', { class: 'ride-edge', x1: x.from, x2: x.to, y1: edge, y2: edge }),
    tag('text', { class: 'ride-label', x: x.from + 6, y: edge + side, 'text-anchor': 'start' }, '2/η'),
    symbolAt((x.from + x.to) / 2, y.from + 30, 't'),
  );
  const curve = view.clock[run];
  if (!curve) return parts.join('');
  const { times, largestEigenvalues: large, smallestEigenvalues: small } = curve;
  const path = (value: (k: number) => number) =>
    curvePath(
      frame,
      Array.from(times, (t, k) => [t, value(k)] as const),
    );
  const smallAt = (k: number) => smallestAt(curve, k);
  parts.push(
    tag('path', { class: 'ride-large', d: path((k) => large[k] as number) }),
    tag('path', { class: 'ride-small-value', d: path(smallAt) }),
    tag('path', { class: 'ride-negative', d: path((k) => -smallAt(k)) }),
    endLabel(frame, times, (k) => large[k] as number, 'max'),
    endLabel(frame, times, (k) => (smallAt(k) > 0 ? (small[k] as number) : Number.NaN), 'min'),
  );
  return parts.join('');
}

/** The smallest eigenvalue, or NaN where it is rounding. */
function smallestAt({ smallestEigenvalues, eigenvalueFloors }: ClockCurve, k: number): number {
  const value = smallestEigenvalues[k] as number;
  return Math.abs(value) > (eigenvalueFloors[k] as number) ? value : Number.NaN;
}

/** A curve's name right of its last point. */
function endLabel(
  { x, y }: PlotFrame,
  times: Float64Array,
  value: (k: number) => number,
  name: string,
): string {
  let k = times.length - 1;
  while (k >= 0 && !(value(k) > 0)) k -= 1;
  if (k < 0) return '';
  return tag(
    'text',
    {
      class: 'ride-label',
      x: logPixel(x, times[k] as number) + 6,
      y: logPixel(y, value(k)),
      'text-anchor': 'start',
    },
    `λ<tspan class="ride-sub" dy="3">${name}</tspan>`,
  );
}
