/** The oracle's 2-3-1 network, its data, and its split into 2-4-1: what most tests of the landscape start from. */
import { activations } from '#math/activation';
import { gridInputs } from '#math/inputs';
import { networkLoss } from '#math/loss';
import { networkShape, packParameters } from '#math/network';
import { createSamples, withConstant } from '#math/samples';
import { rosenbrockTarget } from '#math/target';
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
