/** One of the six plots of a ride. */

import type { RideLawId } from '#math/ride/ride-laws';
import { lawLimit, predictedLaw, roundingFloor } from '#math/ride/ride-laws';
import type { RidePoint } from '#math/ride/ride-point';
import { area, band } from '#plot/band';
import type { PlotSpec } from '#plot/frame';
import type { Label } from '#plot/labels';
import { line } from '#plot/line';
import { points } from '#plot/points';
import { rule } from '#plot/rule';
import { log } from '#plot/scale';
import type { Colour } from '#plot/style';
import { logSpaced, type RideView } from './model';
import { text } from './text';

export const LAW_HEIGHT = 216;
/** 1/epsilon at the right end: that of the smallest epsilon of a ride. */
const FURTHEST = 1e8;
/** Below it a value is rounding whatever it is. */
const LEAST = 1e-18;

/** The colour of each law: that of its symbol, where it has one. */
export const lawColours: Readonly<Record<RideLawId, Colour>> = {
  excess: 'channel',
  error: 'ink',
  largestEigenvalue: 'ink',
  c: 'c',
  a: 'a',
  cosine: 'delta',
};

/** What is plotted is the size of the value: -1 where the values are negative. */
export function signOf(id: RideLawId, { certificate }: RideView): number {
  if (id === 'excess') return certificate.h < 0 ? -1 : 1;
  return lawLimit(id, certificate) < 0 ? -1 : 1;
}

/** What a plot is called. */
export function lawTitle(id: RideLawId, view: RideView | undefined): string {
  const { plots } = text;
  if (view === undefined || signOf(id, view) > 0) return plots[id];
  return id === 'excess' ? plots.excessBack : id === 'c' ? plots.minusC : plots.minusCosine;
}

/** The values of 1/epsilon and of the law; they stand still while the reader jumps. */
export function lawDomains(id: RideLawId, { certificate, points: all }: RideView) {
  const start = all[0] as RidePoint;
  const x = [10 ** Math.floor(Math.log10(1 / start.epsilon)), FURTHEST] as const;
  if (id === 'c' || id === 'a' || id === 'cosine') {
    const middle = Math.max(Math.abs(lawLimit(id, certificate)), 1e-12);
    return { x, y: [middle * 10 ** -0.55, middle * 10 ** 0.55] as const };
  }
  const near = Math.abs(start[id]);
  const far = Math.abs(predictedLaw(id, certificate, all, 1 / FURTHEST));
  const low = Math.floor(Math.log10(Math.max(LEAST, Math.min(near, far))));
  const high = Math.ceil(Math.log10(Math.max(near, far)) + 0.1);
  return { x, y: [10 ** low, 10 ** high] as const };
}

/** The plot; `chosen` is the index of a point. */
export function lawPlot(id: RideLawId, view: RideView, chosen?: number): PlotSpec {
  const { certificate, points: all, laws, last, stop } = view;
  const { x, y } = lawDomains(id, view);
  const sign = signOf(id, view);
  const colour = lawColours[id];
  const start = all[0] as RidePoint;
  const epsilons = logSpaced(1 / x[0], 1 / x[1], 61);
  const floors = epsilons.flatMap((epsilon) => {
    const floor = roundingFloor(id, start, epsilon);
    return floor === undefined ? [] : [[1 / epsilon, floor] as const];
  });
  const { slope, prefactor, used } = laws[id];
  const fitted = all.filter((_, k) => used[k]);
  const isFitted = slope !== undefined && prefactor !== undefined && fitted.length > 1;
  const ends = isFitted ? [fitted[0] as RidePoint, fitted.at(-1) as RidePoint] : [];
  const here = chosen === undefined ? undefined : all[chosen];
  const hasEnded = stop?.kind === 'arrived';
  const limit = limitMark(id, view, y);
  return {
    x: log(x, { title: '1/{epsilon}', limit: { value: Infinity, label: '∞' } }),
    y: log(y),
    marks: [
      ...(floors.length > 0 ? [area(floors, { name: 'floor' })] : []),
      ...(hasEnded ? [band({ from: 1.4 / last.epsilon, name: 'floor' })] : []),
      line(
        epsilons.map((epsilon) => [1 / epsilon, sign * predictedLaw(id, certificate, all, epsilon)] as const),
        { colour: 'axis', width: 1.5, dash: 'dashed', name: 'predicted' },
      ),
      ...(isFitted
        ? [
            line(
              ends.map(({ epsilon }) => [1 / epsilon, prefactor * epsilon ** slope] as const),
              { colour, name: 'fitted' },
            ),
          ]
        : []),
      ...(here ? [rule({ x: 1 / here.epsilon, opacity: 0.45, name: 'here' })] : []),
      points(
        all.flatMap((point, k) => {
          const dot = { x: 1 / point.epsilon, y: sign * point[id], colour, isChosen: k === chosen };
          return dot.y > 0 ? [{ ...dot, isHollow: !used[k], name: used[k] ? 'point' : 'unused' }] : [];
        }),
      ),
      ...(limit ? [points([limit.dot])] : []),
    ],
    labels: [...(limit?.labels ?? []), ...notes(id, view, y)],
  };
}

/** What the grey areas are, where no curve is. */
function notes(id: RideLawId, { points: all, stop }: RideView, [low, high]: readonly [number, number]) {
  const found: Label[] = [];
  const start = all[0] as RidePoint;
  const at = id === 'excess' ? 1 / start.epsilon : FURTHEST;
  const floor = roundingFloor(id, start, 1 / at);
  if (floor !== undefined)
    found.push({
      x: at,
      y: floor,
      text: text.plots.floor,
      side: id === 'excess' ? 'belowRight' : 'belowLeft',
    });
  if (stop?.kind === 'arrived') {
    const falls = id === 'excess' || id === 'error';
    const side = falls ? 'belowLeft' : 'aboveLeft';
    found.push({ x: FURTHEST, y: falls ? high : low, text: text.plots.end, side });
  }
  return found;
}

/** Where a law ends: a diamond at infinity, held at the edge where the value leaves the plot. */
function limitMark(id: RideLawId, view: RideView, [low, high]: readonly [number, number]) {
  if (!view.infinite) return undefined;
  const limit = signOf(id, view) * lawLimit(id, view.certificate);
  const y = Math.min(high, Math.max(low, limit));
  const text = limit === 0 ? '0' : limit === Infinity ? '∞' : '';
  const colour = lawColours[id];
  const label = {
    x: Infinity,
    y,
    text,
    colour,
    isStrong: true,
    side: limit === 0 ? 'above' : 'below',
  } as const;
  return {
    dot: { x: Infinity, y, shape: 'diamond', colour, radius: 5.5, name: 'end' } as const,
    labels: text === '' ? [] : [label],
  };
}

/** Where the points stand on the horizontal axis of every law. */
export function inverseEpsilons({ points: all }: RideView): readonly number[] {
  return all.map(({ epsilon }) => 1 / epsilon);
}
