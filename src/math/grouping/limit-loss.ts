import type { Activation } from '#math/activation/activation';
import { activationBlock, type Evaluation } from '#math/activation/activation-block';
import { BLOCK, type BlockRoom, createRoom } from '#math/network/block-room';
import type { HiddenUnit } from '#math/network/hidden-unit';
import { creaseUnit, tailUnit } from '#math/network/lone-unit';
import { neuronUnit } from '#math/network/neuron-unit';
import { pairUnit } from '#math/network/pair-unit';
import { quadrupleUnit } from '#math/network/quadruple-unit';
import type { Samples } from '#math/network/samples';
import { tripleUnit } from '#math/network/triple-unit';
import { unitLoss } from '#math/network/unit-loss';
import type { Objective } from '#math/numerics/objective';
import { type Grouping, groupingSize, type Unit, unitStarts } from './grouping';

export interface LimitLossOptions {
  /** Of single neurons. */
  readonly evaluation?: Evaluation;
  /** A factor on the kappa of every crease; it may change between evaluations. */
  readonly sharpness?: { kappa: number };
}

/**
 * Mean squared error of the limit network over the samples, with exact gradient and Hessian; parameters in the order
 * of `Grouping`. Throws a RangeError for an activation that is not smooth
 * or samples of another size. (Ours.)
 */
export function limitLoss(
  grouping: Grouping,
  activation: Activation,
  samples: Samples,
  { evaluation = 'exact', sharpness = { kappa: 1 } }: LimitLossOptions = {},
): Objective {
  checkSmooth(activation);
  if (samples.inputSize !== grouping.inputSize) {
    throw new RangeError(
      `a network of input size ${grouping.inputSize} cannot take samples of size ${samples.inputSize}`,
    );
  }
  const size = groupingSize(grouping);
  const room = createRoom(samples);
  const units = hiddenUnits(grouping, activation, room, evaluation, sharpness);
  return unitLoss(units, grouping.outputBias ? size - 1 : undefined, size, samples.targets, room);
}

/** Outputs of the limit network at the samples' inputs. Throws a RangeError for an activation that is not smooth. */
export function limitOutput(
  grouping: Grouping,
  activation: Activation,
  phi: Float64Array,
  samples: Samples,
): Float64Array {
  checkSmooth(activation);
  const room = createRoom(samples);
  const units = hiddenUnits(grouping, activation, room, 'exact', { kappa: 1 });
  const f = room.take();
  const out = new Float64Array(samples.count);
  const bias = grouping.outputBias ? (phi[phi.length - 1] as number) : 0;
  for (let start = 0; start < out.length; start += BLOCK) {
    const length = Math.min(BLOCK, out.length - start);
    room.numbers.fill(bias, f, f + length);
    for (const unit of units) unit.evaluate(phi, start, length, 0, f);
    out.set(room.numbers.subarray(f, f + length), start);
  }
  return out;
}

/** Where a crease is taken unless its unit says otherwise. */
export const CREASE_KAPPA = 1e-6;

function checkSmooth(activation: Activation): void {
  if (!activation.smooth)
    throw new RangeError(`the limit network needs a smooth activation, ${activation.id} is not`);
}

function hiddenUnits(
  grouping: Grouping,
  activation: Activation,
  room: BlockRoom,
  evaluation: Evaluation,
  sharpness: { readonly kappa: number },
): HiddenUnit[] {
  const starts = unitStarts(grouping);
  const block = activationBlock(activation, evaluation);
  const make = ({ kind, sign, kappa = CREASE_KAPPA }: Unit, start: number): HiddenUnit => {
    switch (kind) {
      case 'neuron':
        return neuronUnit(room, block, start, start + grouping.inputSize);
      case 'pair':
        return pairUnit(room, activation, start, undefined);
      case 'triple':
        return tripleUnit(room, activation, start, sign);
      case 'quadruple':
        return quadrupleUnit(room, activation, start);
      case 'crease':
        return creaseUnit(room, activation, start, sign, () => kappa * sharpness.kappa);
      case 'tail':
        return tailUnit(room, start, sign);
    }
  };
  return grouping.units.map((unit, k) => make(unit, starts[k] as number));
}
