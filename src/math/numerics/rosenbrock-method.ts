/**
 * Rosenbrock methods for y' = f(y): linearly implicit Runge-Kutta methods, one factorisation a step and no
 * iterations. (Nothing to do with Rosenbrock's function, which happens to be a target here.)
 *
 * With J = f'(y): ((1 / (h gamma)) I - J) K_i = f(y + sum_j a_ij K_j) + sum_j (c_ij / h) K_j, then
 * y1 = y + sum m_i K_i, error estimate sum e_i K_i [Hairer and Wanner, Solving Ordinary Differential
 * Equations II, IV.7].
 */
import { luFactorInPlace, luSolveInPlace } from './linear-algebra';
import type { Objective } from './objective';

/** A method is its table of coefficients. */
export interface RosenbrockTable {
  readonly name: string;
  readonly order: number;
  readonly embeddedOrder: number;
  readonly gamma: number;
  /** Row i: a_i1 ... a_i,i-1. */
  readonly a: readonly (readonly number[])[];
  readonly c: readonly (readonly number[])[];
  readonly m: readonly number[];
  readonly e: readonly number[];
  /** False where stage i is at the same point as stage i - 1, so f need not be evaluated again. */
  readonly evaluates: readonly boolean[];
}

/**
 * RODAS3: four stages, order 3 (embedded 2), L-stable and stiffly accurate. Sandu, Verwer, Blom, Spee,
 * Carmichael and Potra, Benchmarking stiff ODE solvers for atmospheric chemistry problems II, Atmospheric
 * Environment 31 (1997) 3459-3472.
 */
export const rodas3: RosenbrockTable = {
  name: 'RODAS3',
  order: 3,
  embeddedOrder: 2,
  gamma: 0.5,
  a: [[], [0], [2, 0], [2, 0, 1]],
  c: [[], [4], [1, -1], [1, -1, -8 / 3]],
  m: [2, 0, 1, 1],
  e: [0, 0, 0, 1],
  evaluates: [true, false, true, true],
};

export interface RosenbrockStepper {
  /**
   * One step of length h of the gradient flow theta' = -gradient, from theta with its gradient and Hessian,
   * to `out`; the error estimate goes to `error`. False when the linear system is singular.
   */
  step(
    theta: Float64Array,
    gradient: Float64Array,
    hessian: Float64Array,
    h: number,
    out: Float64Array,
    error: Float64Array,
  ): boolean;
}

/** A stepper with its own workspaces for the flow of one objective. */
export function rosenbrockStepper(table: RosenbrockTable, objective: Objective): RosenbrockStepper {
  const n = objective.size;
  const stages = table.m.length;
  const factors = new Float64Array(n * n);
  const pivots = new Int32Array(n);
  const point = new Float64Array(n);
  const slope = new Float64Array(n);
  const k = Array.from({ length: stages }, () => new Float64Array(n));

  return {
    step(theta, gradient, hessian, h, out, error) {
      const shift = 1 / (h * table.gamma);
      factors.set(hessian);
      for (let p = 0; p < n; p++) factors[p * n + p] = (factors[p * n + p] as number) + shift;
      if (!luFactorInPlace(factors, pivots, n)) return false;
      out.set(theta);
      error.fill(0);
      slope.set(gradient);
      for (let i = 0; i < stages; i++) {
        const ki = k[i] as Float64Array;
        if (i > 0 && table.evaluates[i]) {
          point.set(theta);
          for (let j = 0; j < i; j++) addTo(point, table.a[i]?.[j] ?? 0, k[j] as Float64Array);
          objective.gradient(point, slope);
        }
        for (let p = 0; p < n; p++) ki[p] = -(slope[p] as number);
        for (let j = 0; j < i; j++) addTo(ki, (table.c[i]?.[j] ?? 0) / h, k[j] as Float64Array);
        luSolveInPlace(factors, pivots, ki, n);
        addTo(out, table.m[i] as number, ki);
        addTo(error, table.e[i] as number, ki);
      }
      return true;
    },
  };
}

function addTo(u: Float64Array, t: number, v: Float64Array): void {
  if (t === 0) return;
  for (let p = 0; p < u.length; p++) u[p] = (u[p] as number) + t * (v[p] as number);
}
