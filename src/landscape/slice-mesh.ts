/**
 * The drawn slices as meshes: where (gamma, along) stands in the scene, how columns are joined, and where they are torn.
 * Pure.
 */
import { HALF_HEIGHT, type ScenePoint } from '#scene/box';
import type { PathData } from '#workers/messages';
import { type AxisKind, gammaAt, gammaPlace, isOnAxis } from './gamma-axis';

export interface Column {
  readonly gamma: number;
  readonly plus: PathData;
  readonly minus: PathData;
}

export interface PlaneData {
  readonly gammas: Float64Array;
  readonly alphas: Float64Array;
  readonly losses: Float64Array;
}

export interface TearData {
  readonly gammas: Float64Array;
  readonly plus: Uint8Array;
  readonly minus: Uint8Array;
}

/** Largest |alpha| of the plane slice. */
export const ALPHA = 0.25;

/** Half the size of the surface in the scene, along gamma and across. */
export const EXTENT = { x: 1.12, z: 0.86 } as const;

/** Losses at the floor and the top of the box. */
export interface LossRange {
  readonly low: number;
  readonly high: number;
}

/** The range that holds both valleys and the crest, with air below and above. */
export function lossRange(crest: number, lowest: number): LossRange {
  const span = Math.max(crest - lowest, 1e-6);
  return { low: lowest - 0.06 * span, high: crest + 0.22 * span };
}

/** Decades of loss that the colours tell apart; the box's floor may be at 0 or below. */
const COLOUR_DECADES = 4;

/** Place of a loss between -1 and 1, on a logarithmic scale: the colour coordinate. */
export function lossColour({ low, high }: LossRange, loss: number): number {
  const first = Math.max(low, high * 10 ** -COLOUR_DECADES);
  return (2 * Math.log(Math.max(loss, first) / first)) / Math.log(high / first) - 1;
}

/** Height of a loss in the scene. */
export function lossHeight({ low, high }: LossRange, loss: number): number {
  return ((2 * (loss - low)) / (high - low) - 1) * HALF_HEIGHT;
}

/** Arc lengths are compressed by this power, so that short and long ways are both seen. */
const ARC_POWER = 0.6;
/** Share of the half-width that the longest way takes; the climb beyond a foot is drawn in the rest. */
const ARC_SHARE = 0.74;
const BEYOND_SHARE = 0.24;

/** Across the slice, -1 to 1: a place on the way down from the saddle line. */
export function arcPlace(arc: number, longest: number): number {
  return ARC_SHARE * (Math.max(0, arc) / longest) ** ARC_POWER;
}

/** The longest way of all columns. */
export function longestArc(columns: readonly Column[]): number {
  return Math.max(1e-9, ...columns.flatMap(({ plus, minus }) => [plus.length, minus.length]));
}

/** A point of the surface in the scene. */
export function scenePoint(along: number, across: number, height: number): ScenePoint {
  return [along * EXTENT.x, height, -across * EXTENT.z];
}

/** Points with a colour coordinate, joined into triangles. */
export interface SliceMesh {
  /** Three numbers a vertex. */
  readonly positions: Float32Array;
  /** Colour coordinate of each vertex. */
  readonly values: Float32Array;
  /** gamma's place on its axis and the place across, for the lines and for picking. */
  readonly points: Float32Array;
  /** gamma and the fraction of the way (descent: -1 to 1) or alpha (plane). */
  readonly coordinates: Float32Array;
  readonly triangles: Uint32Array;
}

interface Profile {
  /** Place across, and loss, from the crest outwards. */
  readonly across: Float64Array;
  readonly losses: Float64Array;
  readonly fractions: Float64Array;
}

function profileOf(path: PathData, longest: number): Profile {
  const count = path.losses.length;
  const extra = path.beyond.length - 1;
  const across = new Float64Array(count + extra);
  const losses = new Float64Array(count + extra);
  const fractions = new Float64Array(count + extra);
  for (let k = 0; k < count; k++) {
    const fraction = k / (count - 1);
    across[k] = arcPlace(fraction * path.length, longest);
    losses[k] = path.losses[k] as number;
    fractions[k] = fraction;
  }
  const foot = across[count - 1] as number;
  for (let k = 1; k <= extra; k++) {
    across[count + k - 1] = foot + (BEYOND_SHARE * k) / extra;
    losses[count + k - 1] = path.beyond[k] as number;
    fractions[count + k - 1] = 1;
  }
  return { across, losses, fractions };
}

