import { describe, expect, test } from 'vitest';
import { activations } from '#math/activation/activation';
import { certifyGrouping } from '#math/grouping/certify';
import { fromGrouping, toGrouping } from '#math/grouping/coordinates';
import type { Grouping } from '#math/grouping/grouping';
import { limitLoss } from '#math/grouping/limit-loss';
import { loneNeurons } from '#math/grouping/lone';
import { networkLoss } from '#math/network/loss';
import { networkShape, packParameters } from '#math/network/network';
import { createSamples, type Samples } from '#math/network/samples';
import { distance, dot, solve } from '#math/numerics/linear-algebra';
import { expectClose } from '../../support/close';
import { derivativeErrors } from '../../support/finite-differences';
import { oracleSamples } from '../../support/groups';

const grid = oracleSamples();
const { softplus } = activations;
const shape = networkShape(3, 1, true);

/** Targets f + eta (g - what the columns can say of g): a critical point of f stays one. */
function targetsFor(f: number[], g: number[], columns: number[][], eta: number): Samples {
  const inner = (u: number[], v: number[]) => dot(Float64Array.from(u), Float64Array.from(v));
  const matrix = Float64Array.from(columns.flatMap((p) => columns.map((q) => inner(p, q))));
  const weights =
    solve(
      matrix,
      Float64Array.from(columns, (p) => inner(p, g)),
    ) ?? new Float64Array(0);
  const left = g.map(
    (value, n) => value - columns.reduce((sum, p, k) => sum + (weights[k] ?? NaN) * (p[n] ?? NaN), 0),
  );
  return createSamples(
    grid.inputs,
    Float64Array.from(f, (value, n) => value + eta * (left[n] ?? NaN)),
    3,
  );
}

const rows = Array.from({ length: grid.count }, (_, n) => [...grid.inputs.subarray(3 * n, 3 * n + 3)]);

describe('a neuron in the tail of its activation', () => {
  const u = [0.5, -0.2, -0.8];
  const exponential = rows.map((x) => Math.exp(x.reduce((sum, value, k) => sum + value * (u[k] ?? NaN), 0)));
  const columns = [0, 1, 2].map((k) => rows.map((x, n) => (x[k] ?? NaN) * (exponential[n] ?? NaN)));
  columns.push(rows.map(() => 1));
  const square = exponential.map((e) => e * e);
  /** The neuron that has 1/a = kappa, and the bias. */
  const neuron = (kappa: number) =>
    packParameters(shape, [[0.5, -0.2, -0.8 + Math.log(kappa)]], [1 / kappa, 0]);

  for (const eta of [0.1, -0.1]) {
    test(`${eta > 0 ? 'goes to infinity' : 'comes back'} by the sign of h, which is the slope of the loss`, () => {
      const samples = targetsFor(exponential, square, columns, eta);
      expect(loneNeurons(shape, softplus, neuron(0.01), samples)).toEqual([{ kind: 'tail', neurons: [0] }]);
      const point = toGrouping(shape, softplus, neuron(0.01), [{ kind: 'tail', neurons: [0] }]);
      expect(distance(fromGrouping(point), neuron(0.01))).toBeLessThan(1e-12);
      const found = certifyGrouping(softplus, samples, point);
      expect(found.verdict).toEqual(
        eta > 0 ? { code: 'minimum-at-infinity' } : { code: 'comes-back', units: [0] },
      );
      const loss = networkLoss(shape, softplus, samples);
      const slope = (kappa: number) => (loss.loss(neuron(kappa)) - found.lossAtInfinity) / kappa;
      expectClose(2 * slope(1e-4) - slope(2e-4), found.h[0] ?? NaN, 1e-3);
    });
  }
});

describe('a neuron that sharpens into a crease', () => {
  const u = [0.8, -0.3, 0.11];
  const relu = rows.map((x) =>
    Math.max(
      0,
      x.reduce((sum, value, k) => sum + value * (u[k] ?? NaN), 0),
    ),
  );

  test('between the samples: the loss of the ReLU is reached, and its size no longer matters', () => {
    const columns = [0, 1, 2].map((k) => rows.map((x, n) => ((relu[n] ?? NaN) > 0 ? (x[k] ?? NaN) : 0)));
    columns.push(rows.map(() => 1));
    const samples = targetsFor(
      relu,
      rows.map(([x = NaN, y = NaN]) => Math.cos(3 * x + y)),
      columns,
      0.1,
    );
    const theta = packParameters(shape, [u.map((value) => value / 0.02)], [0.02, 0]);
    expect(loneNeurons(shape, softplus, theta, samples)).toEqual([{ kind: 'crease', neurons: [0] }]);
    const point = toGrouping(shape, softplus, theta, [{ kind: 'crease', neurons: [0] }]);
    expect(distance(fromGrouping(point), theta)).toBeLessThan(1e-13);
    const found = certifyGrouping(softplus, samples, point);
    expect(found.verdict).toEqual({ code: 'sharp', units: [0] });
    const mean = samples.targets.reduce((sum, y, n) => sum + (y - (relu[n] ?? NaN)) ** 2, 0) / samples.count;
    expectClose(found.lossAtInfinity, mean, 1e-12);
    expect(found.message).toContain('crease');
  });

  test('through a sample that holds it: the loss falls to the end, with slope h', () => {
    // One sample below the rest at its place on the crease pulls the crease onto itself.
    const held = Float64Array.from(relu);
    const nearest = rows.reduce((best, _, n) => (Math.abs(z(n)) < Math.abs(z(best)) ? n : best), 0);
    held[nearest] = -3;
    const samples = createSamples(grid.inputs, held, 3);
    const theta = packParameters(shape, [u.map((value) => value / 0.02)], [0.02, 0]);
    const point = toGrouping(shape, softplus, theta, [{ kind: 'crease', neurons: [0] }]);
    const found = certifyGrouping(softplus, samples, point);
    expect(found.verdict).toEqual({ code: 'minimum-at-infinity' });
    const h = found.h[0] ?? NaN;
    const kappa = found.point.grouping.units[0]?.kappa ?? NaN;
    // Ten times less sharp at the same place in units of the width of the crease.
    const at = { kappa: 1 };
    const objective = limitLoss(found.point.grouping, softplus, samples, { sharpness: at });
    const here = objective.loss(found.point.phi);
    at.kappa = 1 + 1e-4;
    expectClose((objective.loss(found.point.phi) - here) / (1e-4 * kappa), h, 1e-2);
    expect(h).toBeGreaterThan(0);
  });

  function z(n: number): number {
    return (rows[n] ?? []).reduce((sum, value, k) => sum + value * (u[k] ?? NaN), 0);
  }
});

test('derivatives of creases and tails are exact', () => {
  const grouping: Grouping = {
    inputSize: 3,
    outputBias: true,
    units: [
      { kind: 'crease', neurons: [0], sign: -1, kappa: 0.4 },
      { kind: 'tail', neurons: [1], sign: -1 },
      { kind: 'neuron', neurons: [2], sign: 1 },
    ],
  };
  const objective = limitLoss(grouping, softplus, grid);
  expect(objective.size).toBe(11);
  const phi = Float64Array.from({ length: 11 }, (_, k) => 0.6 * Math.sin(1 + 2.3 * k));
  const errors = derivativeErrors(objective, phi);
  expect(errors.gradient).toBeLessThan(1e-8);
  expect(errors.hessian).toBeLessThan(1e-7);
});
