/** How far neurons are from their limit, at every epsilon: the curves of the error plot. */
import type { ErrorNorms } from '#math/pair/pair-error';

export interface ErrorCurvePoint extends ErrorNorms {
  readonly epsilon: number;
}

/** Below this epsilon smooth errors are their leading order to six digits. */
const LEADING_ORDER = 1e-3;

/**
 * The error norms at epsilons from 1e-6 to 1, evenly spaced on the logarithmic scale.
 * @param at the norms at one epsilon
 * @param smooth whether they fall with its square in the end
 */
export function errorCurve(at: (epsilon: number) => ErrorNorms, smooth: boolean): readonly ErrorCurvePoint[] {
  const epsilons = Array.from({ length: 25 }, (_, k) => Number((10 ** (k / 4 - 6)).toPrecision(6)));
  if (!smooth) return epsilons.map((epsilon) => ({ epsilon, ...at(epsilon) }));
  const leading = at(LEADING_ORDER);
  return epsilons.map((epsilon) => {
    if (epsilon > LEADING_ORDER) return { epsilon, ...at(epsilon) };
    const scale = (epsilon / LEADING_ORDER) ** 2;
    return {
      epsilon,
      mean: leading.mean * scale,
      rootMeanSquare: leading.rootMeanSquare * scale,
      max: leading.max * scale,
    };
  });
}