/** Values between two columns of the drawn surface: a cubic through them that looks at their neighbours where those are joined to them. */
export function between(
  before: number | undefined,
  from: number,
  to: number,
  after: number | undefined,
  gaps: readonly [number, number, number],
  t: number,
): number {
  const middle = (to - from) / gaps[1];
  const slopeFrom = before === undefined ? middle : bounded((from - before) / gaps[0], middle);
  const slopeTo = after === undefined ? middle : bounded(middle, (after - to) / gaps[2]);
  const h = gaps[1];
  const [t2, t3] = [t * t, t * t * t];
  return (
    (2 * t3 - 3 * t2 + 1) * from +
    (t3 - 2 * t2 + t) * h * slopeFrom +
    (3 * t2 - 2 * t3) * to +
    (t3 - t2) * h * slopeTo
  );
}

/** The slope of a monotone cubic at a point between two chords: no overshoot where they disagree. */
function bounded(left: number, right: number): number {
  if (left * right <= 0) return 0;
  return (2 * left * right) / (left + right);
}

/** Drawn columns between two computed ones. */
const FINER = 5;

/** The descent slice as a mesh; columns ascending in gamma. A gap whose feet are not joined is left open. */
export function descentMesh(
  columns: readonly Column[],
  tears: TearData | undefined,
  kind: AxisKind,
  range: LossRange,
  whole = false,
): SliceMesh {
  const longest = longestArc(columns);
  const builder = createBuilder();
  for (const side of ['plus', 'minus'] as const) {
    for (const piece of drawnPieces({ columns, tears, axis: kind, whole }, side)) {
      drawPiece(builder, piece, side, kind, longest, range);
    }
  }
  return builder.mesh();
}

type Pieces = readonly (readonly Column[])[];

/** What the pieces of a slice are made from. */
interface PiecesOf {
  readonly columns: readonly Column[];
  readonly tears: TearData | undefined;
  readonly axis: AxisKind;
  /** Whether only the longest piece of each side is drawn. */
  readonly whole: boolean;
}

/** Runs of neighbouring columns between which one side's surface is whole. */
export function joinedPieces(
  columns: readonly Column[],
  tears: TearData | undefined,
  side: 'plus' | 'minus',
): readonly (readonly Column[])[] {
  const pieces: Column[][] = [];
  for (const [k, column] of columns.entries()) {
    const before = columns[k - 1];
    if (before && !isTorn(tears, side, before.gamma, column.gamma)) pieces.at(-1)?.push(column);
    else pieces.push([column]);
  }
  return pieces;
}

/**
 * The pieces of one side that are drawn on an axis: all of them, or only the longest.
 * @param columns ascending in gamma, also those beyond the axis
 */
export function drawnPieces(of: PiecesOf, side: 'plus' | 'minus'): Pieces {
  const known = piecesKnown.get(of) ?? {};
  piecesKnown.set(of, known);
  known[side] ??= findPieces(of, side);
  return known[side];
}

/** Asked for at every point of a line. */
const piecesKnown = new WeakMap<PiecesOf, { plus?: Pieces; minus?: Pieces }>();

function findPieces({ columns, tears, axis, whole }: PiecesOf, side: 'plus' | 'minus'): Pieces {
  const shown = columns.filter(({ gamma }) => isOnAxis(axis, gamma));
  const pieces = joinedPieces(shown, tears, side);
  if (!whole) return pieces;
  const length = (piece: readonly Column[]) =>
    gammaPlace(axis, piece.at(-1)?.gamma ?? 1) - gammaPlace(axis, piece[0]?.gamma ?? 1);
  return pieces.toSorted((a, b) => length(b) - length(a)).slice(0, 1);
}

