import { dot, norm } from './linear-algebra';
import { checkStart, type Objective } from './objective';
import { type Eigen, symmetricEigen } from './symmetric-eigen';

export interface TrustRegionPoint {
  readonly theta: Float64Array;
  readonly loss: number;
  readonly gradientNorm: number;
  /** The longest step that is trusted from here. */
  readonly radius: number;
  readonly steps: number;
}

/** A step that gains this share of what the quadratic model says makes the radius longer; one below the other, shorter. */
const GOOD = 0.75;
const POOR = 0.25;

/**
 * Newton's method downhill from `start`, within a radius: the step is -sum_i (g.e_i) / (|lambda_i| + mu) e_i, with mu as
 * small as keeps it within the radius, so that it leaves saddle points and follows valleys that bend. Yields the start and each
 * lower point; ends when no step is left to gain. (Moré and Sorensen 1983, with the absolute eigenvalues of Dauphin et al. 2014.)
 */
export function* trustRegion(
  objective: Objective,
  start: Float64Array,
  maxSteps: number,
  firstRadius = 1,
): Generator<TrustRegionPoint, void> {
  checkStart(objective, start);
  const n = objective.size;
  let theta = Float64Array.from(start);
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  let loss = objective.hessian(theta, gradient, hessian);
  let radius = firstRadius;
  const point = (steps: number) => ({ theta, loss, gradientNorm: norm(gradient), radius, steps });
  yield point(0);
  let eigen = symmetricEigen(hessian, n);
  let along = coordinates(eigen, gradient);
  for (let steps = 1; steps <= maxSteps; steps++) {
    const { step, gain } = stepWithin(eigen, along, radius);
    const length = norm(step);
    if (!(length > 1e-14 * norm(theta))) return;
    const next = theta.map((value, p) => value + (step[p] as number));
    const lower = objective.loss(next);
    const share = (loss - lower) / gain;
    if (share > GOOD) radius = Math.max(radius, 2 * length);
    else if (!(share > POOR)) radius = length / 3;
    if (!(lower < loss)) continue;
    theta = next;
    loss = objective.hessian(theta, gradient, hessian);
    eigen = symmetricEigen(hessian, n);
    along = coordinates(eigen, gradient);
    yield point(steps);
  }
}

function coordinates({ values, vectors }: Eigen, gradient: Float64Array): Float64Array {
  const n = values.length;
  return values.map((_, i) => dot(vectors.subarray(i * n, (i + 1) * n), gradient));
}

/** Halvings of the logarithm of mu: more than its digits need. */
const HALVINGS = 40;

/** The step for these coordinates of the gradient, and the gain of the quadratic model. */
function stepWithin({ values, vectors }: Eigen, along: Float64Array, radius: number) {
  const n = values.length;
  const bend = values.map(Math.abs);
  const part = (i: number, mu: number) => (along[i] as number) / ((bend[i] as number) + mu);
  const length = (mu: number) => Math.hypot(...along.map((_, i) => part(i, mu)));
  const least = Number.MIN_VALUE;
  let mu = least;
  if (!(length(least) <= radius)) {
    // At the upper end the step is shorter than the radius, whatever the eigenvalues.
    let [low, high] = [-60, Math.log2(norm(along) / radius)];
    for (let k = 0; k < HALVINGS; k++) {
      const middle = (low + high) / 2;
      if (length(2 ** middle) > radius) low = middle;
      else high = middle;
    }
    mu = 2 ** high;
  }
  const step = new Float64Array(n);
  let gain = 0;
  for (let i = 0; i < n; i++) {
    const move = -part(i, mu);
    gain -= move * ((along[i] as number) + ((values[i] as number) * move) / 2);
    for (let p = 0; p < n; p++) step[p] = (step[p] as number) + move * (vectors[i * n + p] as number);
  }
  return { step, gain };
}
