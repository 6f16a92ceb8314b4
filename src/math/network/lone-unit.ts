/** One neuron that goes to infinity by itself, in coordinates in which it has a limit. (Ours.) */
import type { Activation } from '#math/activation/activation';
import type { BlockRoom } from './block-room';
import { project } from './block-sums';
import type { HiddenUnit } from './hidden-unit';

/**
 * A neuron whose input weights grow while its output weight a vanishes: sign kappa s(u.x / kappa), u = |a| w at
 * theta[first ...], kappa = |a| > 0 is asked for at each evaluation. As kappa -> 0 a softplus becomes the crease sign max(0, u.x) of a ReLU.
 */
export function creaseUnit(
  room: BlockRoom,
  { jet }: Activation,
  first: number,
  sign: 1 | -1,
  kappaNow: () => number,
): HiddenUnit {
  const s = new Float64Array(4);
  const z = room.take();
  const u = { at: first, slope: room.take() };
  const uu = { first: u, second: u, values: room.take() };
  return {
    vectors: [u],
    scalars: [],
    bends: [uu],
    evaluate(theta, start, length, _, f) {
      const { numbers } = room;
      const kappa = kappaNow();
      project(numbers, theta, first, room.inputs, start, length, z);
      for (let n = 0; n < length; n++) {
        jet((numbers[z + n] as number) / kappa, s);
        numbers[f + n] = (numbers[f + n] as number) + sign * kappa * (s[0] as number);
        numbers[u.slope + n] = sign * (s[1] as number);
        numbers[uu.values + n] = (sign / kappa) * (s[2] as number);
      }
    },
  };
}

/**
 * A neuron that recedes into the tail of its activation, s(z) -> exp(z) as z -> -infinity, while its output weight a
 * grows: sign exp(u.x), u = w but for the bias, which is that of w plus log |a|; at theta[first ...].
 */
export function tailUnit(room: BlockRoom, first: number, sign: 1 | -1): HiddenUnit {
  const z = room.take();
  const u = { at: first, slope: room.take() };
  const uu = { first: u, second: u, values: u.slope };
  return {
    vectors: [u],
    scalars: [],
    bends: [uu],
    evaluate(theta, start, length, _, f) {
      const { numbers } = room;
      project(numbers, theta, first, room.inputs, start, length, z);
      for (let n = 0; n < length; n++) {
        const value = sign * Math.exp(numbers[z + n] as number);
        numbers[f + n] = (numbers[f + n] as number) + value;
        numbers[u.slope + n] = value;
      }
    },
  };
}
