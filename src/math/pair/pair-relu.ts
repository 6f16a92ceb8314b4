/** The terms of a pair of ReLU neurons: piecewise linear, each piece chosen by which gates are open. */
import type { PairScalars, TermEvaluator, TermId } from './pair';

/**
 * ReLU: piecewise linear, with kinks on z + epsilon q = 0, z - epsilon q = 0 and z = 0. On a kink the evaluator
 * belongs to the side that `side` names (see `reluEvaluator`).
 */
export function reluTerm(term: TermId, scalars: PairScalars): TermEvaluator {
  const evaluate = reluEvaluator(term, scalars);
  const { epsilon } = scalars;
  return (z, q, out) => {
    const d = epsilon * q;
    evaluate(z, q, step(z + d), step(z - d), step(z), out);
  };
}

function step(u: number): number {
  return u > 0 ? 1 : u < 0 ? 0 : 0.5;
}

/** As TermEvaluator, with the three gates (1 open, 0 shut) given: p of z + epsilon q, r of z - epsilon q, m of z. */
export type GatedEvaluator = (
  z: number,
  q: number,
  p: number,
  r: number,
  m: number,
  out: Float64Array,
) => void;

/**
 * One linear piece of a ReLU term, chosen by its gates instead of by the signs of z and q: what a mesh needs that
 * puts vertices exactly on the creases and needs the value of either side.
 */
export function reluEvaluator(term: TermId, { epsilon, a, c }: PairScalars): GatedEvaluator {
  switch (term) {
    case 'sum':
      return (z, q, p, r, m, out) => {
        const mean = 0.5 * (p + r);
        // With equal gates the quotients by epsilon drop out.
        const half = 0.5 * a * (p - r);
        if (epsilon === 0) {
          out[0] = m * (c * z + a * q);
          out[1] = m * c;
          out[2] = m * a;
          return;
        }
        // Between the creases epsilon |q| > |z|, so z / epsilon is at most |q|, where 1 / epsilon may be no double.
        const gated = half === 0 ? 0 : half * (z / epsilon);
        out[0] = c * (mean * z + 0.5 * (p - r) * epsilon * q) + mean * a * q + gated;
        out[1] = c * mean + (half === 0 ? 0 : half / epsilon);
        out[2] = 0.5 * c * epsilon * (p - r) + mean * a;
      };
    case 'neuronI':
    case 'neuronJ': {
      const sign = term === 'neuronI' ? 1 : -1;
      const weight = c / 2 + (a === 0 ? 0 : (sign * a) / (2 * epsilon));
      return (z, q, p, r, _m, out) => {
        const gate = sign > 0 ? p : r;
        out[0] = gate === 0 ? 0 : weight * gate * (z + sign * epsilon * q);
        out[1] = gate === 0 ? 0 : weight * gate;
        out[2] = sign * epsilon * out[1];
      };
    }
    case 'neuron':
      return (z, _q, _p, _r, m, out) => {
        out[0] = c * m * z;
        out[1] = c * m;
        out[2] = 0;
      };
    case 'gated':
      return (_z, q, _p, _r, m, out) => {
        out[0] = a * q * m;
        out[1] = 0;
        out[2] = a * m;
      };
    case 'limit':
      return (z, q, _p, _r, m, out) => {
        out[0] = m * (c * z + a * q);
        out[1] = m * c;
        out[2] = m * a;
      };
    case 'difference': {
      const sum = reluEvaluator('sum', { epsilon, a, c });
      return (z, q, p, r, m, out) => {
        if (p === r && r === m) {
          out[0] = 0;
          out[1] = 0;
          out[2] = 0;
          return;
        }
        sum(z, q, p, r, m, out);
        out[0] = (out[0] as number) - m * (c * z + a * q);
        out[1] = (out[1] as number) - m * c;
        out[2] = (out[2] as number) - m * a;
      };
    }
  }
}
