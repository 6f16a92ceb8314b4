import type { Activation } from '#math/activation/activation';
import { fifthDerivative } from '#math/activation/fifth-derivative';
import type { Samples } from '#math/network/samples';
import { dot } from '#math/numerics/linear-algebra';
import { GROUP_SIZES, type Grouping, isInfinite, isLone, unitParameters } from './grouping';
import { CREASE_KAPPA, limitOutput } from './limit-loss';
import { nextInTail } from './lone';

/**
 * h of each unit at a critical point phi of the limit loss: the loss is L_inf + sum_k h_k epsilon_k^2 + O(epsilon^4)
 * when all other parameters follow, with epsilon = |w_i - w_j| / 2 of a pair and epsilon^2 = sum |w_i - mean w|^2 of
 * a triple or quadruple. Of a neuron that goes to infinity by itself h is the coefficient of kappa to first order, at the
 * unit's kappa. 0 for neurons, for groups whose leading vector vanishes, and for a crease on which no sample lies. (Ours.)
 *
 * A group of k neurons is c s plus sign times the coefficient of t^(k-1) of g(t) = s((w + m t + ...).x); at k points t_i
 * of sum zero a divided difference takes its place, which adds sum t_i^2 / 2 times the coefficient of t^(k+1), and
 * c / k at each of them, which adds sum t_i^2 / (2 k) c (m.x)^2 s''. What else depends on how the points lie is zero at a
 * critical point, so that h does not.
 */
export function secondOrderCoefficients(
  grouping: Grouping,
  activation: Activation,
  phi: Float64Array,
  samples: Samples,
): number[] {
  const output = limitOutput(grouping, activation, phi, samples);
  const slopes = output.map((f, n) => 2 * (f - (samples.targets[n] as number)));
  return grouping.units.map((unit, k) =>
    isLone(unit)
      ? loneCoefficient(grouping, activation, phi, samples, slopes, k)
      : isInfinite(unit)
        ? coefficient(grouping, activation, phi, samples, slopes, k)
        : 0,
  );
}

function coefficient(
  grouping: Grouping,
  activation: Activation,
  phi: Float64Array,
  samples: Samples,
  slopes: Float64Array,
  index: number,
): number {
  const { unit, vectors, c } = unitParameters(grouping, phi, index);
  const { kind, sign } = unit;
  const [w = new Float64Array(0), ...rest] = vectors;
  // The curve w + m t + n t^2 + v t^3, as far as the group has them.
  const [m, n, v] = rest.reverse();
  if (m === undefined || dot(m, m) === 0) return 0;
  const d = grouping.inputSize;
  const fifth = fifthDerivative(activation);
  const s = new Float64Array(4);
  let sum = 0;
  for (let i = 0; i < samples.count; i++) {
    const x = samples.inputs.subarray(i * d, (i + 1) * d);
    const z = dot(w, x);
    activation.jet(z, s);
    const [, , s2 = 0, s3 = 0] = s;
    const r = dot(m, x);
    let next: number;
    if (kind === 'pair') next = (r ** 3 / 6) * s3;
    else {
      const s4 = activation.fourth(z);
      const q = n === undefined ? 0 : (kind === 'triple' ? sign : 1) * dot(n, x);
      if (kind === 'triple') next = (q * q * s2 + r * r * q * s3) / 2 + (r ** 4 / 24) * s4;
      else {
        const p = v === undefined ? 0 : dot(v, x);
        next = q * p * s2 + ((r * q * q + r * r * p) / 2) * s3 + ((r ** 3 * q) / 6) * s4;
        next += (r ** 5 / 120) * fifth(z);
      }
    }
    sum += (slopes[i] as number) * ((c * r * r * s2) / GROUP_SIZES[kind] + sign * next);
  }
  // A pair's epsilon^2 is half the sum of squares.
  const scale = kind === 'pair' ? 1 : 0.5;
  return (scale * sum) / (samples.count * dot(m, m));
}

/** < dl/df times the derivative of f by kappa >: of a crease s(y) - y s'(y), y = u.x / kappa; of a tail the next coefficient times exp(2 u.x). */
function loneCoefficient(
  grouping: Grouping,
  activation: Activation,
  phi: Float64Array,
  samples: Samples,
  slopes: Float64Array,
  index: number,
): number {
  const { unit, vectors } = unitParameters(grouping, phi, index);
  const d = grouping.inputSize;
  const z = slopes.map((_, i) =>
    dot(vectors[0] as Float64Array, samples.inputs.subarray(i * d, (i + 1) * d)),
  );
  if (unit.kind === 'tail') {
    const next = nextInTail(activation) ?? 0;
    return (
      (unit.sign * z.reduce((sum, zi, i) => sum + (slopes[i] as number) * next * Math.exp(2 * zi), 0)) /
      z.length
    );
  }
  const kappa = unit.kappa ?? CREASE_KAPPA;
  const s = new Float64Array(4);
  let sum = 0;
  for (const [i, zi] of z.entries()) {
    // The same on both sides of the crease; on this one nothing cancels.
    const y = -Math.abs(zi) / kappa;
    if (y < -FAR_FROM_CREASE) continue;
    activation.jet(y, s);
    sum += (slopes[i] as number) * ((s[0] as number) - y * (s[1] as number));
  }
  return (unit.sign * sum) / z.length;
}

/** Widths of a crease after which a sample no longer counts. */
const FAR_FROM_CREASE = 30;
