/** Three neurons, their limit and each neuron as functions over the plane of inputs. */
import type { Activation } from '#math/activation/activation';
import type { PlaneFunction } from './plane-function';
import { type TripleCoordinates, type TripleTerm, tripleEvaluator, type WeightedNeuron } from './triple';

/** w.x over (x1, x2, 1). */
function along([w1 = 0, w2 = 0, w0 = 0]: readonly number[], x1: number, x2: number): number {
  return w1 * x1 + w2 * x2 + w0;
}

/**
 * A term of three neurons as a function of (x1, x2).
 * @throws RangeError for an activation without second derivative
 */
export function tripleFunction(
  activation: Activation,
  term: TripleTerm,
  coordinates: TripleCoordinates,
): PlaneFunction {
  const [omega0, omega1, omega2] = coordinates.omega;
  const w = omega0.map((entry) => entry / Math.sqrt(3));
  const evaluate = tripleEvaluator(activation, term, coordinates);
  const parts = new Float64Array(4);
  return (x1, x2, out) => {
    evaluate(along(w, x1, x2), along(omega1, x1, x2), along(omega2, x1, x2), parts);
    const [byZ, byQ1, byQ2] = [parts[1] as number, parts[2] as number, parts[3] as number];
    out[0] = parts[0] as number;
    for (const k of [0, 1] as const)
      out[k + 1] = byZ * (w[k] ?? 0) + byQ1 * (omega1[k] ?? 0) + byQ2 * (omega2[k] ?? 0);
  };
}

/** a sigma(w.x), one neuron, as a function of (x1, x2); not finite where a is not. */
export function neuronFunction({ jet }: Activation, { w, a }: WeightedNeuron): PlaneFunction {
  const S = new Float64Array(4);
  return (x1, x2, out) => {
    jet(along(w, x1, x2), S);
    const slope = a * (S[1] as number);
    out[0] = a * (S[0] as number);
    out[1] = slope * (w[0] ?? 0);
    out[2] = slope * (w[1] ?? 0);
  };
}
