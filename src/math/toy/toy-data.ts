/**
 * Loss of the problem with four parameters on finite data, fast enough for full-batch training in a figure.
 *
 * Student outputs, their derivatives and the products of two of them are smooth functions of x; over thousands of
 * samples the mean of such a function is that of its interpolant through some hundred Chebyshev nodes, which is a
 * weighted sum over the nodes. So the samples are replaced, once, by nodes with weights W for means and V for means
 * with the targets, the targets themselves staying as they are (ours):
 *
 *   loss = < y^2 > - 2 sum_k V_k f(x_k) + sum_k W_k f(x_k)^2
 *
 * equal to the mean over the samples to about 1e-13 (tests/math/toy/toy-data.test.ts) and, with 4,096 samples, some
 * thirty times faster. Beyond the reach of the rule, where s(w x) is too steep for it, the samples are used.
 */
import { activations } from '#math/activation/activation';
import { networkLoss } from '#math/network/loss';
import type { Samples } from '#math/network/samples';
import { erfGiven } from '#math/numerics/erf';
import type { Objective } from '#math/numerics/objective';
import { TOY_SIZE, toyShape } from './toy';

/** Nodes and weights that stand for a set of samples. */
export interface SampleRule {
  /** Ascending, in (0, largest |x_n|): s is odd, so only |x| matters. */
  readonly nodes: Float64Array;
  /** sum_k mean[k] g(x_k) = < g > for even g. */
  readonly mean: Float64Array;
  /** sum_k target[k] g(x_k) = < y g > for odd g. */
  readonly target: Float64Array;
  /** < y^2 > */
  readonly meanSquareTarget: number;
  /** The rule holds for input weights up to this size. */
  readonly reach: number;
}

const NODES = 96;
/**
 * Largest w X, X the largest |x_n|, that so many nodes resolve: means of products, and their first two derivatives, are
 * then good to 4e-16; at 40 to 6e-15, at 60 to 1e-12 (measured on 4,096 normal samples).
 */
const RESOLVED = 32;

/** The rule for samples of scalar inputs. Takes a few milliseconds for 4,096. */
export function sampleRule({ count, inputs, targets }: Samples): SampleRule {
  let last = 0;
  for (let n = 0; n < count; n++) last = Math.max(last, Math.abs(inputs[n] as number));
  const nodes = Float64Array.from(
    { length: NODES },
    (_, k) => (last / 2) * (1 - Math.cos(((2 * k + 1) * Math.PI) / (2 * NODES))),
  );
  const barycentric = Float64Array.from(
    { length: NODES },
    (_, k) => (k % 2 === 0 ? 1 : -1) * Math.sin(((2 * k + 1) * Math.PI) / (2 * NODES)),
  );
  const mean = new Float64Array(NODES);
  const target = new Float64Array(NODES);
  const share = new Float64Array(NODES);
  let meanSquareTarget = 0;
  for (let n = 0; n < count; n++) {
    const x = inputs[n] as number;
    const y = targets[n] as number;
    meanSquareTarget += (y * y) / count;
    lagrange(nodes, barycentric, Math.abs(x), share);
    const odd = (x < 0 ? -y : y) / count;
    for (let k = 0; k < NODES; k++) {
      mean[k] = (mean[k] as number) + (share[k] as number) / count;
      target[k] = (target[k] as number) + (share[k] as number) * odd;
    }
  }
  return { nodes, mean, target, meanSquareTarget, reach: last > 0 ? RESOLVED / last : 0 };
}

/** The Lagrange polynomials of the nodes at x, by the barycentric formula. */
function lagrange(nodes: Float64Array, barycentric: Float64Array, x: number, out: Float64Array): void {
  let sum = 0;
  for (let k = 0; k < nodes.length; k++) {
    const distance = x - (nodes[k] as number);
    if (distance === 0) {
      out.fill(0);
      out[k] = 1;
      return;
    }
    const term = (barycentric[k] as number) / distance;
    out[k] = term;
    sum += term;
  }
  for (let k = 0; k < nodes.length; k++) out[k] = (out[k] as number) / sum;
}

const SLOPE_AT_0 = Math.sqrt(2 / Math.PI);

