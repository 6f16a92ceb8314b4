import { performance } from 'node:perf_hooks';
import { activations } from '../../src/math/activation/activation';
import { toChannel } from '../../src/math/channel/channel-network';
import { certificate } from '../../src/math/channel/limit-network';
import { descentPath, START_OFFSET } from '../../src/math/landscape/descent-path';
import { createLandscape, type Landscape } from '../../src/math/landscape/landscape';
import { paperNetwork } from '../../src/math/landscape/paper-network';
import { planeSlice } from '../../src/math/landscape/plane-slice';
import { saddlePoint } from '../../src/math/landscape/saddle-line';
import { glorotNormal } from '../../src/math/network/initialise';
import { networkLoss } from '../../src/math/network/loss';
import { train } from '../../src/math/network/training';
import { gradientFlow } from '../../src/math/numerics/flow';
import { addScaled } from '../../src/math/numerics/linear-algebra';
import { createRandom } from '../../src/math/numerics/random';
import { finish } from '../../src/math/numerics/trajectory';
import { landscapeJob } from '../../src/workers/landscape-job';
import type { LandscapeSpec } from '../../src/workers/messages';
import { problemOfSpec } from '../../src/workers/problem-of-spec';
import { positionIn, type World } from '../../src/workers/world';
import { type Figures, figure, median, medianTime, short, through } from './bench-time';

/** The paper's network and data: 1,024 samples, three neurons, the first of which is split. */
const spec: LandscapeSpec = { ...paperNetwork, target: { kind: 'rosenbrock' }, seed: 1, neuron: 0 };

/** Values above gamma = 1, evenly in log(gamma - 1) from 1.03 to 100. */
const gammasOf = (length: number) =>
  Float64Array.from({ length }, (_, k) => 1 + 0.03 * 3300 ** (k / (length - 1)));
/** The columns of the figure, and of its first, coarse picture. */
const columns = 24;
const coarseColumns = 7;

/** Nanoseconds a sample and neuron of the loss's derivatives. */
function timeDerivatives({ shape, activation, samples, line }: Landscape) {
  const theta = saddlePoint(line, 1.5);
  return (['exact', 'table'] as const).map((evaluation) => {
    const loss = networkLoss(shape, activation, samples, evaluation);
    const gradient = new Float64Array(loss.size);
    const hessian = new Float64Array(loss.size ** 2);
    const perNumber = (work: () => void) =>
      short((1e6 * medianTime(301, work)) / (samples.count * shape.width));
    return {
      activation: evaluation,
      gradient: perNumber(() => loss.gradient(theta, gradient)),
      Hessian: perNumber(() => loss.hessian(theta, gradient, hessian)),
    };
  });
}

/** The whole job as the worker does it. */
function compute() {
  let world: World | undefined;
  let drawn = 0;
  const start = performance.now();
  const found = { coarse: Number.NaN, complete: Number.NaN, longestStep: 0 };
  let last = start;
  const job = landscapeJob({ spec, gammas: gammasOf(columns) }, (made) => {
    world = made;
  });
  through(job, (step) => {
    const now = performance.now();
    found.longestStep = Math.max(found.longestStep, now - last);
    const part = step?.part?.part;
    if (part === 'descent' && ++drawn === coarseColumns) found.coarse = now - start;
    if (part === 'tears') found.complete = now - start;
    last = performance.now();
  });
  if (world === undefined) throw new Error('the landscape has no saddle line');
  return { world, ...found };
}

/** Milliseconds of everything that the figure `landscape` computes for the paper's network, and of its derivatives. */
export function timeLandscape() {
  // The first time everything is compiled.
  compute();
  const runs = [1, 2, 3].map(compute);
  const middle = (of: 'coarse' | 'complete' | 'longestStep') => median(runs.map((run) => run[of]));
  const { world } = compute();
  const { landscape } = world;
  const { shape, activation, samples, line, downhill } = landscape;
  const alphas = Float64Array.from({ length: 121 }, (_, k) => 0.25 * (k / 60 - 1));
  const start = addScaled(saddlePoint(line, 1.5), START_OFFSET, downhill.at(1.5).direction);
  const fast = networkLoss(shape, activation, samples, 'table');
  const { foot } = descentPath(landscape, 100, 'plus');
  const { phi } = toChannel(shape, foot.theta, line.neuron, shape.width - 1);
  const problem = problemOfSpec(spec);
  const figures: Figures = {
    'network, roads with floors, 7 columns': figure(middle('coarse'), 1000),
    'all 24 columns and tears': figure(middle('complete'), 3000),
    'longest step without a pause': figure(middle('longestStep'), 30),
    'plane slice, 81 x 121': figure(
      medianTime(3, () => {
        const fresh = createLandscape(line, activations[spec.activation], samples);
        through(planeSlice(fresh, [...gammasOf(81)], alphas));
      }),
      500,
    ),
    'gradient flow to 1e8, with places': figure(
      medianTime(3, () => {
        for (const { theta } of finish(gradientFlow(fast, start, { maxTime: 1e8 })).points)
          positionIn(world, theta);
      }),
      500,
    ),
    'Newton to the certificate': figure(
      medianTime(15, () => certificate(shape, activation, samples, phi)),
      20,
    ),
    'training from a random start': figure(
      medianTime(5, (seed) =>
        through(train(problem, glorotNormal(problem.shape, createRandom(seed + 5), true))),
      ),
      2000,
    ),
  };
  return { derivatives: timeDerivatives(landscape), figures };
}
