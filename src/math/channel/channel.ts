/** Finding the pair that runs along a channel, and the law of its motion. MATH.md section 7. */
import type { Activation } from '#math/activation/activation';
import { inputWeights, type NetworkShape, outputWeight, outputWeightIndex } from '#math/network/network';
import { dot, norm } from '#math/numerics/linear-algebra';

export interface PairCandidate {
  /** The two neurons, i the one with the larger output weight. */
  readonly i: number;
  readonly j: number;
  /** 1 - cosine of the angle between their input weights, after signs are aligned. */
  readonly cosineDistance: number;
  /** a_i - a_j, at least 0. */
  readonly outputDifference: number;
  /**
   * True when the pair looks like one in a channel: nearly parallel inputs, large opposite output weights.
   */
  readonly inChannel: boolean;
}

/** The paper's threshold. */
const CHANNEL_COSINE_DISTANCE = 0.01;

/**
 * For an odd activation (w, a) and (-w, -a) are the same neuron: parameters with neuron j's sign turned so
 * that w_i . w_j >= 0. For any other activation, or when nothing is to be done, a copy.
 */
export function alignSigns(
  shape: NetworkShape,
  activation: Activation,
  theta: Float64Array,
  i: number,
  j: number,
): Float64Array {
  const out = Float64Array.from(theta);
  const wj = inputWeights(shape, out, j);
  if (!activation.odd || dot(inputWeights(shape, out, i), wj) >= 0) return out;
  for (let k = 0; k < wj.length; k++) wj[k] = -(wj[k] as number);
  const at = outputWeightIndex(shape, j);
  out[at] = -(out[at] as number);
  return out;
}

/**
 * All pairs of neurons, the most nearly parallel first. For odd activations each pair is looked at with signs
 * aligned, so use `alignSigns` before taking its coordinates.
 */
export function pairCandidates(
  shape: NetworkShape,
  activation: Activation,
  theta: Float64Array,
): PairCandidate[] {
  const out: PairCandidate[] = [];
  for (let i = 0; i < shape.width; i++) {
    for (let j = i + 1; j < shape.width; j++) out.push(candidate(shape, activation, theta, i, j));
  }
  return out.sort((p, q) => p.cosineDistance - q.cosineDistance);
}

function candidate(
  shape: NetworkShape,
  activation: Activation,
  theta: Float64Array,
  i: number,
  j: number,
): PairCandidate {
  const wi = inputWeights(shape, theta, i);
  const wj = inputWeights(shape, theta, j);
  const product = dot(wi, wj);
  const sign = activation.odd && product < 0 ? -1 : 1;
  const lengths = norm(wi) * norm(wj);
  const cosineDistance = lengths > 0 ? Math.max(0, 1 - (sign * product) / lengths) : 1;
  const ai = outputWeight(shape, theta, i);
  const aj = sign * outputWeight(shape, theta, j);
  const opposite = ai * aj < 0 && Math.min(Math.abs(ai), Math.abs(aj)) > Math.abs(ai + aj);
  return {
    i: ai >= aj ? i : j,
    j: ai >= aj ? j : i,
    cosineDistance,
    outputDifference: Math.abs(ai - aj),
    inChannel: cosineDistance < CHANNEL_COSINE_DISTANCE && opposite,
  };
}

/** The most nearly parallel pair that is in a channel by the paper's criterion, if any. */
export function detectChannel(
  shape: NetworkShape,
  activation: Activation,
  theta: Float64Array,
): PairCandidate | undefined {
  return pairCandidates(shape, activation, theta).find((pair) => pair.inChannel);
}

/** Loss at epsilon beside a minimum at infinity, up to O(epsilon^4): L_inf + h epsilon^2. */
export function predictedLoss(lossAtInfinity: number, h: number, epsilon: number): number {
  return lossAtInfinity + h * epsilon * epsilon;
}

/**
 * a_i - a_j that gradient flow reaches at time t in a channel with h > 0: 2 (h a^2 t)^(1/4), exact as t ->
 * infinity (quarter-power law, ours). NaN-free: 0 where h <= 0 or t <= 0, since then nothing diverges.
 */
export function quarterPowerLaw(h: number, a: number, time: number): number {
  return h > 0 && time > 0 ? 2 * (h * a * a * time) ** 0.25 : 0;
}

/** -dL/d(a_i - a_j) in the channel, 2 h a^2 / (a_i - a_j)^3: how slowly it descends. */
export function channelSlope(h: number, a: number, outputDifference: number): number {
  return (2 * h * a * a) / outputDifference ** 3;
}

/** Time at which the quarter-power law reaches a given a_i - a_j; infinite where h <= 0. */
export function quarterPowerTime(h: number, a: number, outputDifference: number): number {
  return h > 0 ? (outputDifference / 2) ** 4 / (h * a * a) : Number.POSITIVE_INFINITY;
}
