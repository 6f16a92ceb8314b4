/**
 * Population loss of the problem with four parameters, < (student - teacher)^2 > over x ~ N(0, 1), in closed form
 * with exact gradient and Hessian: in channel coordinates and in the weights.
 */
import type { Objective } from '#math/numerics/objective';
import { TOY_SIZE } from './toy';
import { AA, AB, BB, MEAN_SQUARE_TARGET, TOY_INTEGRALS_LENGTH, toyIntegrals, YA, YB } from './toy-integrals';

/** Places in the vector of channel coordinates. */
export const C = 0;
export const A = 1;
export const W = 2;
export const EPSILON = 3;

/**
 * The loss as a function of (c, a, w, epsilon), for epsilon of any sign and size; at epsilon = 0 it is that of the
 * limit. Even in epsilon. About 1e-15 (c^2 + a^2) absolute.
 */
export function toyChannelLoss(): Objective {
  const integrals = toyIntegrals();
  const I = new Float64Array(TOY_INTEGRALS_LENGTH);

  /** Derivative number k (0 the value) of the loss at fixed c and a. */
  const quadratic = (c: number, a: number, k: number): number =>
    c * (c * (I[AA + k] as number) + 2 * a * (I[AB + k] as number) - 2 * (I[YA + k] as number)) +
    a * (a * (I[BB + k] as number) - 2 * (I[YB + k] as number));
  const byC = (c: number, a: number, k: number): number =>
    2 * (c * (I[AA + k] as number) + a * (I[AB + k] as number) - (I[YA + k] as number));
  const byA = (c: number, a: number, k: number): number =>
    2 * (c * (I[AB + k] as number) + a * (I[BB + k] as number) - (I[YB + k] as number));

  function gradient(point: Float64Array, out: Float64Array): number {
    const c = point[C] as number;
    const a = point[A] as number;
    integrals(point[W] as number, point[EPSILON] as number, I);
    out[C] = byC(c, a, 0);
    out[A] = byA(c, a, 0);
    out[W] = quadratic(c, a, 1);
    out[EPSILON] = quadratic(c, a, 2);
    return MEAN_SQUARE_TARGET + quadratic(c, a, 0);
  }

  return {
    size: TOY_SIZE,
    loss(point) {
      integrals(point[W] as number, point[EPSILON] as number, I);
      return MEAN_SQUARE_TARGET + quadratic(point[C] as number, point[A] as number, 0);
    },
    gradient,
    hessian(point, slope, hessian) {
      const loss = gradient(point, slope);
      const c = point[C] as number;
      const a = point[A] as number;
      const put = (p: number, q: number, value: number): void => {
        hessian[TOY_SIZE * p + q] = value;
        hessian[TOY_SIZE * q + p] = value;
      };
      put(C, C, 2 * (I[AA] as number));
      put(C, A, 2 * (I[AB] as number));
      put(A, A, 2 * (I[BB] as number));
      put(C, W, byC(c, a, 1));
      put(C, EPSILON, byC(c, a, 2));
      put(A, W, byA(c, a, 1));
      put(A, EPSILON, byA(c, a, 2));
      put(W, W, quadratic(c, a, 3));
      put(W, EPSILON, quadratic(c, a, 4));
      put(EPSILON, EPSILON, quadratic(c, a, 5));
      return loss;
    },
  };
}

/**
 * The loss as a function of theta = (w_1, w_2, a_1, a_2). It goes through channel coordinates, polynomials of theta
 * that are never singular, so that large opposite output weights do not cancel: about 1e-15 (c^2 + a^2) absolute,
 * however large a_1 - a_2.
 */
export function toyPopulationLoss(): Objective {
  const channel = toyChannelLoss();
  const point = new Float64Array(TOY_SIZE);
  const slope = new Float64Array(TOY_SIZE);
  const bend = new Float64Array(TOY_SIZE * TOY_SIZE);
  const product = new Float64Array(TOY_SIZE * TOY_SIZE);
  /** Row p: derivatives of channel coordinate p by theta. */
  const jacobian = new Float64Array(TOY_SIZE * TOY_SIZE);
  jacobian.set([0, 0, 1, 1], TOY_SIZE * C);
  jacobian.set([0.5, 0.5, 0, 0], TOY_SIZE * W);
  jacobian.set([0.5, -0.5, 0, 0], TOY_SIZE * EPSILON);

  function enter(theta: Float64Array): void {
    const epsilon = ((theta[0] as number) - (theta[1] as number)) / 2;
    const difference = (theta[2] as number) - (theta[3] as number);
    point[C] = (theta[2] as number) + (theta[3] as number);
    point[A] = epsilon * difference;
    point[W] = ((theta[0] as number) + (theta[1] as number)) / 2;
    point[EPSILON] = epsilon;
    jacobian[TOY_SIZE * A] = difference / 2;
    jacobian[TOY_SIZE * A + 1] = -difference / 2;
    jacobian[TOY_SIZE * A + 2] = epsilon;
    jacobian[TOY_SIZE * A + 3] = -epsilon;
  }

  /** gradient = J^T slope */
  function leave(gradient: Float64Array): void {
    for (let p = 0; p < TOY_SIZE; p++) {
      let sum = 0;
      for (let k = 0; k < TOY_SIZE; k++) sum += (jacobian[TOY_SIZE * k + p] as number) * (slope[k] as number);
      gradient[p] = sum;
    }
  }

  return {
    size: TOY_SIZE,
    loss(theta) {
      enter(theta);
      return channel.loss(point);
    },
    gradient(theta, gradient) {
      enter(theta);
      const loss = channel.gradient(point, slope);
      leave(gradient);
      return loss;
    },
    hessian(theta, gradient, hessian) {
      enter(theta);
      const loss = channel.hessian(point, slope, bend);
      leave(gradient);
      multiply(bend, jacobian, product);
      for (let p = 0; p < TOY_SIZE; p++) {
        for (let q = 0; q <= p; q++) {
          let sum = 0;
          for (let k = 0; k < TOY_SIZE; k++)
            sum += (jacobian[TOY_SIZE * k + p] as number) * (product[TOY_SIZE * k + q] as number);
          // Of the channel coordinates only a = (w_1 - w_2) (a_1 - a_2) / 2 is not linear.
          if (p >= 2 && q < 2) sum += ((p + q) % 2 === 0 ? 0.5 : -0.5) * (slope[A] as number);
          hessian[TOY_SIZE * p + q] = sum;
          hessian[TOY_SIZE * q + p] = sum;
        }
      }
      return loss;
    },
  };
}

/** out = left right, all of size 4 x 4. */
function multiply(left: Float64Array, right: Float64Array, out: Float64Array): void {
  for (let p = 0; p < TOY_SIZE; p++) {
    for (let q = 0; q < TOY_SIZE; q++) {
      let sum = 0;
      for (let k = 0; k < TOY_SIZE; k++)
        sum += (left[TOY_SIZE * p + k] as number) * (right[TOY_SIZE * k + q] as number);
      out[TOY_SIZE * p + q] = sum;
    }
  }
}
