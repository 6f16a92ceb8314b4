/** Numbers of the chapters on the saddle line and its landscape. */
import { activations } from '#math/activation/activation';
import { toChannel } from '#math/channel/channel-network';
import { certificate } from '#math/channel/limit-network';
import { type DescentPath, descentPath, type Side } from '#math/landscape/descent-path';
import { createLandscape, type Landscape } from '#math/landscape/landscape';
import { paperNetwork } from '#math/landscape/paper-network';
import {
  gammaOf,
  type SaddleLine,
  saddleLineStability,
  saddlePoint,
  splitOutputWeight,
  splitShape,
} from '#math/landscape/saddle-line';
import { gridInputs } from '#math/network/inputs';
import { networkLoss } from '#math/network/loss';
import { networkShape } from '#math/network/network';
import { createSamples, withConstant } from '#math/network/samples';
import { rosenbrockTarget } from '#math/network/target';
import { findSaddleLineSteps, train } from '#math/network/training';
import { addScaled } from '#math/numerics/linear-algebra';
import { derivativesAt } from '#math/numerics/objective';
import { createRandom } from '#math/numerics/random';
import { symmetricEigenvalues } from '#math/numerics/symmetric-eigen';

const points = gridInputs(paperNetwork.grid);
const samples = createSamples(withConstant(points, 2), rosenbrockTarget(points), 3);
const activation = activations[paperNetwork.activation];

/** What a computation comes to. */
function resultOf<Result>(steps: Iterator<unknown, Result>): Result {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
  }
}

/** The eigenvalues of the Hessian at a point of a saddle line, ascending. */
function spectrum(line: SaddleLine, gamma: number): Float64Array {
  const loss = networkLoss(splitShape(line.shape), activation, samples);
  const { hessian } = derivativesAt(loss, saddlePoint(line, gamma));
  return symmetricEigenvalues(hessian, loss.size);
}

/** How many directions go down there. */
function downwards(line: SaddleLine, gamma: number): number {
  return spectrum(line, gamma).filter((value) => value < -1e-9).length;
}

/** The network of one neuron in the figure of the second chapter: `network=trained&hidden=1&seed=2`. */
function loneNeuron(): SaddleLine {
  const shape = networkShape(3, 1, true);
  const { line } = resultOf(findSaddleLineSteps({ shape, activation, samples }, createRandom(2), true));
  if (!line) throw new Error('no minimum of a single neuron was found');
  return { shape, theta: line.theta, neuron: 0 };
}

/** What is said of a critical point whose neuron is copied. */
function lineFacts(line: SaddleLine) {
  const { eigenvalues } = saddleLineStability(line, activation, samples);
  return {
    loss: networkLoss(line.shape, activation, samples).loss(line.theta),
    weight: splitOutputWeight(line),
    lowest: eigenvalues[0] as number,
    middle: eigenvalues[1] as number,
    highest: eigenvalues[2] as number,
  };
}

function road(landscape: Landscape, side: Side, gammas: readonly [near: number, far: number]) {
  const [near, far] = gammas.map((gamma) => descentPath(landscape, gamma, side)) as [
    DescentPath,
    DescentPath,
  ];
  const { phi } = toChannel(landscape.shape, far.foot.theta, 0, 3);
  const limit = certificate(landscape.shape, activation, samples, phi);
  return { near: near.foot, far: far.foot, limit };
}

/** The minimum to which the road back leads, by gradient flow from beside the saddle line at gamma = 2.5. */
function finiteMinimum({ line, shape, downhill }: Landscape) {
  const start = addScaled(saddlePoint(line, 2.5), -0.3, downhill.at(2.5).direction);
  return resultOf(train({ shape, activation, samples }, start));
}

/** The numbers by their names. */
export function landscapeFacts() {
  const lone = loneNeuron();
  const alone = lineFacts(lone);
  const shape = networkShape(3, paperNetwork.width, true);
  const line: SaddleLine = { shape, theta: Float64Array.from(paperNetwork.theta), neuron: 0 };
  const paper = lineFacts(line);
  const landscape = createLandscape(line, activation, samples);
  const plus = road(landscape, 'plus', [2, 100]);
  const minus = road(landscape, 'minus', [2, 100]);
  const finite = finiteMinimum(landscape);
  return {
    loneLoss: alone.loss,
    loneWeight: alone.weight,
    loneLowest: alone.lowest,
    loneMiddle: alone.middle,
    loneHighest: alone.highest,
    loneCurvature: spectrum(lone, 0.5)[0] as number,
    loneDownBetween: downwards(lone, 0.5),
    loneDownBeyond: downwards(lone, 1.5),
    paperLoss: paper.loss,
    paperWeight: paper.weight,
    paperLowest: paper.lowest,
    paperMiddle: paper.middle,
    paperHighest: paper.highest,
    paperDownBetween: downwards(line, 0.5),
    paperDownBeyond: downwards(line, 1.5),
    plusFootNear: plus.near.loss,
    plusFootFar: plus.far.loss,
    plusLoss: plus.limit.lossAtInfinity,
    plusH: plus.limit.h,
    plusEpsilonFar: plus.far.epsilon,
    plusPredictedFar: plus.limit.lossAtInfinity + plus.limit.h * plus.far.epsilon ** 2,
    plusEigenvalue: plus.limit.smallestEigenvalue,
    plusA: plus.limit.a,
    plusC: plus.limit.c,
    minusFootNear: minus.near.loss,
    minusFootFar: minus.far.loss,
    minusLoss: minus.limit.lossAtInfinity,
    minusH: minus.limit.h,
    finiteLoss: finite.loss,
    finiteGamma: gammaOf(landscape.line, finite.theta),
  };
}
