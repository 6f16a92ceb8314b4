/** Numbers of the first chapter: how far a pair is from its limit, and how large its weights are. */
import { activations } from '#math/activation/activation';
import { HALF_WIDTH } from '#math/network/inputs';
import { type PairCoordinates, toPair } from '#math/pair/pair';
import { type ErrorNorms, errorNorms } from '#math/pair/pair-error';

const DIRECTION = (110 * Math.PI) / 180;

/** The pair with which the figure begins, at an epsilon. */
function pairAt(epsilon: number): PairCoordinates {
  return {
    w: [1.8, 0.6, 0],
    delta: [Math.cos(DIRECTION), Math.sin(DIRECTION), 0],
    epsilon,
    a: 1.2,
    c: 0.6,
  };
}

function errors(activation: 'softplus' | 'relu', epsilon: number): ErrorNorms {
  return errorNorms(activations[activation], pairAt(epsilon), HALF_WIDTH);
}

/** The numbers by their names; each error at epsilon = 0.1 and at a tenth of it. */
export function pairFacts() {
  const far = errors('softplus', 0.1);
  const near = errors('softplus', 0.01);
  const cliffFar = errors('relu', 0.1);
  const cliffNear = errors('relu', 0.01);
  const { ai, aj } = toPair(pairAt(0.01));
  return {
    pairWeightI: ai,
    pairWeightJ: aj,
    softplusMaxFar: far.max,
    softplusMaxNear: near.max,
    reluMaxFar: cliffFar.max,
    reluMaxNear: cliffNear.max,
    reluMeanFar: cliffFar.mean,
    reluMeanNear: cliffNear.mean,
    reluRmsFar: cliffFar.rootMeanSquare,
    reluRmsNear: cliffNear.rootMeanSquare,
  };
}
