/** A figure's choice of network and data, checked and made. */
import { activations } from '#math/activation/activation';
import { censusProblem } from '#math/census/problem';
import { gridInputs } from '#math/network/inputs';
import { networkShape } from '#math/network/network';
import { createSamples, withConstant } from '#math/network/samples';
import { gaussianProcessTarget, rosenbrockTarget } from '#math/network/target';
import type { Problem } from '#math/network/training';
import { createRandom } from '#math/numerics/random';
import type { LandscapeSpec } from './messages';

/** The coordinates of an input; the constant 1 comes after them. */
const COORDINATES = 2;
const MAX_WIDTH = 16;
const MAX_GRID = 128;
/** A Gaussian process factors a matrix of grid^2 rows at one go. */
const MAX_GAUSSIAN_GRID = 40;

/** The network before duplication and its samples. Throws a RangeError that says what to change. */
export function problemOfSpec({ activation, width, grid, target, seed }: LandscapeSpec): Problem {
  if (activations[activation] === undefined) throw new RangeError(`there is no activation "${activation}"`);
  if (!activations[activation].smooth) {
    throw new RangeError(
      `the landscape needs second derivatives, which ${activations[activation].name} does not have; choose a smooth activation`,
    );
  }
  requireInteger('the number of neurons', width, 1, MAX_WIDTH);
  requireInteger('the number of points a side', grid, 2, MAX_GRID);
  requireInteger('the seed', seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  if (target.kind === 'census') return censusProblem(target.settings, seed).problem;
  const points = gridInputs(grid);
  return {
    shape: networkShape(COORDINATES + 1, width, true),
    activation: activations[activation],
    samples: createSamples(withConstant(points, COORDINATES), targets(), COORDINATES + 1),
  };

  function targets(): Float64Array {
    if (target.kind !== 'gaussian') return rosenbrockTarget(points);
    requireInteger('the number of points a side of a Gaussian process', grid, 2, MAX_GAUSSIAN_GRID);
    return gaussianProcessTarget(points, COORDINATES, target.scale, createRandom(target.seed));
  }
}

/** The gammas of a request, ascending and each once. Throws a RangeError that says what to change. */
export function checkedGammas(gammas: Float64Array, what = 'a landscape'): number[] {
  if (gammas.length === 0) throw new RangeError(`${what} needs at least one gamma, got none`);
  const bad = gammas.findIndex((gamma) => !Number.isFinite(gamma));
  if (bad >= 0) throw new RangeError(`gamma must be a finite number, got ${gammas[bad]}`);
  return [...new Set(gammas)].sort((p, q) => p - q);
}

function requireInteger(what: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new RangeError(`${what} must be a whole number from ${least} to ${most}, got ${value}`);
}
