/** What the plots of the figure `toy` show, from both stores. */
import { toyReducedLoss } from '#math/toy/toy-limit';
import type { FigureStore } from '#state/figure-store';
import { type Source, sourceFrom } from '#ui/source';
import { INPUT_RANGE, limitCurve, limitParts, networkCurve, targetCurve } from './functions';
import type { Axis, PlotSpec } from './plot';
import { stateOf } from './runs';
import type { ToySchema, ToyValues } from './schema';
import type { Session, ToySession } from './session';
import { text } from './text';

/** A source over both stores. */
export function bothSource<T>(
  store: FigureStore<ToySchema>,
  session: ToySession,
  make: (session: Session, values: ToyValues) => T | undefined,
): Source<T> {
  return sourceFrom([store.api, session.api], () => make(session.api.getState(), store.values()));
}

/** Both stores at one moment. */
export interface ToyMoment {
  readonly session: Session;
  readonly values: ToyValues;
}

/** What the landscape's picture is drawn from: the edge of stability is not in it. */
const PICTURED = ['limits', 'channels', 'optima', 'field', 'runs', 'running', 'decay'] as const;

/** Both stores for the picture of the landscape; the same object while nothing in it has changed. */
export function pictureSource(store: FigureStore<ToySchema>, session: ToySession): Source<ToyMoment> {
  let last: ToyMoment | undefined;
  return bothSource(store, session, (now, values) => {
    const before = last;
    if (before?.values === values && PICTURED.every((key) => before.session[key] === now[key])) return before;
    last = { session: now, values };
    return last;
  });
}

const xAxis: Axis = { kind: 'linear', low: INPUT_RANGE[0], high: INPUT_RANGE[1], name: 'x', symbol: true };
const fAxis: Axis = { kind: 'linear', low: -2.6, high: 2.6, name: 'f(x)', symbol: true };
const zero = [{ y: 0, className: 'toy-zero' }];
const target = { points: targetCurve, className: 'toy-target' };

/** The target, and what the three critical points at infinity make of it. */
export function learnSpec({ limits }: Session): PlotSpec {
  const curves = limits
    ? [
        { points: limitCurve(limits.saddle), className: 'toy-curve-saddle' },
        { points: limitCurve(limits.channel1), className: 'toy-curve-channel1' },
        { points: limitCurve(limits.channel2), className: 'toy-curve-channel2' },
      ]
    : [];
  return { x: xAxis, y: fAxis, levels: zero, curves: [target, ...curves] };
}

/** The function of the run that is followed. */
export function ballSpec({ runs }: Session, { follow, time }: ToyValues): PlotSpec {
  const state = stateOf(runs, follow, time);
  const own = state ? [{ points: networkCurve(state.theta), className: 'toy-curve-ball' }] : [];
  return { x: xAxis, y: fAxis, levels: zero, curves: [target, ...own] };
}

let reduced: ReturnType<typeof toyReducedLoss> | undefined;

/** The best limit network at a w. */
export function limitAt(w: number) {
  reduced ??= toyReducedLoss();
  return reduced(w, 0);
}

/** The limit network at the chosen w, and its two parts. */
export function limitFunctionSpec(_: Session, { w }: ToyValues): PlotSpec {
  const point = limitAt(w);
  const { neuron, gated } = limitParts(point);
  return {
    x: xAxis,
    y: { ...fAxis, low: -4.2, high: 4.2 },
    levels: zero,
    curves: [
      target,
      { points: neuron, className: 'toy-curve-neuron' },
      { points: gated, className: 'toy-curve-gated' },
      { points: limitCurve(point), className: 'toy-curve-limit' },
    ],
  };
}