/** One side of columns that are joined, with finer columns between them. */
function drawPiece(
  builder: ReturnType<typeof createBuilder>,
  piece: readonly Column[],
  side: 'plus' | 'minus',
  kind: AxisKind,
  longest: number,
  range: LossRange,
): void {
  const sign = side === 'plus' ? 1 : -1;
  const profiles = piece.map((column) => profileOf(column[side], longest));
  const places = piece.map(({ gamma }) => gammaPlace(kind, gamma));
  const rows = profiles[0]?.across.length ?? 0;
  const first = builder.count();
  for (let k = 0; k + 1 < piece.length; k++) {
    const [p0, p1, p2, p3] = [profiles[k - 1], profiles[k], profiles[k + 1], profiles[k + 2]];
    const [u0, u1, u2, u3] = [places[k - 1] ?? 0, places[k] ?? 0, places[k + 1] ?? 0, places[k + 2] ?? 0];
    if (!p1 || !p2) continue;
    const gaps = [u1 - u0, u2 - u1, u3 - u2] as const;
    // The last finer column of a gap is the first of the next one.
    for (let step = k === 0 ? 0 : 1; step <= FINER; step++) {
      const t = step / FINER;
      const u = u1 + t * (u2 - u1);
      for (let j = 0; j < rows; j++) {
        const mix = (name: 'across' | 'losses') =>
          between(p0?.[name][j], p1[name][j] as number, p2[name][j] as number, p3?.[name][j], gaps, t);
        builder.vertex(
          u,
          sign * mix('across'),
          mix('losses'),
          gammaAt(kind, u),
          sign * (p1.fractions[j] as number),
          range,
        );
      }
    }
  }
  builder.grid(first, 1 + FINER * (piece.length - 1), rows, sign > 0);
}

/** The plane slice as a mesh. */
export function planeMesh(plane: PlaneData, kind: AxisKind, range: LossRange): SliceMesh {
  const builder = createBuilder();
  const { gammas, alphas, losses } = plane;
  const kept = [...gammas.keys()].filter((k) => isOnAxis(kind, gammas[k] as number));
  for (const k of kept) {
    const gamma = gammas[k] as number;
    for (let j = 0; j < alphas.length; j++) {
      const alpha = alphas[j] as number;
      const loss = losses[k * alphas.length + j] as number;
      builder.vertex(gammaPlace(kind, gamma), alpha / ALPHA, loss, gamma, alpha, range);
    }
  }
  // At gamma = 1 the steepest way down becomes another one: the surface before it is another surface.
  const before = kept.filter((k) => (gammas[k] as number) < 1).length;
  builder.grid(0, before, alphas.length, true);
  builder.grid(before * alphas.length, kept.length - before, alphas.length, true);
  return builder.mesh();
}

/** Whether the surface of one side is torn between two gammas; not while that is unknown. */
export function isTorn(
  tears: TearData | undefined,
  side: 'plus' | 'minus',
  from: number,
  to: number,
): boolean {
  // At gamma = 1 another direction becomes the steepest.
  if (from < 1 && to > 1) return true;
  if (!tears) return false;
  const list = tears[side];
  for (let k = 0; k < list.length; k++) {
    const [low, high] = [tears.gammas[k] as number, tears.gammas[k + 1] as number];
    if (list[k] === 1 && low >= from - 1e-12 && high <= to + 1e-12) return true;
  }
  return false;
}

/** Losses beyond the top are drawn this much above it; the material cuts them off. */
const ABOVE = 3;

function createBuilder() {
  const positions: number[] = [];
  const values: number[] = [];
  const points: number[] = [];
  const coordinates: number[] = [];
  const triangles: number[] = [];
  return {
    count: () => values.length,
    vertex(u: number, across: number, loss: number, gamma: number, along: number, range: LossRange) {
      const kept = Math.min(loss, range.high + ABOVE * (range.high - range.low));
      positions.push(...scenePoint(u, across, lossHeight(range, kept)));
      values.push(lossColour(range, kept));
      points.push(u, across);
      coordinates.push(gamma, along);
    },
    grid(first: number, columns: number, rows: number, up: boolean) {
      for (let i = 0; i + 1 < columns; i++) {
        for (let j = 0; j + 1 < rows; j++) {
          const a = first + i * rows + j;
          const [b, c, d] = [a + rows, a + rows + 1, a + 1];
          if (up) triangles.push(a, b, c, a, c, d);
          else triangles.push(a, c, b, a, d, c);
        }
      }
    },
    mesh: (): SliceMesh => ({
      positions: Float32Array.from(positions),
      values: Float32Array.from(values),
      points: Float32Array.from(points),
      coordinates: Float32Array.from(coordinates),
      triangles: Uint32Array.from(triangles),
    }),
  };
}
