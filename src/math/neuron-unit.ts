import type { ActivationBlock } from './activation-block';
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
  const z = room.take();
  const s0 = room.take();
  const s1 = room.take();
  const s2 = room.take();
  const w = { at: weights, slope: room.take() };
  const a = { at: output, slope: s0 };

  return {
    vectors: [w],
    scalars: [a],
    bends: [
      { first: w, second: w, values: s2 },
      { first: w, second: a, values: s1 },
    ],
    evaluate(theta, start, length, order, f) {
      const { numbers } = room;
      const weight = theta[output] as number;
      project(numbers, theta, weights, room.inputs, start, length, z);
      if (order === 0) activation.values(numbers, z, length, s0);
      else if (order === 1) activation.slopes(numbers, z, length, s0, s1);
      else activation.jets(numbers, z, length, s0, s1, s2);
      addScaled(numbers, weight, s0, length, f);
      if (order > 0) scale(numbers, weight, s1, length, w.slope);
      if (order > 1) scale(numbers, weight, s2, length, s2);
    },
  };
}

function addScaled(numbers: Float64Array, t: number, from: number, length: number, to: number): void {
  for (let n = 0; n < length; n++)
    numbers[to + n] = (numbers[to + n] as number) + t * (numbers[from + n] as number);
}

function scale(numbers: Float64Array, t: number, from: number, length: number, to: number): void {
  for (let n = 0; n < length; n++) numbers[to + n] = t * (numbers[from + n] as number);
}