/** The loss at infinity over w. */
export function lossSpec({ limits }: Session, { w }: ToyValues): PlotSpec | undefined {
  if (!limits) return undefined;
  const { ws, losses, band, channel1, saddle, channel2 } = limits;
  const here = limitAt(w);
  return {
    x: { kind: 'linear', low: 0.3, high: 4.5, name: 'w', symbol: true },
    y: { kind: 'linear', low: 0, high: 0.08, name: 'l(w, 0)', symbol: true },
    bands: [{ from: band[0], to: band[1], className: 'toy-band' }],
    uprights: [{ x: w, className: 'toy-here' }],
    curves: [
      { points: Array.from(ws, (at, k) => [at, losses[k] as number] as const), className: 'toy-curve-loss' },
    ],
    marks: [
      {
        x: channel1.w,
        y: channel1.loss,
        shape: 'diamond',
        className: 'toy-mark-channel',
        label: text.limit.channel1,
        side: 'below',
      },
      {
        x: saddle.w,
        y: saddle.loss,
        shape: 'triangle',
        className: 'toy-mark-saddle',
        label: text.limit.saddle,
        side: 'above',
      },
      {
        x: channel2.w,
        y: channel2.loss,
        shape: 'diamond',
        className: 'toy-mark-channel',
        label: text.limit.channel2,
        side: 'above',
      },
      { x: w, y: here.loss, shape: 'circle', className: 'toy-mark-here' },
    ],
  };
}

/** Iterations; a run that diverges does so in the first few. */
function stepsAxis({ edge }: Session): Axis {
  const low = edge?.end?.kind === 'diverged' ? 1 : 30;
  return { kind: 'log', low, high: 60_000, name: text.edge.steps };
}

/** Points of a run from where the axis begins. */
function overSteps(steps: readonly number[], values: readonly number[], { low }: Axis) {
  return steps.flatMap((step, k) => (step < low ? [] : [[step, values[k] as number] as const]));
}

/** Sharpness over iterations with the line 2 / eta. */
export function sharpnessSpec(session: Session, { eta }: ToyValues): PlotSpec {
  const { edge } = session;
  const x = stepsAxis(session);
  const curves = edge
    ? [{ points: overSteps(edge.steps, edge.sharpness, x), className: 'toy-curve-run' }]
    : [];
  return {
    x,
    y: { kind: 'log', low: 0.6, high: 50, name: 'λ_max' },
    levels: [{ y: 2 / eta, className: 'toy-limit', label: text.edge.limit }],
    curves,
  };
}

/** a_1 - a_2 over iterations, gamma at the right: gamma = (1 + (a_1 - a_2) / a*) / 2. */
export function distanceSpec(session: Session): PlotSpec {
  const { edge, limits } = session;
  const x = stepsAxis(session);
  const [low, high] = [0, 12];
  const star = limits?.saddle.c;
  const gamma = (difference: number) => (star ? (1 + difference / star) / 2 : 0);
  return {
    x,
    y: { kind: 'linear', low, high, name: 'a_1 − a_2' },
    ...(star && {
      right: { kind: 'linear' as const, low: gamma(low), high: gamma(high), name: 'γ', symbol: true },
    }),
    levels:
      edge?.end && edge.end.predicted < high ? [{ y: edge.end.predicted, className: 'toy-predicted' }] : [],
    curves: edge ? [{ points: overSteps(edge.steps, edge.differences, x), className: 'toy-curve-run' }] : [],
  };
}

/** Where each step size stalls: predicted by the valley, and measured. */
export function stallsSpec({ stalls, edge }: Session, { eta }: ToyValues): PlotSpec {
  const { valley, measured } = stalls;
  const predicted = valley
    ? Array.from(
        valley.differences,
        (difference, k) => [2 / (valley.sharpness[k] as number), difference] as const,
      )
    : [];
  const [low, high] = [0.05, 3];
  const marks = measured.flatMap(({ rate, kind, difference }) =>
    kind === 'stalled' || kind === 'climbing'
      ? [
          {
            x: rate,
            y: difference,
            shape: kind === 'stalled' ? ('circle' as const) : ('triangle' as const),
            className: kind === 'stalled' ? 'toy-mark-stalled' : 'toy-mark-climbing',
          },
        ]
      : [],
  );
  const end = edge?.end;
  return {
    x: { kind: 'log', low, high, name: 'η', symbol: true },
    y: { kind: 'log', low: 2, high: 20, name: 'a_1 − a_2' },
    uprights: [{ x: eta, className: 'toy-here-eta' }],
    curves: [
      {
        points: predicted.filter(([rate, difference]) => rate >= low && rate <= high && difference <= 20),
        className: 'toy-curve-predicted',
      },
    ],
    marks: [
      ...marks,
      ...(end && end.kind !== 'diverged'
        ? [{ x: edge.rate, y: end.difference, shape: 'diamond' as const, className: 'toy-mark-own' }]
        : []),
    ],
  };
}
