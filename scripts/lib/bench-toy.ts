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
import { type Figures, figure, median, medianTime, through } from './bench-time';

const SEED = 1;
const STEPS = 100_000;

function timeLandscape() {
  const start = performance.now();
  let coarse = Number.NaN;
  let losses = new Float64Array();
  through(toyLandscapeJob({ gammas: GRID_GAMMAS, alphas: GRID_ALPHAS, decay: 0 }), (step) => {
    if (step?.part?.part !== 'level') return;
    losses = Float64Array.from(step.part.losses);
    if (step.part.stride === 4) coarse = performance.now() - start;
  });
  return { coarse, whole: performance.now() - start, losses };
}

/** Looked at every tenth step, as in the figure. */
function timeTraining(method: 'sgd' | 'adam', learningRate: number): number {
  const { samples } = toyData(SEED);
  const options = { method, learningRate, maxSteps: STEPS, recordEvery: 10 };
  return medianTime(3, () => {
    through(trainToy(samples, toyProblem().loss, toyStart(1.5, 0.2), createRandom(SEED), options));
  });
}

/** Milliseconds of each part of the figure `toy`, as its worker and its map take them. */
export function timeToy(): Figures {
  const landscapes = [1, 2, 3].map(timeLandscape);
  const losses = landscapes[0]?.losses ?? new Float64Array();
  const start = { gamma: 1.5, alpha: 0.2, seed: SEED, decay: 0, maxTime: 1e10, maxSteps: STEPS };
  const edge = { rate: 0.316, seed: SEED, maxSteps: 60_000 };
  return {
    'coarse landscape, every fourth row and column': figure(median(landscapes.map(({ coarse }) => coarse))),
    'whole landscape, 101 x 201': figure(median(landscapes.map(({ whole }) => whole)), 1000),
    '100,000 steps of SGD': figure(timeTraining('sgd', 0.1), 1000),
    '100,000 steps of Adam': figure(timeTraining('adam', 0.001), 1000),
    'all four runs of the figure': figure(medianTime(3, () => through(toyRunJob(start)))),
    '60,000 steps of gradient descent on 4,096 samples': figure(
      medianTime(3, () => through(toyEdgeJob(edge))),
    ),
    'colours and contours of the map': figure(
      medianTime(3, () => {
        const field = fieldOf(GRID_GAMMAS, GRID_ALPHAS, losses);
        if (!field) return;
        pictureOf(field, 'log', 192);
        const grid = pictureOf(field, 'log', 96);
        for (const loss of CONTOURS) contourPath(grid, 96, Math.log(loss));
      }),
      16,
    ),
  };
}
