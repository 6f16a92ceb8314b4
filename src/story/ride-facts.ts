/** Numbers of the chapter on the ride: the two ends of the saddle line that the figures show. */
import { activations } from '#math/activation';
import { quarterPowerLaw, quarterPowerTime } from '#math/channel';
import { edgeDifference, sharpnessCoefficient } from '#math/channel-laws';
import { gridInputs } from '#math/inputs';
import { certificate } from '#math/limit-network';
import { networkShape } from '#math/network';
import { paperNetwork } from '#math/paper-network';
import { createSamples, withConstant } from '#math/samples';
import { rosenbrockTarget } from '#math/target';

/**
 * Where Newton's method starts: parameters (w, v, c, the rest) near the two limits, to five digits. The plus side's road
 * leads to infinity, the minus side's leads back.
 */
const NEAR = {
  plus: [
    -1.4038, 0.79312, 0.51314, -1.0854, -0.45031, -0.84175, 0.9552, 5.3167, 7.4807, -2.8128, -0.46398,
    0.42058, 0.64104, 0.17001, -2.3342, 2.6879,
  ],
  minus: [
    -1.1122, 0.37443, 0.33627, -1.1539, 1.1769, 0.54483, 5.6147, 4.5798, 8.4708, -5.3152, -0.9018, 0.56827,
    0.55936, 0.17316, -6.8383, 2.1835,
  ],
} as const;

/** A step size for which the text asks how far gradient descent comes. */
const STEP_SIZE = 1e-4;

/**
 * What the quarter-power law is held against: where an L-stable solver was at a late time on the plus side. From the
 * project's reference values (tests/fixtures/landscape.json, flowEnds), as integrating takes seconds.
 */
const FLOW = { time: 1020827902.4775515, difference: 225.90470614118624 } as const;

/** All of them. */
export function rideFacts() {
  const { grid, activation: id, width } = paperNetwork;
  const activation = activations[id];
  const points = gridInputs(grid);
  const samples = createSamples(withConstant(points, 2), rosenbrockTarget(points), 3);
  const shape = networkShape(3, width + 1, true);
  const plus = certificate(shape, activation, samples, Float64Array.from(NEAR.plus));
  const minus = certificate(shape, activation, samples, Float64Array.from(NEAR.minus));
  const sharpness = sharpnessCoefficient(shape, activation, samples, plus.phi);
  const edge = edgeDifference(sharpness, plus.a, STEP_SIZE);
  return {
    rideLoss: plus.lossAtInfinity,
    rideH: plus.h,
    rideA: plus.a,
    rideC: plus.c,
    rideSmallestEigenvalue: plus.smallestEigenvalue,
    rideGradient: plus.maxAbsGradient,
    rideBackLoss: minus.lossAtInfinity,
    rideBackH: minus.h,
    rideStepSize: STEP_SIZE,
    rideStepLimit: 2 / STEP_SIZE,
    /** a_i - a_j at which the sharpness reaches that limit. */
    rideEdge: edge,
    rideEdgeSteps: quarterPowerTime(plus.h, plus.a, edge) / STEP_SIZE,
    rideFlowTime: FLOW.time,
    rideFlowDifference: FLOW.difference,
    rideLawDifference: quarterPowerLaw(plus.h, plus.a, FLOW.time),
  };
}
