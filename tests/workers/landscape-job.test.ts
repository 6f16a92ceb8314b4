import { describe, expect, test } from 'vitest';
import { fromChannel } from '#math/channel/channel-network';
import { paperNetwork } from '#math/landscape/paper-network';
import { gammaOf } from '#math/landscape/saddle-line';
import { buffersOf } from '#workers/job';
import { landscapeJob } from '#workers/landscape-job';
import type { LandscapePart, LandscapeSpec } from '#workers/messages';
import { isTorn, positionIn, type World } from '#workers/world';
import floorRows from '../fixtures/channel-floor.json';
import expected from '../fixtures/descent-slice.json';
import { expectClose, expectSpectrum } from '../support/close';
import { line, oracle, split, splitLoss } from '../support/landscape';
import { drain } from '../support/world';

const spec: LandscapeSpec = { ...paperNetwork, target: { kind: 'rosenbrock' }, seed: 1 };
const gammas = Float64Array.from([3, 1.15, 1.25, 1.35, 1.5, 1.75, 2, 2.5, 4]);

let world: World | undefined;
const { parts, done, end } = drain(
  landscapeJob({ spec, gammas }, (made) => {
    world = made;
  }),
);

function all<Kind extends LandscapePart['part']>(kind: Kind): Extract<LandscapePart, { part: Kind }>[] {
  return parts.filter((part): part is Extract<LandscapePart, { part: Kind }> => part.part === kind);
}

