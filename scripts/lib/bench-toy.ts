import { performance } from 'node:perf_hooks';
import { GRID_ALPHAS, GRID_GAMMAS } from '../../src/figures/toy/axis';
import { CONTOURS, fieldOf, pictureOf } from '../../src/figures/toy/field';
import { createRandom } from '../../src/math/numerics/random';
import { trainToy } from '../../src/math/toy/toy-training';
import { contourPath } from '../../src/plot/contours';
import { toyEdgeJob } from '../../src/workers/toy-edge-job';
import { toyLandscapeJob } from '../../src/workers/toy-landscape-job';
import { toyData, toyProblem } from '../../src/workers/toy-problem';
import { toyRunJob, toyStart } from '../../src/workers/toy-run-job';
import { median } from './bench-parts';

/** Milliseconds of each part of the figure `toy`, as its worker and its map take them. */
export interface ToyCosts {
  /** Until the coarse landscape is there, with limits and channels. */
  readonly coarse: number;
  /** Until all of its 101 x 201 losses are. */
  readonly whole: number;
  /** 100,000 steps, looked at every tenth as in the figure. */
  readonly sgd: number;
  readonly adam: number;
  /** The four runs of the figure, from one start. */
  readonly runs: number;
  /** 60,000 steps at the edge of stability, with eigenvalues. */
  readonly edge: number;
  /** The colours and contours of the map. */
  readonly picture: number;
}

const repeats = 3;
const SEED = 1;
const STEPS = 100_000;

/** How long something takes. */
function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Takes all steps of a job, and hears its parts. */
function through<Part>(
  job: Generator<{ readonly part?: Part } | undefined>,
  hear?: (part: Part) => void,
): void {
  for (const step of job) if (step?.part !== undefined) hear?.(step.part);
}

function timeLandscape() {
  const start = performance.now();
  let coarse = Number.NaN;
  let losses = new Float64Array();
  const request = { gammas: GRID_GAMMAS, alphas: GRID_ALPHAS, decay: 0 };
  through(toyLandscapeJob(request), (part) => {
    if (part.part !== 'level') return;
    losses = Float64Array.from(part.losses);
    if (part.stride === 4) coarse = performance.now() - start;
  });
  return { coarse, whole: performance.now() - start, losses };
}

function timeTraining(method: 'sgd' | 'adam'): number {
  const { samples } = toyData(SEED);
  const options = { method, learningRate: method === 'sgd' ? 0.1 : 0.001, maxSteps: STEPS, recordEvery: 10 };
  return timed(() => {
    const run = trainToy(samples, toyProblem().loss, toyStart(1.5, 0.2), createRandom(SEED), options);
    for (;;) if (run.next().done) return;
  });
}

/** Times the problem with four parameters. */
export function timeToy(): ToyCosts {
  const all = <T>(work: () => T): T[] => Array.from({ length: repeats }, work);
  const landscapes = all(timeLandscape);
  const losses = landscapes[0]?.losses ?? new Float64Array();
  const start = { gamma: 1.5, alpha: 0.2, seed: SEED, decay: 0, maxTime: 1e10, maxSteps: STEPS };
  return {
    coarse: median(landscapes.map(({ coarse }) => coarse)),
    whole: median(landscapes.map(({ whole }) => whole)),
    sgd: median(all(() => timeTraining('sgd'))),
    adam: median(all(() => timeTraining('adam'))),
    runs: median(all(() => timed(() => through(toyRunJob(start))))),
    edge: median(all(() => timed(() => through(toyEdgeJob({ rate: 0.316, seed: SEED, maxSteps: 60_000 }))))),
    picture: median(
      all(() =>
        timed(() => {
          const field = fieldOf(GRID_GAMMAS, GRID_ALPHAS, losses);
          if (!field) return;
          pictureOf(field, 'log', 192);
          const grid = pictureOf(field, 'log', 96);
          for (const loss of CONTOURS) contourPath(grid, 96, Math.log(loss));
        }),
      ),
    ),
  };
}
