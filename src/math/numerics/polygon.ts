/** Lines in the plane of inputs, and convex polygons cut along them. */

/** A line u(x) = u1 x1 + u2 x2 + u0 = 0 on which a ReLU opens. */
export type Line = readonly [u1: number, u2: number, u0: number];
export type Point = readonly [x1: number, x2: number];

/** A line that is nowhere: no point is on its positive side. */
export const never: Line = [0, 0, 0];

/** On which side of a line a point lies, by the sign; 0 on it. */
export function along([u1, u2, u0]: Line, [x1, x2]: Point): number {
  return u1 * x1 + u2 * x2 + u0;
}

/** The mean of points. */
export function centre(points: readonly Point[]): Point {
  let x1 = 0;
  let x2 = 0;
  for (const point of points) {
    x1 += point[0];
    x2 += point[1];
  }
  return [x1 / points.length, x2 / points.length];
}

/** A convex polygon cut along every line. */
export function cutAll(polygon: readonly Point[], lines: readonly Line[]): readonly (readonly Point[])[] {
  let pieces: readonly (readonly Point[])[] = [polygon];
  for (const line of lines) {
    pieces = pieces.flatMap((piece) => [half(piece, line, 1), half(piece, line, -1)]);
  }
  return pieces.filter((piece) => piece.length >= 3);
}

/** The part of a convex polygon where sign * u >= 0. */
function half(polygon: readonly Point[], line: Line, sign: 1 | -1): readonly Point[] {
  const kept: Point[] = [];
  for (let k = 0; k < polygon.length; k++) {
    const here = polygon[k] as Point;
    const next = polygon[(k + 1) % polygon.length] as Point;
    const u = sign * along(line, here);
    const v = sign * along(line, next);
    if (u >= 0) kept.push(here);
    if ((u > 0 && v < 0) || (u < 0 && v > 0)) kept.push(between(here, next, u / (u - v)));
  }
  // A polygon that only touches the line has no area on the other side.
  return kept.some((point) => sign * along(line, point) > 0) ? kept : [];
}

function between(a: Point, b: Point, t: number): Point {
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
}

/** The two points where a line enters and leaves a convex polygon. */
export function crossing(polygon: readonly Point[], line: Line): readonly [Point, Point] | undefined {
  const found: Point[] = [];
  for (let k = 0; k < polygon.length; k++) {
    const here = polygon[k] as Point;
    const next = polygon[(k + 1) % polygon.length] as Point;
    const u = along(line, here);
    const v = along(line, next);
    if (u === 0) found.push(here);
    else if ((u > 0 && v < 0) || (u < 0 && v > 0)) found.push(between(here, next, u / (u - v)));
  }
  const [a, b] = found;
  return a && b ? [a, b] : undefined;
}
