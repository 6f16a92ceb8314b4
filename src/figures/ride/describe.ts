/** The figure `ride` in words and numbers. */

import type { DataTable } from '#figures/figure';
import { censusWords, isOfCensus } from '#landscape/network-choice';
import { certificateText as certified } from '#landscape/text';
import { predictedExponents, rideLawIds } from '#math/ride/ride-laws';
import { fixedText, readableText } from '#state/number-text';
import { type RideView, readClock } from './model';
import type { RideValues } from './schema';
import type { RideStop } from './session';
import { text } from './text';

/** What is set, without what has been computed. */
export function describeSettings(values: RideValues): string {
  const { network, seed, hidden, jumps } = values;
  const { describe } = text;
  const name = network === 'paper' ? describe.paper : describe.trained(seed, hidden);
  return describe.settings(isOfCensus(values) ? censusWords(values) : name, jumps);
}

/** What the figure shows, in sentences. */
export function describeRide(values: RideValues, view: RideView | undefined): string {
  const { describe } = text;
  if (!view) return `${describeSettings(values)} ${describe.waiting}`;
  const { certificate, points, last, laws, stop } = view;
  const slopes = rideLawIds.flatMap((id) => {
    const { slope } = laws[id];
    return slope === undefined
      ? []
      : [describe.slope(text.plots[id], fixedText(slope, 2), predictedExponents[id])];
  });
  const { from, to, time, steps } = readClock(view);
  const words = [
    describeSettings({ ...values, jumps: points.length - 1 }),
    text.position(points.length - 1, readableText(last.epsilon), readableText(last.outputDifference)),
    describe.point(readableText(last.loss, 4), readableText(last.excess)),
    ...(slopes.length > 0 ? [describe.slopes(slopes.join(', '))] : []),
    describe.verdict(
      certified.verdict[certificate.verdict],
      readableText(certificate.lossAtInfinity, 4),
      readableText(certificate.h, 4),
    ),
    Number.isFinite(time)
      ? text.clock.sentence(
          readableText(from),
          readableText(to),
          readableText(time),
          readableText(steps),
          readableText(view.eta),
        )
      : text.clock.backwards,
    ...(stop ? [stopText(stop)] : []),
  ];
  return words.join(' ');
}

/** Why the jumps go no further, as a sentence. */
export function stopText({ kind, epsilon }: RideStop): string {
  return kind === 'arrived' ? text.stops.arrived(readableText(epsilon, 2)) : text.stops[kind];
}

/** The points of the ride, its end, and the clock. */
export function rideData(view: RideView | undefined): readonly DataTable[] {
  if (!view) return [];
  const { certificate: end, points, laws, clock } = view;
  const curves = (['channel', 'finite'] as const).flatMap((run) => {
    const curve = clock[run];
    if (!curve) return [];
    const columns = [
      'times',
      'outputDifferences',
      'losses',
      'largestEigenvalues',
      'smallestEigenvalues',
    ] as const;
    const rows = Array.from(curve.times, (_, k) => columns.map((name) => curve[name][k] as number));
    return [{ name: `flow-${run}`, columns, rows }];
  });
  return [
    {
      name: 'ride',
      columns: [
        ...['jump', 'epsilon', 'loss', 'excess', 'excessFloor', 'error', 'errorFloor', 'largestEigenvalue'],
        ...['smallestEigenvalue', 'c', 'a', 'cosine', 'outputDifference', 'flowTime'],
      ],
      rows: points.map((p, k) => [
        ...[k, p.epsilon, p.loss, p.excess, p.excessFloor, p.error, p.errorFloor, p.largestEigenvalue],
        ...[p.smallestEigenvalue, p.c, p.a, p.cosine, p.outputDifference, p.flowTime],
      ]),
    },
    {
      name: 'slopes',
      columns: [...rideLawIds],
      rows: [
        rideLawIds.map((id) => laws[id].slope ?? Number.NaN),
        rideLawIds.map((id) => predictedExponents[id]),
      ],
    },
    {
      name: 'certificate',
      columns: ['lossAtInfinity', 'maxAbsGradient', 'smallestEigenvalue', 'h', 'a', 'c', 'cosine'],
      rows: [
        [end.lossAtInfinity, end.maxAbsGradient, end.smallestEigenvalue, end.h, end.a, end.c, end.cosine],
      ],
    },
    ...curves,
  ];
}
