import { describe, expect, test } from 'vitest';
import { saddlePoint } from '#math/landscape/saddle-line';
import { dot } from '#math/numerics/linear-algebra';
import { runSteps } from '#math/numerics/steps';
import { toyValley } from '#math/toy/toy-edge';
import { emptyToyLandscape, fillToyLandscape, toyAxes, toyPlace } from '#math/toy/toy-landscape';
import { findToyLimits, toySaddleLine } from '#math/toy/toy-limit';
import { toyPopulationLoss } from '#math/toy/toy-population';
import { expectClose } from '../../support/close';

const limits = findToyLimits();
const line = toySaddleLine(limits);
const loss = toyPopulationLoss();
const axes = toyAxes(loss, line);
const range = (from: number, to: number, count: number) =>
  Array.from({ length: count }, (_, k) => from + ((to - from) * k) / (count - 1));

function filled(gammas: number[], alphas: number[], along = axes) {
  const landscape = emptyToyLandscape(gammas, alphas);
  runSteps(fillToyLandscape(loss, along, landscape));
  const at = (row: number, column: number) => row * alphas.length + column;
  return {
    ...landscape,
    lossAt: (row: number, column: number) => landscape.losses[at(row, column)] ?? NaN,
    thetaAt: (row: number, column: number) =>
      landscape.thetas.slice(4 * at(row, column), 4 * at(row, column) + 4),
  };
}

describe('axes of the landscape', () => {
  test('are orthonormal, and orthogonal to the saddle line', () => {
    const vectors = [axes.downhill, ...axes.across];
    vectors.forEach((u, i) => {
      expect(Math.abs((u[2] ?? NaN) - (u[3] ?? NaN))).toBeLessThan(1e-12);
      vectors.forEach((v, j) => {
        expectClose(dot(u, v), i === j ? 1 : 0, 0, 1e-12);
      });
    });
  });

  test('give back gamma and alpha of a point', () => {
    const theta = saddlePoint(line, 7).map((value, p) => value - 0.4 * (axes.downhill[p] ?? NaN));
    const place = toyPlace(axes, theta);
    expectClose(place.gamma, 7, 1e-12);
    expectClose(place.alpha, -0.4, 1e-12);
  });
});

