/** What the figure `train` shows for its values: a network in training, or on its way to the limit. Pure but for a memory of runs. */
import type { ToyPoint } from '#math/toy/toy';
import { findToyLimits } from '#math/toy/toy-limit';
import { toyChannelLoss } from '#math/toy/toy-population';
import {
  type ToyArrival,
  type ToyRandomRun,
  toPositivePoint,
  toyArrival,
  toyRandomRun,
} from '#math/toy/toy-random-start';
import { type PairOnLine, pairOnLine } from '#pair/pair-on-line';
import { FLAT_AT, MOST_STEPS, type TrainValues } from './schema';

/** Where a run leads; `open` where no limit is certified. */
export type Outcome = 'channel2' | 'channel1' | 'copies' | 'open';

/** Steps between two points of a run. */
const EVERY = 5;
/** Runs that are remembered. */
const REMEMBERED = 4;
const runs = new Map<string, ToyRandomRun>();

/** What counts a run: its method and its seed. */
export const runKey = ({ method, seed }: Pick<TrainValues, 'method' | 'seed'>) => `${method} ${seed}`;

/** The run of a method and a seed, trained as far as it has been asked for. */
export function runOf(values: Pick<TrainValues, 'method' | 'seed'>): ToyRandomRun {
  const key = runKey(values);
  const known = runs.get(key);
  if (known) return known;
  for (const old of [...runs.keys()].slice(0, 1 + runs.size - REMEMBERED)) runs.delete(old);
  const run = toyRandomRun(values.method, values.seed, MOST_STEPS, EVERY);
  runs.set(key, run);
  return run;
}

const arrivals = new WeakMap<ToyRandomRun, ToyArrival>();
let limits: ReturnType<typeof findToyLimits> | undefined;

/** The limit network of a run, from where all of its steps lead; trains what is missing of it. */
export function arrivalOf(values: Pick<TrainValues, 'method' | 'seed'>): ToyArrival {
  const run = runOf(values);
  const known = arrivals.get(run) ?? toyArrival(run.at(MOST_STEPS).theta);
  arrivals.set(run, known);
  return known;
}

/** What a limit network is called: the saddle line parts the two channels. */
export function outcomeOf({ kind, limit }: ToyArrival): Outcome {
  if (kind !== 'channel') return kind;
  limits ??= findToyLimits();
  return limit.w < limits.saddle.w ? 'channel1' : 'channel2';
}

/** Epsilon on the way, as a share of where it began: it shrinks, waits while the curves are regrouped, and goes to 0. */
const WAY = { apart: 0.5, regrouped: 0.84, least: 0.02, last: 1e-5 } as const;

/** How far the way to infinity has come: the share of epsilon that is left, and of the curves that is regrouped. */
export function wayAt(share: number): { readonly left: number; readonly regrouped: number } {
  const { apart, regrouped, least, last } = WAY;
  if (share <= apart) return { left: least ** (share / apart), regrouped: 0 };
  if (share <= regrouped) return { left: least, regrouped: (share - apart) / (regrouped - apart) };
  if (share < 1)
    return { left: least * (last / least) ** ((share - regrouped) / (1 - regrouped)), regrouped: 1 };
  return { left: 0, regrouped: 1 };
}

/**
 * The network on its way from a point of training to its limit. c, a and w go there with the square of epsilon, as the
 * floor of a channel does; copies stay as they are and are only regrouped.
 */
function towards(from: PairOnLine, { kind, limit }: ToyArrival, share: number): PairOnLine {
  const { left, regrouped } = wayAt(share);
  if (kind !== 'channel')
    return share === 1 && kind === 'copies' ? { ...from, ...limit, regrouped } : { ...from, regrouped };
  const mix = (key: 'c' | 'a' | 'w') => limit[key] + (from[key] - limit[key]) * left * left;
  const point: ToyPoint = { c: mix('c'), a: mix('a'), w: mix('w'), epsilon: from.epsilon * left };
  return pairOnLine(point, regrouped);
}

const channelLoss = toyChannelLoss();

/** The loss of a network. */
const lossOf = ({ c, a, w, epsilon }: ToyPoint) => channelLoss.loss(Float64Array.of(c, a, w, epsilon));

export interface TrainState {
  /** The network that is shown. */
  readonly pair: PairOnLine;
  readonly loss: number;
  /** The loss of the last step. */
  readonly trainedLoss: number;
  /** The network where the loss looked flat, or where training is before that, and its loss. */
  readonly flat: ToyPoint;
  readonly flatLoss: number;
  /** The last step that was made. */
  readonly steps: number;
  /** Known once one looks closer. */
  readonly arrival: ToyArrival | undefined;
}

/** The network after a step of training. */
function trainedPair(theta: Float64Array): PairOnLine {
  return { ...toPositivePoint(theta), regrouped: 0 };
}

/** What is shown. */
export function trainState(values: TrainValues): TrainState {
  const { infinity } = values;
  const run = runOf(values);
  const { theta, steps, loss } = run.at(values.steps);
  const flat = run.at(Math.min(values.steps, FLAT_AT));
  const trained = trainedPair(theta);
  const arrival = values.reveal > 0 || infinity > 0 ? arrivalOf(values) : undefined;
  const isMoved = arrival !== undefined && infinity > 0;
  const pair = isMoved ? towards(trained, arrival, infinity) : trained;
  const movedLoss = () =>
    infinity === 1 && arrival?.kind !== 'open' ? (arrival?.loss ?? loss) : lossOf(pair);
  return {
    pair,
    loss: isMoved ? movedLoss() : loss,
    trainedLoss: loss,
    flat: trainedPair(flat.theta),
    flatLoss: flat.loss,
    steps,
    arrival,
  };
}
