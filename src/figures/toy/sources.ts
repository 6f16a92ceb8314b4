/** What the plots of the figure `toy` show, from both stores. */
import { gammaOfOutputs } from '#math/landscape/saddle-line';
import { stabilityLimit } from '#math/network/sharpness';
import { toyReducedLoss } from '#math/toy/toy-limit';
import { band } from '#plot/band';
import type { PlotSpec } from '#plot/frame';
import { line } from '#plot/line';
import { points } from '#plot/points';
import { rule } from '#plot/rule';
import { linear, log } from '#plot/scale';
import type { Stroke } from '#plot/style';
import type { FigureStore } from '#state/figure-store';
import { type Source, sourceFrom } from '#ui/source';
import { INPUT_RANGE, limitCurve, limitParts, networkCurve, targetCurve } from './functions';
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

/** How each curve looks, in plots and in their legends. */
export const looks = {
  target: { colour: 'ink', width: 5, opacity: 0.22 },
  saddle: { colour: 'saddleLine', dash: 'dotted' },
  channel1: { colour: 'channel', dash: 'dashed' },
  channel2: { colour: 'channel' },
  ball: { colour: 'epsilon' },
  run: { colour: 'epsilon', width: 1.75 },
  limit: { colour: 'w' },
  neuron: { colour: 'c', width: 1.5, dash: 'dashed' },
  gated: { colour: 'a', width: 1.5, dash: 'dotted' },
  predicted: { colour: 'ink', width: 1.5, dash: 'dashed' },
} as const satisfies Readonly<Record<string, Stroke>>;

const xAxis = linear(INPUT_RANGE, { title: '{x}' });
const fAxis = linear([-2.6, 2.6], { title: '{f(x)}' });
const zero = rule({ y: 0, colour: 'axis', opacity: 0.6 });
const target = line(targetCurve, looks.target);

/** The target, and what the three critical points at infinity make of it. */
export function learnSpec({ limits }: Session): PlotSpec {
  const curves = limits
    ? (['saddle', 'channel1', 'channel2'] as const).map((name) => line(limitCurve(limits[name]), looks[name]))
    : [];
  return { x: xAxis, y: fAxis, marks: [zero, target, ...curves] };
}

/** The function of the run that is followed. */
export function ballSpec({ runs }: Session, { follow, time }: ToyValues): PlotSpec {
  const state = stateOf(runs, follow, time);
  const own = state ? [line(networkCurve(state.theta), looks.ball)] : [];
  return { x: xAxis, y: fAxis, marks: [zero, target, ...own] };
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
    y: linear([-4.2, 4.2], { title: '{f(x)}' }),
    marks: [
      zero,
      target,
      line(neuron, looks.neuron),
      line(gated, looks.gated),
      line(limitCurve(point), looks.limit),
    ],
  };
}

/** The loss at infinity over w. */
export function lossSpec({ limits }: Session, { w }: ToyValues): PlotSpec | undefined {
  if (!limits) return undefined;
  const { ws, losses, channel1, saddle, channel2 } = limits;
  const here = limitAt(w);
  const ends = [
    { ...channel1, text: text.limit.channel1, shape: 'diamond', colour: 'channel', side: 'below' },
    { ...saddle, text: text.limit.saddle, shape: 'triangle', colour: 'saddleLine', side: 'above' },
    { ...channel2, text: text.limit.channel2, shape: 'diamond', colour: 'channel', side: 'above' },
  ] as const;
  return {
    x: linear([0.3, 4.5], { title: '{w}' }),
    y: linear([0, 0.08], { title: '{l(w, 0)}' }),
    marks: [
      band({ from: limits.band[0], to: limits.band[1], colour: 'channel', opacity: 0.1 }),
      rule({ x: w, colour: 'w' }),
      line(Array.from(ws, (at, k) => [at, losses[k] as number] as const)),
      points([
        ...ends.map(({ w: x, loss: y, shape, colour }) => ({ x, y, shape, colour, radius: 5.5 })),
        { x: w, y: here.loss, colour: 'w', radius: 5 },
      ]),
    ],
    labels: ends.map(({ w: x, loss: y, text: words, side }) => ({ x, y, text: words, colour: 'ink', side })),
  };
}