/** Mean squared error of the student over the samples as a function of theta = (w_1, w_2, a_1, a_2), exact. */
export function toyDataLoss(samples: Samples): Objective {
  const rule = sampleRule(samples);
  const { nodes, mean, target, meanSquareTarget, reach } = rule;
  const direct = networkLoss(toyShape, activations.erf, samples);
  const isBeyond = (theta: Float64Array): boolean =>
    !(Math.abs(theta[0] as number) <= reach && Math.abs(theta[1] as number) <= reach);

  return {
    size: TOY_SIZE,

    loss(theta) {
      if (isBeyond(theta)) return direct.loss(theta);
      const [w1, w2, a1, a2] = theta as unknown as readonly [number, number, number, number];
      let sum = meanSquareTarget;
      for (let k = 0; k < NODES; k++) {
        const x = nodes[k] as number;
        const z1 = w1 * x;
        const z2 = w2 * x;
        const s1 = erfGiven(z1 * Math.SQRT1_2, Math.exp(-0.5 * z1 * z1));
        const s2 = erfGiven(z2 * Math.SQRT1_2, Math.exp(-0.5 * z2 * z2));
        const f = a1 * s1 + a2 * s2;
        sum += f * ((mean[k] as number) * f - 2 * (target[k] as number));
      }
      return sum;
    },

    gradient(theta, gradient) {
      if (isBeyond(theta)) return direct.gradient(theta, gradient);
      const [w1, w2, a1, a2] = theta as unknown as readonly [number, number, number, number];
      let sum = meanSquareTarget;
      let byW1 = 0;
      let byW2 = 0;
      let byA1 = 0;
      let byA2 = 0;
      for (let k = 0; k < NODES; k++) {
        const x = nodes[k] as number;
        const z1 = w1 * x;
        const z2 = w2 * x;
        const gaussian1 = Math.exp(-0.5 * z1 * z1);
        const gaussian2 = Math.exp(-0.5 * z2 * z2);
        const s1 = erfGiven(z1 * Math.SQRT1_2, gaussian1);
        const s2 = erfGiven(z2 * Math.SQRT1_2, gaussian2);
        const f = a1 * s1 + a2 * s2;
        const y = target[k] as number;
        const r = (mean[k] as number) * f - y;
        const rx = r * x;
        sum += f * (r - y);
        byA1 += r * s1;
        byA2 += r * s2;
        byW1 += rx * gaussian1;
        byW2 += rx * gaussian2;
      }
      gradient[0] = 2 * SLOPE_AT_0 * a1 * byW1;
      gradient[1] = 2 * SLOPE_AT_0 * a2 * byW2;
      gradient[2] = 2 * byA1;
      gradient[3] = 2 * byA2;
      return sum;
    },

    hessian(theta, gradient, hessian) {
      if (isBeyond(theta)) return direct.hessian(theta, gradient, hessian);
      return ruleHessian(rule, theta, gradient, hessian);
    },
  };
}

const jacobian = new Float64Array(TOY_SIZE);

function ruleHessian(
  { nodes, mean, target, meanSquareTarget }: SampleRule,
  theta: Float64Array,
  gradient: Float64Array,
  hessian: Float64Array,
): number {
  const [w1, w2, a1, a2] = theta as unknown as readonly [number, number, number, number];
  gradient.fill(0);
  hessian.fill(0);
  let sum = meanSquareTarget;
  const add = (p: number, q: number, amount: number): void => {
    hessian[TOY_SIZE * p + q] = (hessian[TOY_SIZE * p + q] as number) + amount;
  };
  for (let k = 0; k < NODES; k++) {
    const x = nodes[k] as number;
    const z1 = w1 * x;
    const z2 = w2 * x;
    const gaussian1 = Math.exp(-0.5 * z1 * z1);
    const gaussian2 = Math.exp(-0.5 * z2 * z2);
    const s1 = erfGiven(z1 * Math.SQRT1_2, gaussian1);
    const s2 = erfGiven(z2 * Math.SQRT1_2, gaussian2);
    const slope1 = SLOPE_AT_0 * gaussian1 * x;
    const slope2 = SLOPE_AT_0 * gaussian2 * x;
    const f = a1 * s1 + a2 * s2;
    const weight = mean[k] as number;
    const y = target[k] as number;
    const r = weight * f - y;
    sum += f * (r - y);
    jacobian[0] = a1 * slope1;
    jacobian[1] = a2 * slope2;
    jacobian[2] = s1;
    jacobian[3] = s2;
    for (let p = 0; p < TOY_SIZE; p++) {
      const jp = jacobian[p] as number;
      gradient[p] = (gradient[p] as number) + 2 * r * jp;
      for (let q = 0; q <= p; q++) add(p, q, 2 * weight * jp * (jacobian[q] as number));
    }
    // s'' = -z s'
    add(0, 0, -2 * r * a1 * z1 * x * slope1);
    add(1, 1, -2 * r * a2 * z2 * x * slope2);
    add(2, 0, 2 * r * slope1);
    add(3, 1, 2 * r * slope2);
  }
  for (let p = 0; p < TOY_SIZE; p++)
    for (let q = 0; q < p; q++) hessian[TOY_SIZE * q + p] = hessian[TOY_SIZE * p + q] as number;
  return sum;
}
