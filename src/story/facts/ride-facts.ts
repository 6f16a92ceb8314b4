/** Numbers of the chapter on the ride: the two ends of the saddle line that the figures show. */
import { quarterPowerLaw, quarterPowerTime } from '#math/channel/channel';
import { edgeDifference, sharpnessCoefficient } from '#math/channel/channel-laws';
import { rideEnds } from './ride-channel';

/** A step size for which the text asks how far gradient descent comes. */
const STEP_SIZE = 1e-4;

/**
 * What the quarter-power law is held against: where an L-stable solver was at a late time on the plus side. From the
 * project's reference values (tests/fixtures/landscape.json, flowEnds), as integrating takes seconds.
 */
const FLOW = { time: 1020827902.4775515, difference: 225.90470614118624 } as const;

/** All of them. */
export function rideFacts() {
  const { shape, activation, samples, plus, minus } = rideEnds();
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
