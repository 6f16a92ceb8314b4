import type { ActivationBlock } from '#math/activation/activation-block';
import type { BlockRoom } from './block-room';
import { project } from './block-sums';
import type { HiddenUnit } from './hidden-unit';

/**
 * One neuron a s(w . x): w at theta[weights ...], a at theta[output]. Its derivatives are a s' by w . x and s by a;
 * its second derivatives a s'' (w, w), s' (w, a) and 0 (a, a).
 */
export function neuronUnit(
  room: BlockRoom,
  activation: ActivationBlock,
  weights: number,
  output: number,
): HiddenUnit {
  const places = {
    z: room.take(),
    s0: room.take(),
    s1: room.take(),
    slope: room.take(),
    bend: room.take(),
  };
  const w = { at: weights, slope: places.slope };
  const a = { at: output, slope: places.s0 };

  return {
    vectors: [w],
    scalars: [a],
    bends: [
      { first: w, second: w, values: places.bend },
      { first: w, second: a, values: places.s1 },
    ],
    evaluate(theta, start, length, order, f) {
      const { numbers } = room;
      project(numbers, theta, weights, room.inputs, start, length, places.z);
      const weight = theta[output] as number;
      if (order === 0) activation.values(numbers, places, length, weight, f);
      else if (order === 1) activation.slopes(numbers, places, length, weight, f);
      else activation.jets(numbers, places, length, weight, f);
    },
  };
}
