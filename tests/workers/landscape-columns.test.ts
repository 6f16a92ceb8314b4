import { describe, expect, test } from 'vitest';
import { paperNetwork } from '#math/landscape/paper-network';
import { landscapeJob } from '#workers/landscape-job';
import type { LandscapeSpec } from '#workers/messages';
import { columnOrder } from '#workers/surfaces';
import { positionIn, type World } from '#workers/world';
import { expectClose } from '../support/close';
import { drain } from '../support/world';

const spec: LandscapeSpec = { ...paperNetwork, target: { kind: 'rosenbrock' }, seed: 1 };

describe('with columns below gamma = 1 and beyond 100', () => {
  const wide = Float64Array.from([0.6, 0.9, 0.97, 1.03, 1.5, 3, 200]);
  let whole: World | undefined;
  const sent = drain(
    landscapeJob({ spec, gammas: wide, planeGammas: Float64Array.of(2) }, (made) => {
      whole = made;
    }),
  ).parts;

  test('roads are certified from the furthest, and the others come last, with tears and places again', () => {
    expect(
      sent
        .map((part) => (part.part === 'descent' ? part.gamma : part.part))
        .filter((part) => part !== 'road'),
    ).toEqual([
      'network',
      200,
      1.03,
      3,
      1.5,
      'tears',
      'plane',
      'spectrum',
      'finite',
      0.6,
      0.9,
      0.97,
      'tears',
      'finite',
    ]);
    expect(sent.map(({ part }) => part).slice(-2)).toEqual(['road', 'road']);
  });

  test('both sides are torn at gamma = 1', () => {
    const tears = sent.filter((part) => part.part === 'tears');
    expect(tears.map(({ gammas: at }) => [...at])).toEqual([[1.03, 1.5, 3, 200], [...wide]]);
    expect(tears.map(({ plus }) => [...plus])).toEqual([
      [0, 0, 0],
      [0, 0, 1, 0, 0, 0],
    ]);
    expect(tears.map(({ minus }) => [...minus])).toEqual([
      [1, 1, 0],
      [0, 0, 1, 1, 1, 0],
    ]);
  });

  test('the finite minimum, at gamma = 0.93, stays at the foot it was reached by: the columns below 1 are further off', () => {
    const [early, late] = sent.filter((part) => part.part === 'finite');
    if (early === undefined || late === undefined || whole === undefined) throw new Error('no minimum');
    expect(late.theta).toEqual(early.theta);
    expect(late.theta).not.toBe(early.theta);
    const place = positionIn(whole, late.theta);
    expect([late.along, late.off]).toEqual([place.along, place.offDescent]);
    expect(late.along).toBe(-1);
    expect(late.off).toBeLessThanOrEqual(early.off);
  });
});

test('where the saddle line is stable it is the floor of a valley with walls on both sides', () => {
  // One neuron: B is negative definite, so the line is stable outside [0, 1].
  const single: LandscapeSpec = {
    activation: 'g',
    width: 1,
    grid: 16,
    target: { kind: 'rosenbrock' },
    seed: 2,
    neuron: 0,
  };
  const some = { spec: single, gammas: Float64Array.of(0.7, 1.2, 3), planeGammas: Float64Array.of(2) };
  const sent = drain(landscapeJob(some, () => undefined)).parts;
  const network = sent.find((part) => part.part === 'network');
  expect(network?.stable).toBe('outside');
  const columns = sent.filter((part) => part.part === 'descent').sort((p, q) => p.gamma - q.gamma);
  expect(columns.map(({ plus }) => plus.length > 0)).toEqual([true, false, false]);
  for (const { plus, minus } of columns.slice(1)) {
    for (const { losses, beyond, beyondLength, footLoss } of [plus, minus]) {
      expect(new Set(losses)).toEqual(new Set([footLoss]));
      expect(beyondLength).toBe(0.25);
      expectClose(beyond[0] ?? NaN, network?.loss ?? NaN, 1e-11);
      // A rising parabola at first: the second difference is positive, and four times as high twice as far.
      for (let k = 1; k < beyond.length; k++) expect(beyond[k]).toBeGreaterThan(beyond[k - 1] ?? NaN);
      const [h0 = NaN, h1 = NaN, h2 = NaN] = beyond;
      expect((h2 - h0) / (h1 - h0)).toBeGreaterThan(3);
      expect((h2 - h0) / (h1 - h0)).toBeLessThan(5);
    }
  }
  const tears = sent.filter((part) => part.part === 'tears').at(-1);
  expect([[...(tears?.plus ?? [])], [...(tears?.minus ?? [])]]).toEqual([
    [1, 0],
    [1, 0],
  ]);
});

