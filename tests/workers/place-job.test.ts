import { expect, test } from 'vitest';
import { gammaOf } from '#math/landscape/saddle-line';
import { distance } from '#math/numerics/linear-algebra';
import { placeJob } from '#workers/place-job';
import { gapKey, positionIn } from '#workers/world';
import { expectClose } from '../support/close';
import { line, oracle, splitLoss } from '../support/landscape';
import { drain, worldWithColumns } from '../support/world';

const world = worldWithColumns([1.25, 1.75, 2]);
const place = (request: Parameters<typeof placeJob>[1]) => drain(placeJob(world, request)).end;

test.each([
  [1.9, -0.7],
  [1.8, -0.2],
  [1.5, 0.3],
  [1.25, 0.5],
  [2, 1],
  [1.3, 1],
])('a point put on the descent slice at gamma = %d, along = %d is found there', (gamma, along) => {
  const { theta, loss } = place({ gamma, along });
  expectClose(loss, splitLoss.loss(theta), 1e-13);
  const found = positionIn(world, theta);
  expectClose(found.gamma, gamma, 1e-12);
  expectClose(found.along, along, 2e-3);
  expect(found.offDescent).toBeLessThan(2e-3);
});

test.each([
  [1.5, 0.1],
  [0.3, -0.2],
  [40, 0.05],
])('a point put on the plane at gamma = %d, alpha = %d is found there', (gamma, alpha) => {
  const found = positionIn(world, place({ gamma, alpha }).theta);
  expectClose(found.gamma, gamma, 1e-9);
  expectClose(found.alpha, alpha, 1e-9);
  expect(found.offPlane).toBeLessThan(1e-9);
});

test.each([
  [1e-3, [1.1, 1.53, 2.7, 9, 0.9, 0.7]],
  // Here e_min turns fast, and at gamma = 1 into another direction: nothing is interpolated across.
  [0.02, [1.005, 0.99]],
])('the directions between knots are those of the plane slice to %d', (allowed, gammas) => {
  for (const gamma of gammas) {
    const exact = world.landscape.downhill.at(gamma).direction;
    const quick = world.quickDownhill.at(gamma).direction;
    exact.forEach((value, p) => {
      expect(Math.abs(value - (quick[p] ?? NaN))).toBeLessThan(allowed);
    });
  }
});

test('the crest is on the saddle line', () => {
  expectClose(place({ gamma: 1.6, along: 0 }).loss, oracle.minimum.loss, 1e-12);
});

test('gamma and along are brought into what is drawn', () => {
  const { theta } = place({ gamma: 50, along: 7 });
  expectClose(gammaOf(line, theta), 2, 1e-12);
  expect(theta).toEqual(place({ gamma: 2, along: 1 }).theta);
});

test('across a tear the nearer column is taken, and not a mixture of two valleys', () => {
  const torn = worldWithColumns([1.25, 1.75]);
  const at = (gamma: number) => drain(placeJob(torn, { gamma, along: -1 })).end.theta;
  const inputs = (theta: Float64Array) => theta.slice(0, 12);
  const [left, right] = [at(1.25), at(1.75)];
  expect(inputs(at(1.3))).not.toEqual(inputs(left));
  const before = positionIn(torn, at(1.3));
  expect(before.offDescent).toBeLessThan(1e-9);
  torn.torn.set(gapKey(1.25, 1.75), { plus: false, minus: true });
  expect(distance(inputs(at(1.3)), inputs(left))).toBeLessThan(1e-14);
  expect(distance(inputs(at(1.7)), inputs(right))).toBeLessThan(1e-14);
  expectClose(gammaOf(line, at(1.3)), 1.3, 1e-12);
  // And a point of the nearer column's is found there.
  const found = positionIn(torn, at(1.3));
  expect(found.along).toBe(-1);
  expect(found.offDescent).toBeLessThan(1e-12);
});

test('says so when nothing is drawn, or a number is none', () => {
  expect(() => place({ gamma: Number.NaN, along: 0 })).toThrow('finite coordinates');
  expect(() => drain(placeJob(worldWithColumns([]), { gamma: 1.5, along: 0 }))).toThrow('no-columns');
});
