import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { activations } from '../../src/math/activation/activation';
import type { Evaluation } from '../../src/math/activation/activation-block';
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
import type { LandscapePart, LandscapeSpec } from '../../src/workers/messages';
import { problemOfSpec } from '../../src/workers/problem-of-spec';
import { positionIn, type World } from '../../src/workers/world';
import { median } from './bench-parts';

/** The paper's network and data: 1,024 samples, three neurons, the first of which is split. */
const spec: LandscapeSpec = { ...paperNetwork, target: { kind: 'rosenbrock' }, seed: 1, neuron: 0 };

/** As many columns as the figure has above gamma = 1, evenly in log(gamma - 1) from 1.03 to 100. */
const columns = Float64Array.from({ length: 24 }, (_, k) => 1 + 0.03 * 3300 ** (k / 23));
/** The columns of the first, coarse picture. */
const coarseColumns = 7;

/** Nanoseconds a sample and neuron. */
export interface DerivativeTimes {
  evaluation: Evaluation;
  gradient: number;
  hessian: number;
}

/** Milliseconds, and bytes in `memory`. */
export interface LandscapeCosts {
  derivatives: DerivativeTimes[];
  coarse: number;
  complete: number;
  longestStep: number;
  plane: number;
  flow: number;
  certificate: number;
  retraining: number;
  memory: { worker: number; page: number };
}

/** The median time of one run in milliseconds, after as many runs to warm up. */
function time(work: () => void, runs: number): number {
  const times: number[] = [];
  for (let run = -runs; run < runs; run++) {
    const start = performance.now();
    work();
    if (run >= 0) times.push(performance.now() - start);
  }
  return median(times);
}

function timeDerivatives({ shape, activation, samples, line }: Landscape): DerivativeTimes[] {
  const theta = saddlePoint(line, 1.5);
  const size = samples.count * shape.width;
  return (['exact', 'table'] as const).map((evaluation) => {
    const loss = networkLoss(shape, activation, samples, evaluation);
    const gradient = new Float64Array(loss.size);
    const hessian = new Float64Array(loss.size ** 2);
    const perNumber = (work: () => void) => (1e6 * time(work, 301)) / size;
    return {
      evaluation,
      gradient: perNumber(() => loss.gradient(theta, gradient)),
      hessian: perNumber(() => loss.hessian(theta, gradient, hessian)),
    };
  });
}

interface ComputedLandscape {
  world: World;
  parts: LandscapePart[];
  coarse: number;
  complete: number;
  longestStep: number;
}

/** The whole job as the worker does it. */
function compute(): ComputedLandscape {
  let world: World | undefined;
  const parts: LandscapePart[] = [];
  const start = performance.now();
  const found = { coarse: Number.NaN, complete: Number.NaN, longestStep: 0 };
  let last = start;
  const job = landscapeJob({ spec, gammas: columns }, (made) => {
    world = made;
  });
  for (const step of job) {
    const now = performance.now();
    found.longestStep = Math.max(found.longestStep, now - last);
    const part = step?.part;
    if (part !== undefined) parts.push(part);
    const drawn = parts.filter((one) => one.part === 'descent').length;
    if (part?.part === 'descent' && drawn === coarseColumns) found.coarse = now - start;
    if (part?.part === 'tears') found.complete = now - start;
    last = performance.now();
  }
  if (world === undefined) throw new Error('the landscape has no saddle line');
  return { world, parts, ...found };
}

/** Bytes in use after what is not needed any more is given up; buffers are only after a turn of the event loop. */
async function bytesInUse(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (() => void) | undefined;
  for (let round = 0; round < 3; round++) {
    collect?.();
    await setTimeout(50);
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** What one landscape keeps: in the worker its world, on the page the parts that it was sent. */
async function measureMemory(): Promise<LandscapeCosts['memory']> {
  const before = await bytesInUse();
  const kept: { world?: World; parts?: LandscapePart[] } = compute();
  const both = await bytesInUse();
  delete kept.parts;
  const worker = await bytesInUse();
  if (kept.world === undefined) throw new Error('unreachable');
  return { worker: worker - before, page: both - worker };
}

/** Times everything that the figure `landscape` computes for the paper's network, in this process. */
export async function timeLandscape(): Promise<LandscapeCosts> {
  // The first time everything is compiled, which takes memory too.
  compute();
  const memory = await measureMemory();
  const first = compute();
  const { landscape } = first.world;
  const { shape, activation, samples, line, downhill } = landscape;
  const runs = [1, 2, 3].map(compute);
  const derivatives = timeDerivatives(landscape);
  const alphas = Float64Array.from({ length: 121 }, (_, k) => 0.25 * (k / 60 - 1));
  const gammas = Array.from({ length: 81 }, (_, k) => 1 + 0.03 * 3300 ** (k / 80));
  const start = addScaled(saddlePoint(line, 1.5), START_OFFSET, downhill.at(1.5).direction);
  const fast = networkLoss(shape, activation, samples, 'table');
  const { foot } = descentPath(landscape, 100, 'plus');
  const { phi } = toChannel(shape, foot.theta, line.neuron, shape.width - 1);
  const problem = problemOfSpec(spec);
  return {
    derivatives,
    coarse: median(runs.map(({ coarse }) => coarse)),
    complete: median(runs.map(({ complete }) => complete)),
    longestStep: median(runs.map(({ longestStep }) => longestStep)),
    plane: time(() => {
      const fresh = createLandscape(line, activations[spec.activation], samples);
      for (const _ of planeSlice(fresh, gammas, alphas));
    }, 3),
    flow: time(() => {
      for (const { theta } of finish(gradientFlow(fast, start, { maxTime: 1e8 })).points)
        positionIn(first.world, theta);
    }, 3),
    certificate: time(() => {
      certificate(shape, activation, samples, phi);
    }, 15),
    retraining: median(
      [1, 2, 3, 4, 5].map((seed) => {
        const from = performance.now();
        for (const _ of train(problem, glorotNormal(problem.shape, createRandom(seed), true)));
        return performance.now() - from;
      }),
    ),
    memory,
  };
}
