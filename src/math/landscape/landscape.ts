import type { Activation } from '#math/activation/activation';
import { networkLoss } from '#math/network/loss';
import type { NetworkShape } from '#math/network/network';
import type { Samples } from '#math/network/samples';
import type { Objective } from '#math/numerics/objective';
import { downhillDirections } from './downhill-direction';
import { type SaddleLine, splitShape } from './saddle-line';

/** Everything that slices of the loss beside one saddle line need, made once. */
export interface Landscape {
  readonly line: SaddleLine;
  readonly activation: Activation;
  readonly samples: Samples;
  /** Shape of the duplicated network. */
  readonly shape: NetworkShape;
  /** Its loss, exact. */
  readonly loss: Objective;
  /** Its loss with the activation from a table (accuracies: `networkLoss`), for surfaces and paths. */
  readonly fastLoss: Objective;
  /** e_min(gamma), sign continuous. */
  readonly downhill: ReturnType<typeof downhillDirections>;
}

/**
 * The landscape around a saddle line; `reference` is the gamma at which e_min has its largest entry positive.
 */
export function createLandscape(
  line: SaddleLine,
  activation: Activation,
  samples: Samples,
  reference = 1.5,
): Landscape {
  const shape = splitShape(line.shape);
  const loss = networkLoss(shape, activation, samples);
  return {
    line,
    activation,
    samples,
    shape,
    loss,
    fastLoss: networkLoss(shape, activation, samples, 'table'),
    downhill: downhillDirections(line, loss, reference),
  };
}
