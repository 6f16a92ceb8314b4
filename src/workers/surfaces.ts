/** The parts of a landscape that are grids of numbers: spectrum, plane slice, columns, tears. */
import { type DescentPath, descentPathSteps } from '#math/descent-path';
import { coarseToFine, connectionSteps } from '#math/descent-slice';
import { derivativesAt } from '#math/objective';
import { planeSlice } from '#math/plane-slice';
import { saddlePoint } from '#math/saddle-line';
import { symmetricEigenvalues } from '#math/symmetric-eigen';
import type { JobStretch } from './job';
import type { LandscapePart } from './messages';
import { pathData } from './path-data';
import { addColumn, type World } from './world';

/** Columns of the first, coarse picture. */
const COARSE_COLUMNS = 7;
/** Spectrum: gammas from -1 to 3, this many to 1, so that 0 and 1 are among them. */
const SPECTRUM_STEPS = 40;
const PLANE_GAMMAS = 81;
const PLANE_ALPHAS = 121;
const LARGEST_ALPHA = 0.25;

/** The gammas of the first picture, evenly among all with both ends, and then the others, coarse to fine. */
export function columnOrder(gammas: readonly number[]): { coarse: number[]; fine: number[] } {
  const count = Math.min(COARSE_COLUMNS, gammas.length);
  const picked = Array.from({ length: count }, (_, k) =>
    Math.round((k * (gammas.length - 1)) / Math.max(1, count - 1)),
  ).map((k) => gammas[k] as number);
  return {
    coarse: coarseToFine(picked),
    fine: coarseToFine(gammas).filter((gamma) => !picked.includes(gamma)),
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
      const minus = yield* descentPathSteps(landscape, gamma, 'minus');
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

/** For each gap between neighbouring columns whether each side is torn; keeps it in the world. */
export function* findTears(world: World): JobStretch<'landscape', LandscapePart> {
  const { landscape, columns } = world;
  const torn = { plus: [] as boolean[], minus: [] as boolean[] };
  for (const side of ['plus', 'minus'] as const) {
    for (let k = 1; k < columns.length; k++) {
      const [one, other] = [columns[k - 1]?.[side], columns[k]?.[side]] as [DescentPath, DescentPath];
      // A foot on the saddle line itself has no pair to carry over: it belongs to others on the line only.
      const onLine = [one, other].map(({ foot }) => !(foot.epsilon > 1e-9));
      torn[side].push(
        onLine.includes(true) ? onLine.includes(false) : !(yield* connectionSteps(landscape, one, other)),
      );
      yield undefined;
    }
  }
  Object.assign(world.torn, torn);
  return {
    part: 'tears',
    gammas: Float64Array.from(columns, ({ gamma }) => gamma),
    plus: Uint8Array.from(torn.plus, Number),
    minus: Uint8Array.from(torn.minus, Number),
  };
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
