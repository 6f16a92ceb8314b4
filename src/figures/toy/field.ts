/** The computed landscape as a function of gamma and alpha, for pictures. Pure. */
import { ALPHA_RANGE, alphaAt, gammaAt, type ToyAxisKind } from './axis';

/** Losses on a grid, some of them perhaps not yet known. */
export interface ToyField {
  readonly gammas: Float64Array;
  readonly alphas: Float64Array;
  /** Logarithms of the losses, row by row. */
  readonly logs: Float64Array;
  /** Rows and columns that are known. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** The least loss. */
  readonly lowest: number;
}

/** A field from losses in which unknown ones are NaN; undefined while fewer than two rows or columns are known. */
export function fieldOf(
  gammas: Float64Array,
  alphas: Float64Array,
  losses: Float64Array,
): ToyField | undefined {
  const width = alphas.length;
  const known = (row: number, column: number) => Number.isFinite(losses[row * width + column]);
  const centre = alphas.reduce(
    (best, alpha, k) => (Math.abs(alpha) < Math.abs(alphas[best] as number) ? k : best),
    0,
  );
  const rows = [...gammas.keys()].filter((row) => known(row, centre));
  const columns = [...alphas.keys()].filter((column) => known(rows[0] ?? 0, column));
  if (rows.length < 2 || columns.length < 2) return undefined;
  const logs = losses.map((loss) => Math.log(loss));
  let lowest = Infinity;
  for (const loss of losses) if (loss < lowest) lowest = loss;
  return { gammas, alphas, logs, rows, columns, lowest };
}

/** Between which two of the known indices a value lies, and how far. */
function locate(
  values: Float64Array,
  known: readonly number[],
  value: number,
): readonly [number, number, number] {
  let low = 0;
  let high = known.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((values[known[middle] as number] as number) <= value) low = middle;
    else high = middle;
  }
  const [from, to] = [known[low] as number, known[high] as number];
  const [a, b] = [values[from] as number, values[to] as number];
  return [from, to, Math.min(1, Math.max(0, (value - a) / (b - a)))];
}

/** Logarithm of the loss at (gamma, alpha), at the field's edge beyond it. */
export function logLossAt(field: ToyField, gamma: number, alpha: number): number {
  const { gammas, alphas, logs, rows, columns } = field;
  const [r0, r1, s] = locate(gammas, rows, gamma);
  const [c0, c1, t] = locate(alphas, columns, alpha);
  const width = alphas.length;
  const at = (row: number, column: number) => logs[row * width + column] as number;
  return (1 - s) * ((1 - t) * at(r0, c0) + t * at(r0, c1)) + s * ((1 - t) * at(r1, c0) + t * at(r1, c1));
}

/** Logarithms of the losses on a square picture, top row (largest alpha) first. */
export function pictureOf(field: ToyField, axis: ToyAxisKind, side: number): Float64Array {
  const { gammas, alphas, logs, rows, columns } = field;
  const picture = new Float64Array(side * side);
  const width = alphas.length;
  const across = Array.from({ length: side }, (_, k) =>
    locate(gammas, rows, gammaAt(axis, (2 * k + 1) / side - 1)),
  );
  for (let row = 0; row < side; row++) {
    const [c0, c1, t] = locate(alphas, columns, alphaAt(1 - (2 * row + 1) / side));
    for (let column = 0; column < side; column++) {
      const [r0, r1, s] = across[column] as readonly [number, number, number];
      const first = (1 - t) * (logs[r0 * width + c0] as number) + t * (logs[r0 * width + c1] as number);
      const second = (1 - t) * (logs[r1 * width + c0] as number) + t * (logs[r1 * width + c1] as number);
      picture[row * side + column] = (1 - s) * first + s * second;
    }
  }
  return picture;
}

/** Losses at the first and the last colour. */
export interface ToyRange {
  readonly low: number;
  readonly high: number;
}

/** What is higher has the last colour, and is cut from the surface; the crest is at 0.047. */
const HIGHEST = 0.065;

/** The range of colours: from the lowest loss up to the walls. */
export function rangeOf({ lowest }: ToyField): ToyRange {
  return { low: lowest, high: Math.max(HIGHEST, 1.8 * lowest) };
}

/** Colour coordinate of the logarithm of a loss: -1 to 1. */
export function colourOf({ low, high }: ToyRange, logLoss: number): number {
  const t = (logLoss - Math.log(low)) / Math.log(high / low);
  return 2 * Math.min(1, Math.max(0, t)) - 1;
}

/** Losses of the contour lines: around the crest close together, where channel 1 is shallow. */
export const CONTOURS: readonly number[] = [
  0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.04, 0.0425, 0.043, 0.044, 0.0455, 0.0465, 0.05, 0.06, 0.08,
];

/** True for a place that is on the picture. */
export function isOnPicture(gamma: number, alpha: number): boolean {
  return gamma >= 0.5 && gamma <= 50 && alpha >= ALPHA_RANGE[0] && alpha <= ALPHA_RANGE[1];
}