describe('the landscape of the paper', () => {
  test('is sent in the promised order, roads and coarse columns first, with growing progress', () => {
    expect(parts.map(({ part }) => part)).toEqual([
      'network',
      'descent',
      ...new Array<string>(4).fill('road'),
      ...new Array<string>(8).fill('descent'),
      'tears',
      'plane',
      'spectrum',
      'finite',
      'road',
      'road',
    ]);
    const sides = all('road').map(({ road }) => `${road.side} ${road.floor.epsilons.length}`);
    expect(sides).toEqual(['plus 0', 'minus 0', 'plus 48', 'minus 48', 'plus 48', 'minus 48']);
    expect(
      all('descent')
        .slice(0, 3)
        .map(({ gamma }) => gamma),
    ).toEqual([4, 1.15, 1.75]);
    expect(done).toEqual([...done].sort((p, q) => p - q));
    expect(done.at(-1)).toBe(1);
    expect(end.milliseconds).toBeGreaterThan(0);
  });

  test('shares no buffer with what the worker keeps, or between parts', () => {
    const buffers = parts.map((part) => [...buffersOf(part)]);
    expect(new Set(buffers.flat()).size).toBe(buffers.flat().length);
    const kept = buffersOf([world?.columns, world?.landscape.line, world?.problem.samples]);
    for (const buffer of buffers.flat()) expect(kept.has(buffer)).toBe(false);
  });

  test('has the minimum of the oracle and splits the steepest neuron', () => {
    const [network] = all('network');
    expectClose(network?.loss ?? NaN, oracle.minimum.loss, 1e-12);
    expectSpectrum(network?.eigenvalues ?? new Float64Array(13), oracle.minimum.hessianEigenvalues);
    expect(network?.neuron).toBe(0);
    expectClose(network?.aStar ?? NaN, oracle.minimum.a[0] ?? NaN, 1e-12);
    expect(network?.stable).toBe('nowhere');
  });

  test('has one negative eigenvalue at gamma = 1.5, and 0 and 1 in its spectrum', () => {
    const [spectrum] = all('spectrum');
    if (spectrum === undefined) throw new Error('no spectrum');
    const at = spectrum.gammas.indexOf(1.5);
    const row = spectrum.eigenvalues.subarray(at * spectrum.size, (at + 1) * spectrum.size);
    expect(row.filter((value) => value < -1e-9).length).toBe(1);
    const reference = oracle.spectra.find(({ neuron, gamma }) => neuron === 0 && gamma === 1.5);
    expectSpectrum(row, reference?.eigenvalues ?? []);
    expect(spectrum.gammas).toContain(0);
    expect(spectrum.gammas).toContain(1);
    expect([spectrum.gammas[0], spectrum.gammas.at(-1)]).toEqual([-1, 3]);
  });

  for (const side of ['plus', 'minus'] as const) {
    test(`the ${side} side has the oracle's foot at gamma = 1.5, beyond which it rises to the crest`, () => {
      const column = all('descent').find(({ gamma }) => gamma === 1.5)?.[side];
      const row = expected[side].find(({ gamma }) => gamma === 1.5);
      if (column === undefined || row === undefined) throw new Error('no column');
      expectClose(column.footLoss, row.footLoss, 1e-9);
      expectClose(column.footEpsilon, row.epsilon, 1e-8);
      expectClose(column.length, row.arcLength, 0.01);
      expect([column.losses.length, column.thetas.length, column.beyond.length]).toEqual([33, 33 * 17, 9]);
      expectClose(column.losses[0] ?? NaN, oracle.minimum.loss, 1e-12);
      expectClose(column.losses[32] ?? NaN, row.footLoss, 1e-9);
      expectClose(splitLoss.loss(column.thetas.slice(-17)), row.footLoss, 1e-9);
      expectClose(column.beyond[0] ?? NaN, row.footLoss, 1e-9);
      expectClose(column.beyond[8] ?? NaN, oracle.minimum.loss, 1e-9);
      expect(column.beyondLength).toBeGreaterThan(0.1);
    });

    test(`the ${side} road has the oracle's limit each time`, () => {
      const roads = all('road').filter(({ road }) => road.side === side);
      const reference = expected[`${side}Limit`];
      for (const { road } of roads) {
        expect(road.verdict).toBe(side === 'plus' ? 'minimum-at-infinity' : 'road-back');
        expectClose(road.lossAtInfinity, reference.loss, 1e-9);
        expectClose(road.h, reference.h, 1e-9);
        expectClose(road.a, reference.a, 1e-9);
        expectClose(road.c, reference.c, 1e-9);
        expect(new Set([road.i, road.j])).toEqual(new Set([0, 3]));
      }
    });
  }

  test("the floor of the plus road is the oracle's channel, infinite at epsilon = 0", () => {
    const floor = all('road')[2]?.road.floor;
    const road = all('road')[2]?.road;
    if (floor === undefined || road === undefined) throw new Error('no floor');
    expect(road.side).toBe('plus');
    expect([floor.epsilons[0], floor.gammas[0]]).toEqual([0, Number.POSITIVE_INFINITY]);
    expectClose(floor.losses[0] ?? NaN, oracle.minimumAtInfinity.loss, 1e-9);
    const last = floorRows.rows.reduce((best, row) => (row.epsilon > best.epsilon ? row : best));
    expectClose(floor.epsilons.at(-1) ?? NaN, last.epsilon, 1e-12);
    expectClose(floor.losses.at(-1) ?? NaN, last.loss, 1e-9);
    const size = road.phi.length;
    for (const k of [5, 30, 47]) {
      const phi = floor.phis.slice(k * size, (k + 1) * size);
      const theta = fromChannel(split, { i: road.i, j: road.j, epsilon: floor.epsilons[k] ?? NaN, phi });
      expectClose(splitLoss.loss(theta), floor.losses[k] ?? NaN, 1e-11);
      expectClose(gammaOf(line, theta), floor.gammas[k] ?? NaN, 1e-9);
    }
  });

  test('every point of a floor has its place on the slice: at the foot of its own side', () => {
    for (const [index, sign] of [
      [4, 1],
      [5, -1],
    ] as const) {
      const road = all('road')[index]?.road;
      if (road === undefined || world === undefined) throw new Error('no floor');
      const { epsilons, gammas: at, along, off } = road.floor;
      expect([along.length, off.length]).toEqual([48, 48]);
      expect([along[0], off[0]]).toEqual([along[1], off[1]]);
      const drawn = [...at.keys()].filter((k) => (at[k] ?? 0) > 2.5 && (at[k] ?? 0) < 4);
      expect(drawn.length).toBeGreaterThan(1);
      // Least at fixed epsilon is not quite least at fixed gamma, and between columns the slice is straight.
      for (const k of drawn) {
        expectClose(along[k] ?? NaN, sign, 0.06);
        expect(off[k]).toBeLessThan(0.1);
      }
      const size = road.phi.length;
      const phi = road.floor.phis.slice(9 * size, 10 * size);
      const { i, j } = road;
      const place = positionIn(world, fromChannel(split, { i, j, epsilon: epsilons[9] ?? NaN, phi }));
      expect([along[9], off[9]]).toEqual([place.along, place.offDescent]);
    }
  });

  test('the plane is spaced as the gammas are, with the crest in its middle', () => {
    const [plane] = all('plane');
    if (plane === undefined) throw new Error('no plane');
    expect([plane.gammas.length, plane.alphas.length, plane.losses.length]).toEqual([81, 121, 81 * 121]);
    expect([plane.gammas[0], plane.gammas[30], plane.gammas[80]]).toEqual([1.15, 1.5, 4]);
    expect([plane.alphas[0], plane.alphas[60], plane.alphas[120]]).toEqual([-0.25, 0, 0.25]);
    for (const row of [0, 40, 80]) {
      expectClose(plane.losses[row * 121 + 60] ?? NaN, oracle.minimum.loss, 1e-11);
    }
  });

  test('the minus side is torn around the valley of the finite minimum, the plus side nowhere', () => {
    const [tears] = all('tears');
    expect([...(tears?.gammas ?? [])]).toEqual([...gammas.toSorted()]);
    expect([...(tears?.plus ?? [])]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect([...(tears?.minus ?? [])]).toEqual([0, 0, 1, 1, 0, 0, 0, 0]);
    expect(world && isTorn(world, 'minus', 1.35, 1.5)).toBe(true);
  });

  test("the finite minimum is where the oracle's flow ends", () => {
    const [finite] = all('finite');
    expectClose(finite?.loss ?? NaN, oracle.flowEnds.minus.loss, 1e-6);
    expect(finite?.gamma).toBeLessThan(1.5);
    if (finite === undefined || world === undefined) throw new Error('no finite minimum');
    const place = positionIn(world, finite.theta);
    expect([finite.along, finite.off]).toEqual([place.along, place.offDescent]);
    expect(finite.off).toBeGreaterThan(0);
  });
});

describe('impossible settings are answered in words', () => {
  const attempt = (change: Partial<LandscapeSpec>, range = gammas) => {
    const { theta: _, ...searching } = spec;
    return () => drain(landscapeJob({ spec: { ...searching, ...change }, gammas: range }, () => undefined));
  };

  test.each([
    [{ width: 0 }, 'the number of neurons must be a whole number from 1 to 16, got 0'],
    [{ grid: 1 }, 'the number of points a side must be a whole number from 2 to 128, got 1'],
    [{ activation: 'relu' as const }, 'choose a smooth activation'],
    [{ neuron: 3 }, 'there is no neuron 3 to split'],
    [{ theta: [1, 2] }, '13 finite parameters, got 2'],
    [{ theta: paperNetwork.theta.map((value) => value + 1) }, 'not near a critical point'],
    // From here Newton's method ends at a critical point 42 away.
    [
      { theta: paperNetwork.theta.map((value, k) => value + (k === 11 ? 1 : 0)) },
      'not near a critical point',
    ],
    [{ target: { kind: 'gaussian' as const, scale: Number.NaN, seed: 1 } }, 'scale'],
  ])('%o', (change, message) => {
    expect(attempt(change)).toThrow(message);
  });

  test('gammas that are none or not finite', () => {
    expect(attempt({}, new Float64Array(0))).toThrow('at least one gamma');
    expect(attempt({}, new Float64Array([1, Number.POSITIVE_INFINITY]))).toThrow(
      'gamma must be a finite number, got Infinity',
    );
  });

  test('a search that finds nothing says so', () => {
    expect(attempt({ activation: 'identity', width: 2, grid: 2 })).toThrow(
      '{"code":"no-minimum","attempts":20}',
    );
  });
});

test('a minimum is searched for from the seed when none is given, and is the same each time', () => {
  const { theta: _, ...searching } = spec;
  const found = [1, 2].map(() => {
    const job = landscapeJob({ spec: { ...searching, grid: 12, seed: 5 }, gammas }, () => undefined);
    for (;;) {
      const next = job.next();
      if (next.done) throw new Error('no network');
      if (next.value?.part?.part === 'network') return next.value.part;
    }
  });
  expect(found[0]?.theta).toEqual(found[1]?.theta);
  expect(found[0]?.eigenvalues[0]).toBeGreaterThan(0);
});