test('a way down that hardly falls at first is followed all the same', () => {
  // At gamma = 1.1 the only negative curvature of this line is -6e-7: beside it the gradient is 6e-9.
  const { theta: _, ...searching } = spec;
  const job = landscapeJob(
    { spec: { ...searching, seed: 3, neuron: 2 }, gammas: Float64Array.of(1.1) },
    () => undefined,
  );
  for (const step of job) {
    if (step?.part?.part !== 'descent') continue;
    for (const { length, losses, footLoss } of [step.part.plus, step.part.minus]) {
      expect(length).toBeGreaterThan(1);
      expect(footLoss).toBeLessThan((losses[0] ?? NaN) - 1e-5);
    }
    return;
  }
  throw new Error('no column');
});

test('a job pauses often: many times a column', () => {
  const some = { spec, gammas: Float64Array.of(1.2, 1.5), planeGammas: Float64Array.of(2) };
  let pauses = 0;
  const between: number[] = [];
  for (const step of landscapeJob(some, () => undefined)) {
    pauses++;
    if (step?.part?.part !== 'descent') continue;
    between.push(pauses);
    pauses = 0;
  }
  // A path is some tens of steps of the flow, each with a pause after it.
  expect(between.length).toBe(2);
  expect(Math.min(...between)).toBeGreaterThan(80);
});

test('the plane slice is at the gammas asked for, ascending and each once', () => {
  const planeGammas = Float64Array.from([2, 0.5, 30, 2]);
  const asked = landscapeJob({ spec, gammas: Float64Array.of(3), planeGammas }, () => undefined);
  const [plane] = drain(asked).parts.filter((part) => part.part === 'plane');
  expect(plane?.gammas).toEqual(Float64Array.of(0.5, 2, 30));
  expect(plane?.losses.length).toBe(3 * 121);
  for (const bad of [new Float64Array(0), Float64Array.of(1, Number.NaN)]) {
    const job = landscapeJob({ spec, gammas: Float64Array.of(3), planeGammas: bad }, () => undefined);
    expect(() => drain(job)).toThrow(/the plane slice needs at least one gamma|gamma must be a finite/);
  }
});

test('the coarse columns are evenly spread above gamma = 1 and none is drawn twice', () => {
  const many = Array.from({ length: 24 }, (_, k) => k + 2);
  const all = [-3, 0.5, ...many, 101, 1000];
  const { coarse, fine, last, outward } = columnOrder(all);
  expect([...coarse].sort((p, q) => p - q)).toEqual([2, 6, 10, 14, 17, 21, 25]);
  expect([...coarse, ...fine].sort((p, q) => p - q)).toEqual(many);
  expect([...last].sort((p, q) => p - q)).toEqual([-3, 0.5, 101, 1000]);
  expect([outward.slice(0, 2), outward.at(-1)]).toEqual([[1000, 101], 0.5]);
  expect(columnOrder([2])).toEqual({ outward: [2], coarse: [2], fine: [], last: [] });
  expect(columnOrder([0.2, 0.6])).toEqual({ outward: [0.2, 0.6], coarse: [0.2, 0.6], fine: [], last: [] });
});
