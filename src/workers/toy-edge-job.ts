/** The edge of stability in the problem with four parameters: one run, and where runs of many step sizes stall. */
import { edgeOfStability, predictedStall, type ToyValleyPoint } from '#math/toy/toy-edge';
import { toyPlace } from '#math/toy/toy-landscape';
import type { Job, JobStretch } from './job';
import { JobError } from './problem';
import type { ToyEdgeEnd, ToyEdgeKind, ToyEdgePart, ToyEdgeRequest, ToyStallsRequest } from './toy-messages';
import { type ToyData, toyData, toyProblem } from './toy-problem';

/** Odd: at the edge iterates alternate, and an even stride would see one half of them only. */
const RECORD_EVERY = 51;
/** The first steps are looked at one by one. */
const DENSE_STEPS = 50;
/** Points a part. */
const BATCH = 40;
/** a_1 - a_2 at the entrance of channel 1, where runs begin. */
const ENTRANCE = 4;
/** Growth of the mean a_1 - a_2 over the last fifth of a run below which it has stalled. */
const STALLED_GROWTH = 1e-3;
/** A run that ends this far below its start has been thrown out of the channel. */
const LEFT_SHARE = 0.85;

function entrance({ valley }: ToyData): ToyValleyPoint {
  const found = valley.find(({ outputDifference }) => outputDifference <= ENTRANCE) ?? valley.at(-1);
  if (!found) throw new JobError({ code: 'no-toy-channel' });
  return found;
}

interface Looked {
  readonly steps: number;
  readonly sharpness: number;
  readonly difference: number;
  readonly gamma: number;
}

function* follow(
  data: ToyData,
  rate: number,
  maxSteps: number,
  onLook: (look: Looked) => void,
): JobStretch<'toy-edge' | 'toy-stalls', ToyEdgeEnd> {
  const start = entrance(data).theta;
  const { axes } = toyProblem();
  const seen: Looked[] = [];
  // Two stretches: the first steps one by one, then every so many.
  let theta = start;
  let before = 0;
  let outcome: string | undefined;
  for (const [steps, recordEvery] of [
    [Math.min(DENSE_STEPS, maxSteps), 1],
    [maxSteps - DENSE_STEPS, RECORD_EVERY],
  ] as const) {
    if (!(steps > 0)) continue;
    const run = edgeOfStability(data.loss, theta, { learningRate: rate, maxSteps: steps, recordEvery });
    let next = run.next();
    for (; !next.done; next = run.next()) {
      const { value } = next;
      theta = value.theta;
      // The second stretch begins where the first ended.
      if (before > 0 && value.steps === 0) continue;
      const look = {
        steps: before + value.steps,
        sharpness: value.largestEigenvalue,
        difference: value.outputDifference,
        gamma: toyPlace(axes, value.theta).gamma,
      };
      seen.push(look);
      onLook(look);
      yield undefined;
    }
    before += steps;
    outcome = next.value.kind;
    if (outcome === 'diverged') break;
  }
  const last = seen.at(-1);
  if (!last) throw new Error('the run did not begin');
  return {
    kind: kindOf(seen, outcome === 'diverged'),
    difference: last.difference,
    sharpness: last.sharpness,
    steps: last.steps,
    predicted: predictedStall(data.valley, rate)?.outputDifference ?? Number.NaN,
  };
}

function kindOf(seen: readonly Looked[], diverged: boolean): ToyEdgeKind {
  if (diverged) return 'diverged';
  const [first, last] = [seen[0], seen.at(-1)] as [Looked, Looked];
  if (last.difference < LEFT_SHARE * first.difference) return 'left';
  const growth = meanDifference(seen, 0.9, 1) / meanDifference(seen, 0.7, 0.8) - 1;
  return growth < STALLED_GROWTH ? 'stalled' : 'climbing';
}

/** Mean over a stretch of a run: at the edge it oscillates. */
function meanDifference(seen: readonly Looked[], from: number, to: number): number {
  const part = seen.slice(Math.floor(from * seen.length), Math.ceil(to * seen.length));
  return part.reduce((sum, { difference }) => sum + difference, 0) / part.length;
}

function check(rate: number, maxSteps: number): void {
  if (!(rate > 0 && Number.isFinite(rate)))
    throw new RangeError(`the learning rate must be positive, got ${rate}`);
  if (!(Number.isInteger(maxSteps) && maxSteps > 0))
    throw new RangeError(`the number of steps must be a positive whole number, got ${maxSteps}`);
}

/** Follows full-batch gradient descent from the entrance of channel 1. Throws a RangeError for an impossible rate. */
export function* toyEdgeJob({ rate, seed, maxSteps }: ToyEdgeRequest): Job<'toy-edge'> {
  check(rate, maxSteps);
  let waiting: Looked[] = [];
  const run = follow(toyData(seed), rate, maxSteps, (look) => waiting.push(look));
  for (;;) {
    const next = run.next();
    if (waiting.length >= BATCH || (next.done && waiting.length > 0)) {
      yield { part: partOf(waiting), done: (waiting.at(-1)?.steps ?? 0) / maxSteps };
      waiting = [];
    } else yield undefined;
    if (next.done) return next.value;
  }
}

function partOf(looks: readonly Looked[]): ToyEdgePart {
  return {
    steps: Float64Array.from(looks, ({ steps }) => steps),
    sharpness: Float64Array.from(looks, ({ sharpness }) => sharpness),
    differences: Float64Array.from(looks, ({ difference }) => difference),
    gammas: Float64Array.from(looks, ({ gamma }) => gamma),
  };
}

/** The valley's sharpness, from which stalls are predicted, and then measured stalls, one learning rate after the other. */
export function* toyStallsJob({ seed, rates, maxSteps }: ToyStallsRequest): Job<'toy-stalls'> {
  for (const rate of rates) check(rate, maxSteps);
  const data = toyData(seed);
  yield {
    part: {
      part: 'valley',
      differences: Float64Array.from(data.valley, ({ outputDifference }) => outputDifference),
      sharpness: Float64Array.from(data.valley, ({ largestEigenvalue }) => largestEigenvalue),
    },
  };
  for (const [k, rate] of rates.entries()) {
    const run = follow(data, rate, maxSteps, () => undefined);
    let next = run.next();
    for (; !next.done; next = run.next()) yield undefined;
    const { kind, difference } = next.value;
    yield { part: { part: 'stall', rate, kind, difference }, done: (k + 1) / rates.length };
  }
  return {};
}
