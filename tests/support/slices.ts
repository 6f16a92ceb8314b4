/** Descent slices for tests of how they are drawn: made up, where exact numbers are wanted, and the paper's. */
import fc from 'fast-check';
import { type AxisKind, COLUMN_GAMMAS } from '#landscape/gamma-axis';
import { emptyLandscape, type LandscapeData, paperSpec, withPart } from '#landscape/landscape-data';
import type { SliceFrame } from '#landscape/slice-frame';
import { type Column, lossRange, type TearData } from '#landscape/slice-mesh';
import { landscapeJob } from '#workers/landscape-job';
import type { LandscapePart, PathData, RoadData } from '#workers/messages';
import type { World } from '#workers/world';
import { evenly } from './arbitrary';
import { drain } from './world';

/** Loss on the saddle line of the made-up slices. */
export const CREST = 1;

/** Points of a path, and beyond its foot, as the worker sends them. */
const POINTS = 33;
const BEYOND = 9;

/** A way down from the crest: its loss falls like a cosine; its two parameters are the arc length and 7. */
export function madePath({ length = 2, foot = 0.4, wall = CREST } = {}): PathData {
  const fractions = Array.from({ length: POINTS }, (_, k) => k / (POINTS - 1));
  return {
    losses: Float64Array.from(fractions, (s) => foot + ((CREST - foot) * (1 + Math.cos(Math.PI * s))) / 2),
    length,
    thetas: Float64Array.from(fractions.flatMap((s) => [s * length, 7])),
    footLoss: foot,
    footEpsilon: 0.1,
    beyond: Float64Array.from({ length: BEYOND }, (_, k) => foot + (wall - foot) * (k / (BEYOND - 1)) ** 2),
    beyondLength: 0.5,
  };
}

/** Columns whose ways grow and whose feet sink with gamma; the minus side is shorter and less deep. */
export function madeColumns(gammas: readonly number[]): readonly Column[] {
  return gammas.map((gamma) => ({
    gamma,
    plus: madePath({ length: 1 + Math.log(gamma + 1), foot: 0.4 + 0.3 / gamma }),
    minus: madePath({ length: 0.5 + 0.5 * Math.log(gamma + 1), foot: 0.6 + 0.2 / gamma }),
  }));
}

/** Any columns at gammas that are computed: ways of any length, also none, and walls as high as they like. */
export const anyColumns: fc.Arbitrary<readonly Column[]> = fc
  .subarray([...COLUMN_GAMMAS], { minLength: 1, maxLength: 8 })
  .chain((gammas) => {
    const path = fc
      .record({
        length: fc.oneof(fc.constant(0), evenly(1e-6, 40)),
        foot: evenly(0.01, CREST),
        wall: evenly(CREST, 1e9),
      })
      .map(madePath);
    return fc.tuple(
      ...gammas.map((gamma) => fc.record({ gamma: fc.constant(gamma), plus: path, minus: path })),
    );
  });

/** Tears between columns: the gaps, by the number of the column before them. */
export function tearsAfter(
  columns: readonly Column[],
  gaps: { readonly plus?: readonly number[]; readonly minus?: readonly number[] },
): TearData {
  const list = (torn: readonly number[] = []) =>
    Uint8Array.from({ length: Math.max(0, columns.length - 1) }, (_, k) => Number(torn.includes(k)));
  return {
    gammas: Float64Array.from(columns, ({ gamma }) => gamma),
    plus: list(gaps.plus),
    minus: list(gaps.minus),
  };
}

/** The frame of a descent slice. */
export function madeFrame(
  axis: AxisKind,
  columns: readonly Column[],
  tears?: TearData,
  whole = false,
): SliceFrame {
  const feet = columns.flatMap(({ plus, minus }) => [plus.footLoss, minus.footLoss]);
  return { slice: 'descent', axis, columns, tears, whole, range: lossRange(CREST, Math.min(CREST, ...feet)) };
}

/** The paper's landscape as a worker sends it, with columns at these gammas. */
export function paperLandscape(gammas: readonly number[]): { world: World; data: LandscapeData } {
  const spec = paperSpec();
  let world: World | undefined;
  const request = { spec, gammas: Float64Array.from(gammas), planeGammas: Float64Array.of(1.5, 2) };
  const { parts } = drain(
    landscapeJob(request, (made) => {
      world = made;
    }),
  );
  if (!world) throw new Error('no world');
  return { world, data: parts.reduce(withPart, emptyLandscape(spec)) };
}

/** What a worker sends of a network whose saddle line is at the crest. */
export function networkPart(
  stable: 'between' | 'outside' | 'nowhere' | 'undecided' = 'nowhere',
): Extract<LandscapePart, { part: 'network' }> {
  const none = new Float64Array(0);
  const numbers = { inputs: none, targets: none, theta: none, eigenvalues: none };
  return { part: 'network', ...numbers, loss: CREST, neuron: 2, aStar: 1, stable };
}

/** What a worker sends of a column. */
export function columnPart(gamma: number): LandscapePart {
  return { part: 'descent', gamma, plus: madePath(), minus: madePath({ length: gamma }) };
}

/** A road to a minimum at infinity with a made-up floor; for its line and its end only. */
export function madeRoad(side: RoadData['side'], lossAtInfinity: number): RoadData {
  const epsilons = [0, 0.01, 0.1];
  return {
    side,
    verdict: 'minimum-at-infinity',
    i: 0,
    j: 3,
    lossAtInfinity,
    maxAbsGradient: 0,
    smallestEigenvalue: 1,
    h: 1,
    a: 1,
    c: 1,
    phi: new Float64Array(0),
    floor: {
      epsilons: Float64Array.from(epsilons),
      losses: Float64Array.from(epsilons, (epsilon) => lossAtInfinity + epsilon ** 2),
      gammas: Float64Array.from(epsilons, (epsilon) => (1 / epsilon + 1) / 2),
      phis: new Float64Array(0),
      along: Float64Array.from([0.98, 0.98, 0.9], (along) => (side === 'plus' ? along : -along)),
      off: new Float64Array(3),
    },
  };
}
