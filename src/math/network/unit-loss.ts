import { checkLength, type Objective } from '#math/numerics/objective';
import { BLOCK, type BlockRoom } from './block-room';
import { type DerivativeSums, gradientSums, hessianSums } from './derivative-sums';
import type { HiddenUnit } from './hidden-unit';

/**
 * Mean squared error (no factor 1/2) of the model f = sum of units + theta[biasIndex] over the samples.
 *
 * The Hessian is exact: the Gauss-Newton part 2 <grad f grad f^T> plus 2 <(f - y) d2f>, MATH.md section 3. For two
 * vector parameters both are sums of one number a sample, slope slope' + (f - y) bend, times the products of two
 * inputs.
 *
 * `size` is the number of parameters; without an output bias `biasIndex` is undefined. `room` is the one that the
 * units were made in; `targets` has one number for each of its samples. The objective throws a RangeError for another
 * number of parameters.
 */
export function unitLoss(
  units: readonly HiddenUnit[],
  biasIndex: number | undefined,
  size: number,
  targets: Float64Array,
  room: BlockRoom,
): Objective {
  const { inputs } = room;
  const { count } = inputs;
  const vectors = units.flatMap((unit) => unit.vectors);
  const scalars = units.flatMap((unit) => unit.scalars);
  if (biasIndex !== undefined) {
    // The bias enters linearly: its slope never changes.
    const slope = room.take();
    room.numbers.fill(1, slope, slope + BLOCK);
    scalars.push({ at: biasIndex, slope });
  }
  const bends = units.flatMap((unit) => unit.bends);
  /** Residuals f - y of a block. */
  const r = room.take();
  const first = gradientSums(vectors, scalars, r, room);
  /** Planned when it is first wanted: its sums are as many as the Hessian has entries. */
  let second: DerivativeSums | undefined;

  /** Residuals of one block; returns their sum of squares. */
  function residuals(theta: Float64Array, start: number, length: number, order: 0 | 1 | 2): number {
    const { numbers } = room;
    numbers.fill(biasIndex === undefined ? 0 : (theta[biasIndex] as number), r, r + length);
    for (const unit of units) unit.evaluate(theta, start, length, order, r);
    return subtractTargets(numbers, r, targets, start, length);
  }

  function evaluate(theta: Float64Array, order: 0 | 1 | 2): number {
    checkLength(theta, size);
    if (order > 1) second ??= hessianSums(vectors, scalars, bends, size, r, room);
    let sum = 0;
    for (let start = 0; start < count; start += BLOCK) {
      const length = Math.min(BLOCK, count - start);
      sum += residuals(theta, start, length, order);
      if (order > 0) first.add(start, length);
      if (order > 1) second?.add(start, length);
    }
    return sum / count;
  }

  return {
    size,
    loss: (theta) => evaluate(theta, 0),
    gradient(theta, gradient) {
      const loss = evaluate(theta, 1);
      first.collect(gradient, 2 / count);
      return loss;
    },
    hessian(theta, gradient, hessian) {
      const loss = evaluate(theta, 2);
      first.collect(gradient, 2 / count);
      second?.collect(hessian, 2 / count);
      for (let p = 0; p < size; p++) {
        for (let q = 0; q < p; q++) hessian[q * size + p] = hessian[p * size + q] as number;
      }
      return loss;
    },
  };
}

/** f - y in place of f; returns the sum of squares. */
function subtractTargets(
  numbers: Float64Array,
  f: number,
  targets: Float64Array,
  start: number,
  length: number,
): number {
  let sum = 0;
  for (let n = 0; n < length; n++) {
    const residual = (numbers[f + n] as number) - (targets[start + n] as number);
    numbers[f + n] = residual;
    sum += residual * residual;
  }
  return sum;
}
