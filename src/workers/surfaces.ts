/** The parts of a landscape that are grids of numbers: spectrum, plane slice, columns, tears. */
import { connectionSteps } from '#math/landscape/connection';
import { type DescentPath, descentPathSteps, type Side } from '#math/landscape/descent-path';
import { coarseToFine, type DescentColumn } from '#math/landscape/descent-slice';
import { planeSlice } from '#math/landscape/plane-slice';
import { saddlePoint } from '#math/landscape/saddle-line';
import { derivativesAt } from '#math/numerics/objective';
import { symmetricEigenvalues } from '#math/numerics/symmetric-eigen';
import type { JobStretch } from './job';
import type { LandscapePart } from './messages';
import { pathData } from './path-data';
import { addColumn, gapKey, isTorn, type World } from './world';

/** Columns of the first, coarse picture. */
const COARSE_COLUMNS = 7;
/** Spectrum: gammas from -1 to 3, this many to 1, so that 0 and 1 are among them. */
const SPECTRUM_STEPS = 40;
const PLANE_GAMMAS = 81;
const PLANE_ALPHAS = 121;
const LARGEST_ALPHA = 0.25;

/** What is drawn first lies above the first of these gammas and goes to the second. */
const MAIN_GAMMAS = [1, 100] as const;

/** In which order columns are computed. */
export interface ColumnOrder {
  /** All, the furthest from gamma = 1/2 first: from the first of them that has paths the roads are certified. */
  readonly outward: readonly number[];
  /** The first picture: evenly among those above gamma = 1 and up to 100, with both ends. */
  readonly coarse: readonly number[];
  /** The others among those, coarse to fine. */
  readonly fine: readonly number[];
  /** What lies below and beyond. */
  readonly last: readonly number[];
}

/** The order for these gammas, ascending. Where none is above 1 and up to 100, all are treated as if they were. */
export function columnOrder(gammas: readonly number[]): ColumnOrder {
  const isMain = (gamma: number) => gamma > MAIN_GAMMAS[0] && gamma <= MAIN_GAMMAS[1];
  const main = gammas.some(isMain) ? gammas.filter(isMain) : gammas;
  const count = Math.min(COARSE_COLUMNS, main.length);
  const picked = Array.from({ length: count }, (_, k) =>
    Math.round((k * (main.length - 1)) / Math.max(1, count - 1)),
  ).map((k) => main[k] as number);
  return {
    outward: gammas.toSorted((p, q) => Math.abs(q - 0.5) - Math.abs(p - 0.5)),
    coarse: coarseToFine(picked),
    fine: coarseToFine(main).filter((gamma) => !picked.includes(gamma)),
    last: coarseToFine(gammas.filter((gamma) => !main.includes(gamma))),
  };
}

/**
 * Columns at these gammas, each sent as soon as it is there. A gamma at which no path can be followed has
 * none. `done` is the progress before and after.
 */
export function* drawColumns(
  world: World,
  gammas: readonly number[],
  [from, to]: readonly [number, number],
): JobStretch<'landscape', void> {
  const { landscape } = world;
  for (const [k, gamma] of gammas.entries()) {
    const done = from + ((to - from) * (k + 1)) / gammas.length;
    try {
      const plus = yield* descentPathSteps(landscape, gamma, 'plus');
      yield undefined;
      const minus = yield* descentPathSteps(landscape, gamma, 'minus');
      yield undefined;
      addColumn(world, { gamma, plus, minus });
      const part: LandscapePart = {
        part: 'descent',
        gamma,
        plus: pathData(landscape, plus),
        minus: pathData(landscape, minus),
      };
      yield { part, done };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      yield { done };
    }
  }
}

/** For each gap between neighbouring columns whether each side is torn; looks at gaps not in the world yet. */
export function* findTears(world: World): JobStretch<'landscape', LandscapePart> {
  const { columns, torn } = world;
  for (let k = 1; k < columns.length; k++) {
    const [left, right] = [columns[k - 1], columns[k]] as [DescentColumn, DescentColumn];
    const key = gapKey(left.gamma, right.gamma);
    if (torn.has(key)) continue;
    const plus = yield* isTornBetween(world, left.plus, right.plus);
    torn.set(key, { plus, minus: yield* isTornBetween(world, left.minus, right.minus) });
  }
  const along = (side: Side) =>
    Uint8Array.from(columns.slice(1), (right, k) =>
      Number(isTorn(world, side, columns[k]?.gamma ?? right.gamma, right.gamma)),
    );
  return {
    part: 'tears',
    gammas: Float64Array.from(columns, ({ gamma }) => gamma),
    plus: along('plus'),
    minus: along('minus'),
  };
}

function* isTornBetween(
  { landscape }: World,
  one: DescentPath,
  other: DescentPath,
): JobStretch<'landscape', boolean> {
  // A foot on the saddle line itself has no pair to carry over: it belongs to others on the line only.
  const onLine = [one, other].map(({ foot }) => !(foot.epsilon > 1e-9));
  if (onLine.includes(true)) return onLine.includes(false);
  return !(yield* connectionSteps(landscape, one, other));
}

/** All eigenvalues of the Hessian along the saddle line. */
export function* spectrumAlongLine({ landscape }: World): JobStretch<'landscape', LandscapePart> {
  const { line, loss } = landscape;
  const gammas = Float64Array.from({ length: 4 * SPECTRUM_STEPS + 1 }, (_, k) => k / SPECTRUM_STEPS - 1);
  const eigenvalues = new Float64Array(gammas.length * loss.size);
  for (const [k, gamma] of gammas.entries()) {
    const { hessian } = derivativesAt(loss, saddlePoint(line, gamma));
    eigenvalues.set(symmetricEigenvalues(hessian, loss.size), k * loss.size);
    yield undefined;
  }
  return { part: 'spectrum', gammas, size: loss.size, eigenvalues };
}

/** As many gammas as the plane slice has unless told, spaced as the gammas of the columns are. */
export function planeGammasOf(columns: readonly number[]): number[] {
  return Array.from({ length: PLANE_GAMMAS }, (_, k) =>
    valueAt(columns, (k / (PLANE_GAMMAS - 1)) * (columns.length - 1)),
  );
}

/** The plane slice at these gammas. */
export function* drawPlane(
  { landscape }: World,
  gammas: readonly number[],
  [from, to]: readonly [number, number],
): JobStretch<'landscape', LandscapePart> {
  const alphas = Float64Array.from(
    { length: PLANE_ALPHAS },
    (_, k) => LARGEST_ALPHA * ((2 * k) / (PLANE_ALPHAS - 1) - 1),
  );
  const losses = new Float64Array(gammas.length * alphas.length);
  let row = 0;
  for (const column of planeSlice(landscape, gammas, alphas)) {
    losses.set(column.losses, row++ * alphas.length);
    yield { done: from + ((to - from) * row) / gammas.length };
  }
  return { part: 'plane', gammas: Float64Array.from(gammas), alphas, losses };
}

/** A list read between its entries. */
function valueAt(values: readonly number[], place: number): number {
  const k = Math.min(Math.floor(place), values.length - 1);
  const low = values[k] as number;
  return low + (place - k) * ((values[k + 1] ?? low) - low);
}
