/** The channel of the ride, at build: both ends of the saddle line, and the floor that leads to one of them. */
import { activations } from '#math/activation/activation';
import { channelFloor } from '#math/channel/channel-floor';
import { fromChannel } from '#math/channel/channel-network';
import { certificate } from '#math/channel/limit-network';
import { paperNetwork } from '#math/landscape/paper-network';
import { gridInputs } from '#math/network/inputs';
import { networkLoss } from '#math/network/loss';
import { networkShape } from '#math/network/network';
import { createSamples, withConstant } from '#math/network/samples';
import { sharpness } from '#math/network/sharpness';
import { rosenbrockTarget } from '#math/network/target';

/**
 * Where Newton's method starts: parameters (w, v, c, the rest) near the two limits, to five digits. The plus side's road
 * leads to infinity, the minus side's leads back.
 */
const NEAR = {
  plus: [
    -1.4038, 0.79312, 0.51314, -1.0854, -0.45031, -0.84175, 0.9552, 5.3167, 7.4807, -2.8128, -0.46398,
    0.42058, 0.64104, 0.17001, -2.3342, 2.6879,
  ],
  minus: [
    -1.1122, 0.37443, 0.33627, -1.1539, 1.1769, 0.54483, 5.6147, 4.5798, 8.4708, -5.3152, -0.9018, 0.56827,
    0.55936, 0.17316, -6.8383, 2.1835,
  ],
} as const;

/** The network, its samples, and the limits to both sides of the line. */
export function rideEnds() {
  const { grid, activation: id, width } = paperNetwork;
  const activation = activations[id];
  const points = gridInputs(grid);
  const samples = createSamples(withConstant(points, 2), rosenbrockTarget(points), 3);
  const shape = networkShape(3, width + 1, true);
  const end = (side: keyof typeof NEAR) =>
    certificate(shape, activation, samples, Float64Array.from(NEAR[side]));
  return { shape, activation, samples, plus: end('plus'), minus: end('minus') };
}

/** Each half of the last, as by jumps from near the entrance of the channel. */
const EPSILONS = Array.from({ length: 6 }, (_, k) => 0.032 / 2 ** k).reverse();

/** The largest eigenvalue of the Hessian along the floor of the channel. */
export function rideSharpness(): { readonly xs: readonly number[]; readonly ys: readonly number[] } {
  const { shape, activation, samples, plus } = rideEnds();
  const loss = networkLoss(shape, activation, samples);
  const floor = [...channelFloor(shape, activation, samples, plus.phi, EPSILONS)];
  if (floor.length < EPSILONS.length) throw new Error('the floor ends too soon for its points');
  return {
    xs: EPSILONS,
    ys: floor.map(
      ({ epsilon, phi }) =>
        sharpness(loss, fromChannel(shape, { i: 0, j: shape.width - 1, epsilon, phi })).largest,
    ),
  };
}
