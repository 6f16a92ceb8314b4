/** Neurons that go to infinity by themselves: into a crease or into the tail of the activation. (Ours.) */
import type { Activation, ActivationId } from '#math/activation/activation';
import { inputWeights, type NetworkShape, outputWeight } from '#math/network/network';
import type { Samples } from '#math/network/samples';
import { dot, norm } from '#math/numerics/linear-algebra';
import type { GroupMembers } from './coordinates';

/** Activations that are max(0, z) seen from afar. */
const CREASED: ReadonlySet<ActivationId> = new Set(['softplus', 'gelu', 'geluTanh', 'silu']);

/** s(z) = exp(z) + next exp(2z) + ... as z -> -infinity. */
const TAILS: Readonly<Partial<Record<ActivationId, number>>> = { softplus: -1 / 2, g: -1 / 2, sigmoid: -1 };

/** The coefficient of exp(2z) in the tail of the activation; undefined when its tail is no exponential. */
export function nextInTail({ id }: Activation): number | undefined {
  return TAILS[id];
}

/** Input weights from which a neuron may be on its way to a crease, for inputs of variance 1. */
const CREASE_WEIGHTS = 12;

/** Output weight from which a neuron may be on its way into the tail. */
const TAIL_OUTPUT = 3;

/**
 * Neurons of theta that look as if they went to infinity by themselves, each as a group of one, those furthest on their
 * way first.
 */
export function loneNeurons(
  shape: NetworkShape,
  activation: Activation,
  theta: Float64Array,
  samples: Samples,
): GroupMembers[] {
  const d = shape.inputSize;
  const hasBias = samples.columns.subarray((d - 1) * samples.count).every((x) => x === 1);
  const found: { readonly members: GroupMembers; readonly size: number }[] = [];
  for (let j = 0; j < shape.width; j++) {
    const w = inputWeights(shape, theta, j);
    const a = Math.abs(outputWeight(shape, theta, j));
    if (CREASED.has(activation.id) && norm(w) > CREASE_WEIGHTS && a > 0 && a < 1) {
      found.push({ members: { kind: 'crease', neurons: [j] }, size: norm(w) });
    } else if (hasBias && nextInTail(activation) !== undefined && a > TAIL_OUTPUT) {
      let highest = Number.NEGATIVE_INFINITY;
      for (let n = 0; n < samples.count; n++)
        highest = Math.max(highest, dot(w, samples.inputs.subarray(n * d, (n + 1) * d)));
      if (highest < 0) found.push({ members: { kind: 'tail', neurons: [j] }, size: a });
    }
  }
  return found.sort((p, q) => q.size - p.size).map(({ members }) => members);
}

/** u, sign and kappa of a neuron (w, a) as a crease or a tail. */
export function readLone(kind: 'crease' | 'tail', w: Float64Array, a: number) {
  const size = Math.abs(a);
  const u = w.map((value) => (kind === 'crease' ? size * value : value));
  if (kind === 'tail') u[u.length - 1] = (u.at(-1) as number) + Math.log(size);
  return { sign: a < 0 ? -1 : 1, u, kappa: kind === 'crease' ? size : 1 / size } as const;
}

/** The neuron (w, a) of a crease or a tail at kappa > 0. */
export function writeLone(kind: 'crease' | 'tail', u: Float64Array, sign: 1 | -1, kappa: number) {
  const w = u.map((value) => (kind === 'crease' ? value / kappa : value));
  if (kind === 'tail') w[w.length - 1] = (w.at(-1) as number) + Math.log(kappa);
  return { w, a: kind === 'crease' ? sign * kappa : sign / kappa };
}
