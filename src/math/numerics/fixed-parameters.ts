import type { Objective } from './objective';

/** An objective of some of the parameters, the others held fixed. */
export interface FreeParameters extends Objective {
  /** The free ones of all parameters, as a new vector. */
  reduce(theta: Float64Array): Float64Array;
  /** All parameters, as a new vector. */
  expand(free: Float64Array): Float64Array;
}

/** The objective with the parameters numbered `fixed` held at their values in theta. */
export function fixedParameters(
  objective: Objective,
  theta: Float64Array,
  fixed: readonly number[],
): FreeParameters {
  const full = objective.size;
  const places = Array.from({ length: full }, (_, p) => p).filter((p) => !fixed.includes(p));
  const size = places.length;
  const all = Float64Array.from(theta);
  const allGradient = new Float64Array(full);
  const allHessian = new Float64Array(full * full);

  const spread = (free: Float64Array): Float64Array => {
    for (let p = 0; p < size; p++) all[places[p] as number] = free[p] as number;
    return all;
  };
  const gather = (from: Float64Array, start: number, out: Float64Array, to: number): void => {
    for (let p = 0; p < size; p++) out[to + p] = from[start + (places[p] as number)] as number;
  };

  return {
    size,
    reduce(point) {
      const out = new Float64Array(size);
      gather(point, 0, out, 0);
      return out;
    },
    expand: (free) => Float64Array.from(spread(free)),
    loss: (free) => objective.loss(spread(free)),
    gradient(free, gradient) {
      const loss = objective.gradient(spread(free), allGradient);
      gather(allGradient, 0, gradient, 0);
      return loss;
    },
    hessian(free, gradient, hessian) {
      const loss = objective.hessian(spread(free), allGradient, allHessian);
      gather(allGradient, 0, gradient, 0);
      for (let p = 0; p < size; p++) gather(allHessian, (places[p] as number) * full, hessian, p * size);
      return loss;
    },
  };
}
