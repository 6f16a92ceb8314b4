/** The landscape of the problem with four parameters: its limits, its channels, and its losses, coarse first. */
import { toyDecayedOptimum } from '#math/toy/toy-decay';
import { type ToyValleyPoint, toyValley } from '#math/toy/toy-edge';
import { emptyToyLandscape, fillToyLandscape, toyPlace } from '#math/toy/toy-landscape';
import { type ReducedPoint, toyReducedLoss } from '#math/toy/toy-limit';
import { withWeightDecay } from '#math/toy/weight-decay';
import type { Job, JobStep } from './job';
import type { ToyEnd, ToyLandscapePart, ToyLandscapeRequest, ToyOptimum } from './toy-messages';
import { geometric, toyProblem } from './toy-problem';

/** Where l(w, 0) is drawn. */
const CURVE = { from: 0.3, to: 4.5, points: 211 } as const;
/** a_1 - a_2 along the channels: beyond gamma = 50 and down to where they begin; further out for the weakest decay. */
const VALLEY = { far: 4000, drawn: 230, near: 2.4, points: 130 } as const;

/** Throws a RangeError when the weight decay is negative or no number. */
export function* toyLandscapeJob(
  { gammas, alphas, decay }: ToyLandscapeRequest,
  now: () => number = () => performance.now(),
): Job<'toy-landscape'> {
  const began = now();
  const { limits, loss, axes } = toyProblem();
  const decayed = withWeightDecay(loss, decay);
  yield { part: { part: 'limits', ...ends(), band: limits.stableBand, ...curve() } };

  function ends() {
    const { channel1, saddle, channel2 } = limits;
    return { channel1: endOf(channel1), saddle: endOf(saddle), channel2: endOf(channel2) };
  }

  for (const channel of [1, 2] as const) {
    const valley = [
      ...toyValley(
        loss,
        channel === 1 ? limits.channel1 : limits.channel2,
        geometric(VALLEY.far, VALLEY.near, VALLEY.points),
      ),
    ];
    yield { part: channelPart(channel, valley) };
    if (decay > 0) yield { part: { part: 'optimum', channel, optimum: optimumOf(valley) } };
  }

  function channelPart(channel: 1 | 2, valley: readonly ToyValleyPoint[]): ToyLandscapePart {
    const drawn = valley.filter(({ outputDifference }) => outputDifference <= VALLEY.drawn);
    const places = drawn.map(({ theta }) => toyPlace(axes, theta));
    return {
      part: 'channel',
      channel,
      gammas: Float64Array.from(places, ({ gamma }) => gamma),
      alphas: Float64Array.from(places, ({ alpha }) => alpha),
      losses: Float64Array.from(drawn, (point) => point.loss),
    };
  }

  function optimumOf(valley: readonly ToyValleyPoint[]): ToyOptimum {
    const found = toyDecayedOptimum(loss, valley, decay);
    if (found.kind !== 'minimum') return { kind: found.kind };
    const { theta } = found;
    const outputDifference = (theta[2] as number) - (theta[3] as number);
    return { kind: 'minimum', ...toyPlace(axes, theta), outputDifference, loss: found.loss };
  }

  const landscape = emptyToyLandscape([...gammas], [...alphas]);
  const levels: JobStep<'toy-landscape'>[] = [];
  const steps = fillToyLandscape(decayed, axes, landscape, (stride) => {
    levels.push({ part: { part: 'level', stride, losses: Float64Array.from(landscape.losses) } });
  });
  while (!steps.next().done) yield levels.shift();
  yield* levels;
  return { milliseconds: now() - began };
}

function endOf({ w, a, c, loss, h }: ReducedPoint): ToyEnd {
  return { w, a, c, loss, h };
}

function curve(): { readonly ws: Float64Array; readonly losses: Float64Array } {
  const reduced = toyReducedLoss();
  const ws = Float64Array.from(
    { length: CURVE.points },
    (_, k) => CURVE.from + ((CURVE.to - CURVE.from) * k) / (CURVE.points - 1),
  );
  return { ws, losses: ws.map((w) => reduced(w, 0).loss) };
}
