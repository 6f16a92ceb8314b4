/** Four ways down from one start of the problem with four parameters, followed in turn. */
import { gradientFlow } from '#math/numerics/flow';
import { createRandom } from '#math/numerics/random';
import { runSteps } from '#math/numerics/steps';
import type { Outcome, Trajectory, TrajectoryPoint } from '#math/numerics/trajectory';
import { emptyToyLandscape, fillToyLandscape, toyPlace } from '#math/toy/toy-landscape';
import { trainToy } from '#math/toy/toy-training';
import { withWeightDecay } from '#math/toy/weight-decay';
import type { Job } from './job';
import { thinning } from './thinning';
import { type ToyRunner, type ToyRunPart, type ToyRunRequest, toyRunners } from './toy-messages';
import { toyData, toyProblem } from './toy-problem';

/** Of [FCI] Figure 6; Adam's is the usual default. */
const TOY_RATES = { sgd: 0.1, adam: 0.001, batch: 16 } as const;
/** Steps of SGD and Adam between two looks. */
const RECORD_EVERY = 10;
/** Points a part. */
const BATCH = 60;
/** Steps along alpha by which a start is reached. */
const WAY = 0.02;
/** Below it the gradient of the loss is rounding. */
const ZERO_GRADIENT = 1e-12;

/** The parameters of the landscape's point at (gamma, alpha). */
export function toyStart(gamma: number, alpha: number, decay = 0): Float64Array {
  const { loss, axes } = toyProblem();
  const count = Math.max(1, Math.ceil(Math.abs(alpha) / WAY));
  const way = Array.from({ length: count + 1 }, (_, k) => (alpha * k) / count);
  // The fill begins at the saddle line and goes along ascending columns.
  const alphas = alpha < 0 ? way.toReversed() : way;
  const landscape = emptyToyLandscape([gamma], alphas);
  runSteps(fillToyLandscape(withWeightDecay(loss, decay), axes, landscape));
  const at = alpha < 0 ? 0 : count;
  return landscape.thetas.slice(4 * at, 4 * at + 4);
}

interface Run {
  readonly runner: ToyRunner;
  readonly trajectory: Trajectory;
  readonly keep: (index: number) => boolean;
  index: number;
  waiting: TrajectoryPoint[];
  last?: TrajectoryPoint;
  done: boolean;
}

/** Throws a RangeError that says what to change when the start or a setting is impossible. */
export function* toyRunJob(request: ToyRunRequest): Job<'toy-run'> {
  const { gamma, alpha, seed, decay, maxTime, maxSteps } = request;
  if (![gamma, alpha].every(Number.isFinite)) throw new RangeError('a run needs a finite start');
  const { loss } = toyProblem();
  const { samples, loss: dataLoss } = toyData(seed);
  const start = toyStart(gamma, alpha, decay);

  const trajectoryOf = (runner: ToyRunner): Trajectory => {
    if (runner === 'flow' || runner === 'data') {
      const objective = withWeightDecay(runner === 'flow' ? loss : dataLoss, decay);
      return gradientFlow(objective, start, { maxTime, minGradientNorm: ZERO_GRADIENT });
    }
    return trainToy(samples, loss, start, createRandom(seed), {
      method: runner,
      learningRate: TOY_RATES[runner],
      batchSize: TOY_RATES.batch,
      maxSteps,
      recordEvery: RECORD_EVERY,
      weightDecay: decay,
    });
  };
  const runs = toyRunners.map(
    (runner): Run => ({
      runner,
      trajectory: trajectoryOf(runner),
      keep: thinning(runner === 'flow' || runner === 'data' ? 1000 : maxSteps / RECORD_EVERY),
      index: 0,
      waiting: [],
      done: false,
    }),
  );
  while (runs.some(({ done }) => !done)) {
    for (const run of runs) {
      for (let steps = 0; !run.done && steps < BATCH; steps++) {
        const end = advance(run);
        if (end || run.waiting.length >= BATCH) {
          yield { part: partOf(run, end) };
          run.waiting = [];
        }
      }
      yield undefined;
    }
  }
  return {};
}

/** One point further; the outcome when there is none. */
function advance(run: Run): Outcome | undefined {
  const next = run.trajectory.next();
  if (next.done) {
    run.done = true;
    if (run.last && !run.waiting.includes(run.last)) run.waiting.push(run.last);
    return next.value;
  }
  run.last = next.value;
  if (run.keep(run.index++)) run.waiting.push(next.value);
  return undefined;
}

function partOf({ runner, waiting }: Run, end: Outcome | undefined): ToyRunPart {
  const { loss, axes } = toyProblem();
  const places = waiting.map(({ theta }) => toyPlace(axes, theta));
  const thetas = new Float64Array(4 * waiting.length);
  waiting.forEach(({ theta }, k) => {
    thetas.set(theta, 4 * k);
  });
  return {
    runner,
    times: Float64Array.from(waiting, ({ time }) => time),
    losses: Float64Array.from(waiting, ({ theta }) => loss.loss(theta)),
    gammas: Float64Array.from(places, (place) => place.gamma),
    alphas: Float64Array.from(places, (place) => place.alpha),
    thetas,
    ...(end && { end: { kind: end.kind } }),
  };
}
