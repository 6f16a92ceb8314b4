/**
 * The oracle's 2-3-1 network, its data, and its split into 2-4-1: what most tests of the landscape start
 * from.
 */
import { activations } from '#math/activation/activation';
import { type SaddleLine, saddlePoint } from '#math/landscape/saddle-line';
import { gridInputs } from '#math/network/inputs';
import { networkLoss } from '#math/network/loss';
import { networkShape, packParameters } from '#math/network/network';
import { createSamples, withConstant } from '#math/network/samples';
import { rosenbrockTarget } from '#math/network/target';
import { addScaled } from '#math/numerics/linear-algebra';
import { derivativesAt } from '#math/numerics/objective';
import { eigenvector, symmetricEigen } from '#math/numerics/symmetric-eigen';
import oracle from '../fixtures/landscape.json';

export { oracle };

const points = gridInputs(32);
export const samples = createSamples(withConstant(points, 2), rosenbrockTarget(points), 3);
export const student = networkShape(3, 3, true);
export const minimum = packParameters(student, oracle.minimum.W, oracle.minimum.a);
export const studentLoss = networkLoss(student, activations.g, samples);

/** The shape and loss of the duplicated network. */
export const split = networkShape(3, 4, true);
export const splitLoss = networkLoss(split, activations.g, samples);

/** The line on which the oracle splits neuron 0. */
export const line: SaddleLine = { shape: student, theta: minimum, neuron: 0 };

/** The oracle's starting points of the flow: 1e-3 along plus or minus e_min at gamma = 1.5. */
export function perturbedSaddle(side: 1 | -1): Float64Array {
  const start = saddlePoint(line, 1.5);
  const downhill = eigenvector(symmetricEigen(derivativesAt(splitLoss, start).hessian, splitLoss.size), 0);
  const largest = downhill.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
  return addScaled(start, side * Math.sign(largest) * 1e-3, downhill);
}
