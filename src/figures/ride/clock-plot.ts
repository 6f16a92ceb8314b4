/** The plots of the clock and of the sharpness. */

import { quarterPowerLaw } from '#math/channel/channel';
import { stabilityLimit } from '#math/network/sharpness';
import type { Mark, PlotSpec } from '#plot/frame';
import type { Label } from '#plot/labels';
import { line } from '#plot/line';
import { points } from '#plot/points';
import { rule } from '#plot/rule';
import { log } from '#plot/scale';
import type { ClockCurve } from '#workers/ride-messages';
import { logSpaced, type RideView, timeOf } from './model';
import { text } from './text';

export const CLOCK_HEIGHT = 280;
export const SHARPNESS_HEIGHT = 250;
/** The horizontal axis grows by so many decades at a time as the jumps go on. */
const DECADES = 4;
const SHORTEST = 12;

/** Flow times and output differences of the clock: as far as the flow was followed, and as far as the jumps have gone. */
export function clockDomains(view: RideView) {
  const { certificate, points: all, last } = view;
  const reached = certificate.h > 0 ? Math.log10(timeOf(certificate, last)) : 0;
  const far = Math.max(SHORTEST, DECADES * Math.ceil((reached + 0.5) / DECADES));
  const first = all[0] ?? last;
  const top = Math.max(quarterPowerLaw(certificate.h, certificate.a, 10 ** far), last.outputDifference);
  const least = Math.min(first.outputDifference, ...(view.clock.channel?.outputDifferences ?? []));
  const low = Math.floor(Math.log10(least) - 0.3);
  return {
    x: [1, 10 ** far] as const,
    y: [10 ** low, 10 ** Math.max(low + 2, Math.log10(top) + 0.3)] as const,
  };
}

/** a_i - a_j against flow time: the flow, its law, and where on it the jumps stand. */
export function clockPlot(view: RideView): PlotSpec {
  const { x, y } = clockDomains(view);
  const { certificate, points: all, clock } = view;
  const { h, a } = certificate;
  const marks: Mark[] = [];
  const labels: Label[] = [];
  if (clock.channel) {
    const { times, outputDifferences } = clock.channel;
    const flow = Array.from(times, (t, k) => [t, outputDifferences[k] as number] as const).filter(
      ([t]) => t >= 1,
    );
    const [t, d] = flow.at(-1) ?? [1, 1];
    marks.push(line(flow, { colour: 'channel', width: 3, name: 'flow' }));
    labels.push({ x: t, y: d, text: text.clock.flow, colour: 'channel', isStrong: true, side: 'belowRight' });
  }
  if (h > 0) {
    const law = logSpaced(x[0], x[1], 41).map((t) => [t, quarterPowerLaw(h, a, t)] as const);
    const jumps = all.slice(1).map((point) => ({ x: timeOf(certificate, point), y: point.outputDifference }));
    const last = jumps.at(-1);
    marks.unshift(line(law, { colour: 'axis', width: 1.5, dash: 'dashed', name: 'predicted' }));
    marks.push(points(jumps.map((dot) => ({ ...dot, colour: 'channel', name: 'point' }))));
    if (last)
      labels.push({ ...last, text: text.clock.jumps, colour: 'channel', isStrong: true, side: 'aboveLeft' });
    const [t, d] = law[20] ?? [1, 1];
    labels.push({ x: t, y: d, text: '2 ({h} {a}² {t})^1/4', side: 'aboveLeft' });
  }
  return { x: log(x, { title: '{t}' }), y: log(y, { title: '{ai} − {aj}' }), marks, labels };
}

/** Both sharpness panels have the same axes. */
function sharpnessDomains({ clock, eta }: RideView) {
  const curves = [clock.channel, clock.finite].filter((curve) => curve !== undefined);
  const sizes = curves.flatMap((curve) => [
    ...curve.largestEigenvalues,
    ...[...curve.smallestEigenvalues]
      .map(Math.abs)
      .filter((size, k) => size > (curve.eigenvalueFloors[k] ?? 0)),
  ]);
  const high = Math.max(...sizes, stabilityLimit(eta), 10);
  const low = Math.max(1e-16, Math.min(...sizes, 1e-6));
  const end = Math.max(10, ...curves.map(({ times }) => times.at(-1) ?? 10));
  return {
    x: [0.1, 10 ** Math.ceil(Math.log10(end) - 1e-9)] as const,
    y: [10 ** Math.floor(Math.log10(low)), 10 ** Math.ceil(Math.log10(high))] as const,
  };
}

/** Largest and smallest eigenvalue of one of the two flows, and 2 / eta. */
export function sharpnessPlot(view: RideView, run: 'channel' | 'finite'): PlotSpec {
  const { x, y } = sharpnessDomains(view);
  const edge = stabilityLimit(view.eta);
  const curve = view.clock[run];
  const large = curveOf(curve, ({ largestEigenvalues }, k) => largestEigenvalues[k] as number);
  const small = curveOf(curve, smallestAt);
  const ends = [
    { text: '{lambda}', at: large.at(-1) },
    { text: 'λ_min', at: small.findLast(([, value]) => value > 0) },
  ];
  return {
    x: log(x, { title: '{t}' }),
    y: log(y),
    marks: [
      rule({ y: edge, colour: 'quiet', dash: 'dotted', name: 'edge' }),
      ...(curve ? [line(large, { name: 'large' })] : []),
      line(small, { colour: 'channel', name: 'small' }),
      line(
        small.map(([t, value]) => [t, -value] as const),
        { colour: 'saddleLine', dash: 'dashed', name: 'negative' },
      ),
    ],
    labels: [
      { x: x[0], y: edge, text: '2/{eta}', side: (large[0]?.[1] ?? 0) > edge ? 'belowRight' : 'aboveRight' },
      ...ends.flatMap(({ text: name, at }) => (at ? [{ x: at[0], y: at[1], text: name }] : [])),
    ],
  };
}

/** A value of a curve at each of its times. */
function curveOf(curve: ClockCurve | undefined, value: (curve: ClockCurve, k: number) => number) {
  return curve ? Array.from(curve.times, (t, k) => [t, value(curve, k)] as const) : [];
}

/** The smallest eigenvalue, or NaN where it is rounding. */
function smallestAt({ smallestEigenvalues, eigenvalueFloors }: ClockCurve, k: number): number {
  const value = smallestEigenvalues[k] as number;
  return Math.abs(value) > (eigenvalueFloors[k] as number) ? value : Number.NaN;
}