/** Iterations; a run that diverges does so in the first few. */
function stepsDomain({ edge }: Session): readonly [number, number] {
  return [edge?.end?.kind === 'diverged' ? 1 : 30, 60_000];
}

/** Values of a run from where the axis begins. */
function overSteps(session: Session, values: readonly number[] = []) {
  const [low] = stepsDomain(session);
  return (session.edge?.steps ?? []).flatMap((step, k) =>
    step < low ? [] : [[step, values[k] as number] as const],
  );
}

/** Sharpness over iterations with the line 2 / eta. */
export function sharpnessSpec(session: Session, { eta }: ToyValues): PlotSpec {
  const x = stepsDomain(session);
  return {
    x: log(x, { title: text.edge.steps }),
    y: log([0.6, 50], { title: '{lambda}' }),
    marks: [
      rule({ ...looks.predicted, y: stabilityLimit(eta) }),
      line(overSteps(session, session.edge?.sharpness), looks.run),
    ],
    labels: [{ x: x[0], y: stabilityLimit(eta), text: text.edge.limit, side: 'aboveRight' }],
  };
}

/** a_1 - a_2 over iterations, gamma at the right: gamma = (1 + (a_1 - a_2) / a*) / 2. */
export function distanceSpec(session: Session): PlotSpec {
  const { edge, limits } = session;
  const [low, high] = [0, 12];
  const star = limits?.saddle.c;
  const gamma = (difference: number) => (star ? gammaOfOutputs(star, difference) : 0);
  const end = edge?.end;
  return {
    x: log(stepsDomain(session), { title: text.edge.steps }),
    y: linear([low, high], { title: 'a_1 − a_2' }),
    ...(star && { right: linear([gamma(low), gamma(high)], { title: '{gamma}' }) }),
    marks: [
      ...(end ? [rule({ ...looks.predicted, width: 1, y: end.predicted })] : []),
      line(overSteps(session, edge?.differences), looks.run),
    ],
  };
}

const stallLooks = {
  stalled: { colour: 'quiet', radius: 4.5 },
  climbing: { shape: 'triangle', isHollow: true, radius: 5 },
} as const;

/** What the marks of `stallsSpec` mean. */
export const stallKey = { ...stallLooks, predicted: looks.predicted };

/** Where each step size stalls: predicted by the valley, and measured. */
export function stallsSpec({ stalls, edge }: Session, { eta }: ToyValues): PlotSpec {
  const { valley, measured } = stalls;
  const predicted = Array.from(
    valley?.differences ?? [],
    (difference, k) => [stabilityLimit(valley?.sharpness[k] as number), difference] as const,
  );
  const [low, high] = [0.05, 3];
  const marks = measured.flatMap(({ rate: x, kind, difference: y }) =>
    kind === 'stalled' || kind === 'climbing' ? [{ x, y, ...stallLooks[kind], name: kind }] : [],
  );
  const end = edge?.end;
  const own = end && end.kind !== 'diverged';
  return {
    x: log([low, high], { title: '{eta}' }),
    y: log([2, 20], { title: 'a_1 − a_2' }),
    marks: [
      rule({ x: eta, dash: 'dotted' }),
      line(
        predicted.filter(([rate]) => rate >= low && rate <= high),
        looks.predicted,
      ),
      points([
        ...marks,
        ...(own
          ? [
              {
                x: edge.rate,
                y: end.difference,
                shape: 'diamond',
                colour: 'epsilon',
                radius: 5.5,
                name: 'own',
              } as const,
            ]
          : []),
      ]),
    ],
  };
}
