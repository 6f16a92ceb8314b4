import { describe, expect, it } from 'vitest';
import { floorCurveAt } from '#math/channel/floor-curve';
import { networkShape } from '#math/network/network';
import { expectClose } from '../../support/close';

// Two inputs and the constant, one pair, an output bias: phi = w (3), v (3), c, bias.
const shape = networkShape(3, 2, true);
const epsilons = Float64Array.of(0, 0.05, 0.1, 0.2, 0.4);

/** A floor that is a cubic in epsilon squared, which the interpolation reproduces. */
const loss = (e: number) => 0.04 + 0.3 * e ** 2 - 0.2 * e ** 4 + 0.1 * e ** 6;
const phi = (e: number) => [1 + e ** 2, 2, 0.5 - e ** 4, 0.6, 0.8 + e ** 2, 0, 0.7, 0.3];

const curve = {
  epsilons,
  losses: epsilons.map(loss),
  phis: Float64Array.from([...epsilons].flatMap(phi)),
};

describe('the floor between its points', () => {
  it.each([0, 0.01, 0.07, 0.1, 0.33, 0.4])(
    'is the cubic in epsilon squared through four of them at %d',
    (e) => {
      const found = floorCurveAt(shape, curve, e);
      expectClose(found.loss, loss(e), 1e-12);
      const { w, delta, a, epsilon } = found.coordinates;
      expect(epsilon).toBe(e);
      expectClose(w[0] as number, 1 + e ** 2, 1e-12);
      expectClose(Math.hypot(...delta), 1, 1e-12);
      expectClose(a, Math.hypot(0.6, 0.8 + e ** 2), 1e-12);
    },
  );

  it('stays at its end beyond it', () => {
    expectClose(floorCurveAt(shape, curve, 0.7).loss, loss(0.4), 1e-12);
  });
});