describe('landscape over gamma and alpha', () => {
  const gammas = range(0, 50, 26);
  const alphas = range(-1.5, 2.5, 51);
  const landscape = filled(gammas, alphas);
  const crest = alphas.findIndex((alpha) => Math.abs(alpha) < 0.03);

  test('is finite everywhere and holds the saddle line as a crest', () => {
    expect(landscape.losses.every((value) => value > 0 && value < 1)).toBe(true);
    const exact = filled(gammas, range(-1.5, 2.5, 41));
    gammas.forEach((gamma, row) => {
      expectClose(exact.lossAt(row, 15), limits.saddle.loss, 1e-9);
      if (gamma < 2) return;
      expect(exact.lossAt(row, 13)).toBeLessThan(limits.saddle.loss);
      expect(exact.lossAt(row, 17)).toBeLessThan(limits.saddle.loss);
    });
  });

  test('has both channels as valleys, channel 1 below alpha = 0 and channel 2 above', () => {
    const lowest = (row: number, columns: number[]) =>
      columns.reduce((best, k) => (landscape.lossAt(row, k) < landscape.lossAt(row, best) ? k : best));
    const columns = alphas.map((_, k) => k);
    for (const row of [5, 12, 25]) {
      const left = lowest(
        row,
        columns.filter((k) => k < crest),
      );
      const right = lowest(
        row,
        columns.filter((k) => k > crest),
      );
      const difference = (2 * (gammas[row] ?? NaN) - 1) * limits.saddle.c;
      for (const [column, end] of [
        [left, limits.channel1],
        [right, limits.channel2],
      ] as const) {
        const [valley] = [...toyValley(loss, end, [difference])];
        const place = toyPlace(axes, valley?.theta ?? new Float64Array(4));
        expectClose(place.gamma, gammas[row] ?? NaN, 1e-9);
        // A grid line is at most half a cell from the bottom.
        expectClose(place.alpha, alphas[column] ?? NaN, 0, 0.041);
        expect(landscape.lossAt(row, column)).toBeGreaterThanOrEqual((valley?.loss ?? NaN) - 1e-9);
        expectClose(landscape.lossAt(row, column), valley?.loss ?? NaN, 0, 3e-4);
      }
    }
  });

  test('is minimal across: Newton polishes nothing off, and each theta lies at its place', () => {
    for (const [row, column] of [
      [1, 40],
      [4, 10],
      [10, 3],
      [17, 33],
      [25, 50],
    ] as const) {
      const theta = landscape.thetaAt(row, column);
      const place = toyPlace(axes, theta);
      expectClose(place.gamma, gammas[row] ?? NaN, 1e-10);
      expectClose(place.alpha, alphas[column] ?? NaN, 1e-9);
      const [first, second] = axes.across;
      const along = (phi: Float64Array) =>
        theta.map((value, p) => value + (phi[0] ?? 0) * (first[p] ?? 0) + (phi[1] ?? 0) * (second[p] ?? 0));
      const step = 1e-3;
      const value = landscape.lossAt(row, column);
      expectClose(value, loss.loss(theta), 1e-6);
      for (const [x, y] of [
        [step, 0],
        [-step, 0],
        [0, step],
        [0, -step],
      ] as const) {
        expect(loss.loss(along(Float64Array.of(x, y)))).toBeGreaterThan(value * (1 - 1e-6));
      }
    }
  });

  test('comes coarse first, and the finer levels leave what is there', () => {
    const partly = emptyToyLandscape(gammas, alphas);
    const levels: number[] = [];
    const pauses = { count: 0 };
    let coarse: Float64Array | undefined;
    let evaluations = 0;
    const steps = fillToyLandscape(loss, axes, partly, (stride) => {
      levels.push(stride);
      coarse ??= Float64Array.from(partly.losses);
    });
    for (let next = steps.next(); ; next = steps.next(), pauses.count++) {
      if (!next.done) continue;
      evaluations = next.value;
      break;
    }
    // Each minimum starts from its neighbour's: 2.7 evaluations a point on this coarse grid.
    expect(evaluations).toBeLessThan(4 * partly.losses.length);
    expect(levels).toEqual([4, 2, 1]);
    expect(pauses.count).toBeGreaterThan(25);
    const known = (coarse ?? new Float64Array()).filter((value) => !Number.isNaN(value)).length;
    // Rows 0, 4, ..., 24; columns 3, 7, ..., 47, counted from the one at the saddle line.
    expect(known).toBe(7 * 12);
    coarse?.forEach((value, k) => {
      if (!Number.isNaN(value)) expect(partly.losses[k]).toBe(value);
    });
  });

  test('stops between rows when nobody asks for more', () => {
    const partly = emptyToyLandscape(gammas, alphas);
    const steps = fillToyLandscape(loss, axes, partly);
    steps.next();
    expect(partly.losses.filter((value) => !Number.isNaN(value)).length).toBe(12);
  });
});

test("is the authors' landscape where their horizontal axis is read as (a_1 - a_2) / sqrt 2", () => {
  // [FCI] paper_data/plots_csv/losslandscape.csv: gamma, proj, loss; their e_min is that of gamma = 1.93.
  const rows = [
    [5, -1.5, 0.0447452888],
    [50, -1.5, 0.0564067987],
    [10, 0.37, 0.0444830623],
    [50, 0.37, 0.0440032341],
    [5, 3.5, 0.0024677621],
    [10, 3.5, 0.0103830705],
    [50, 3.5, 0.022879025],
  ] as const;
  const theirs = toyAxes(loss, line, 1.93);
  for (const [abscissa, alpha, value] of rows) {
    const gamma = 0.5 + abscissa / Math.SQRT2 / limits.saddle.c;
    const steps = Math.round(Math.abs(alpha) / 0.02) + 1;
    const path = range(0, alpha, steps);
    expectClose(filled([gamma], path, theirs).lossAt(0, steps - 1), value, 3e-3);
  }
});
