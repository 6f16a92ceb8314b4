/** The data, the network and the start of one run of a census, all from its seed. */
import { activations } from '#math/activation/activation';
import type { DeepProblem } from '#math/deep/deep-classify';
import { deepGlorotNormal } from '#math/deep/deep-shape';
import { glorotNormal } from '#math/network/initialise';
import { HALF_WIDTH, normalInputs } from '#math/network/inputs';
import { networkShape } from '#math/network/network';
import { createSamples, withConstant } from '#math/network/samples';
import { gaussianProcessTarget, logRosenbrock, rosenbrockTarget } from '#math/network/target';
import type { Problem } from '#math/network/training';
import { createRandom, type Random } from '#math/numerics/random';
import type { CensusSettings, CensusTarget } from './settings';

const GRID_SIDE = 101;

/** The constants with which the authors scaled the target of their Figure 2; on the grid it is not quite a z-score. */
const GRID_TARGET = { mean: 0.6481, deviation: 0.5113 } as const;

/** The 101 x 101 points of the paper's Figure 2: from edge to edge of the square, x1 fastest. Row-major, count x 2. */
export function gridOfLevels(): Float64Array {
  const at = (k: number) => HALF_WIDTH * ((2 * k) / (GRID_SIDE - 1) - 1);
  const points = new Float64Array(2 * GRID_SIDE * GRID_SIDE);
  for (let n = 0; n < GRID_SIDE * GRID_SIDE; n++) {
    points[2 * n] = at(n % GRID_SIDE);
    points[2 * n + 1] = at(Math.floor(n / GRID_SIDE));
  }
  return points;
}

function pointsOf({ inputs, samples, dims }: CensusSettings, random: Random): Float64Array {
  switch (inputs) {
    case 'normal':
      return normalInputs(samples, dims, random);
    case 'uniform':
      return Float64Array.from({ length: samples * dims }, () => HALF_WIDTH * (2 * random.uniform() - 1));
    case 'grid101':
      return gridOfLevels();
  }
}

function targetsOf(target: CensusTarget, points: Float64Array, settings: CensusSettings, random: Random) {
  if (target === 'rosenbrock') return rosenbrockTarget(points);
  if (target !== 'rosenbrock-shifted') {
    return gaussianProcessTarget(points, settings.dims, Number(target.slice('gp'.length)), random);
  }
  if (settings.inputs !== 'grid101') return rosenbrockTarget(points, 1);
  const { mean, deviation } = GRID_TARGET;
  return Float64Array.from(
    { length: points.length / 2 },
    (_, n) => (logRosenbrock(points[2 * n] as number, points[2 * n + 1] as number, 1) - mean) / deviation,
  );
}

/** What a seed draws before the weights. */
function dataOf(settings: CensusSettings, seed: number) {
  const random = createRandom(seed);
  const points = pointsOf(settings, random);
  return { random, points, targets: targetsOf(settings.target, points, settings, random) };
}

/**
 * One run's problem and starting weights, of one hidden layer. Every seed draws its own inputs, Gaussian process and weights
 * (Glorot normal, biases 0), as the paper's experiments do. Settings have to be fit to train (`settingsProblem`).
 */
export function censusProblem(
  settings: CensusSettings,
  seed: number,
): { readonly problem: Problem; readonly start: Float64Array } {
  const { dims, widths, biases, activation } = settings;
  const { random, points, targets } = dataOf(settings, seed);
  const inputSize = biases ? dims + 1 : dims;
  const shape = networkShape(inputSize, widths, biases);
  const samples = createSamples(biases ? withConstant(points, dims) : points, targets, inputSize);
  return {
    problem: { shape, activation: activations[activation], samples },
    start: glorotNormal(shape, random, biases),
  };
}

/** The same with `depth` hidden layers of the same width. */
export function deepCensusProblem(
  settings: CensusSettings,
  seed: number,
): { readonly problem: DeepProblem; readonly start: Float64Array } {
  const { dims, widths, depth, biases, activation } = settings;
  const { random, points, targets } = dataOf(settings, seed);
  const shape = { inputSize: dims, widths: Array.from({ length: depth }, () => widths), biases };
  return {
    problem: { shape, activation: activations[activation], samples: createSamples(points, targets, dims) },
    start: deepGlorotNormal(shape, random),
  };
}
