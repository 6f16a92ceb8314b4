/** Functions over the plane of inputs, with their slopes: what surfaces, maps and read-outs are made from. */
import type { Activation } from '#math/activation/activation';
import { type PairCoordinates, type TermId, termEvaluator } from './pair';

/** Writes f(x1, x2) and its derivatives by x1 and by x2 to out[0], out[1], out[2]. */
export type PlaneFunction = (x1: number, x2: number, out: Float64Array) => void;

/**
 * A term of a pair as a function of (x1, x2).
 * @param coordinates with w and Delta over (x1, x2, 1)
 */
export function pairFunction(
  activation: Activation,
  term: TermId,
  coordinates: PairCoordinates,
): PlaneFunction {
  const [w1 = 0, w2 = 0, w0 = 0] = coordinates.w;
  const [d1 = 0, d2 = 0, d0 = 0] = coordinates.delta;
  const evaluate = termEvaluator(activation, term, coordinates);
  return (x1, x2, out) => {
    evaluate(w1 * x1 + w2 * x2 + w0, d1 * x1 + d2 * x2 + d0, out);
    const byZ = out[1] as number;
    const byQ = out[2] as number;
    out[1] = byZ * w1 + byQ * d1;
    out[2] = byZ * w2 + byQ * d2;
  };
}

/** The sum of functions. */
export function sumOf(functions: readonly PlaneFunction[]): PlaneFunction {
  const part = new Float64Array(3);
  return (x1, x2, out) => {
    out.fill(0, 0, 3);
    for (const add of functions) {
      add(x1, x2, part);
      for (let k = 0; k < 3; k++) out[k] = (out[k] as number) + (part[k] as number);
    }
  };
}
