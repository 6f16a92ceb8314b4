/** Paths through points in the units of the scales. */
import { line as makeLine } from 'd3-shape';
import type { Frame, Pixel } from './frame';

export type Point = readonly [x: number, y: number];

/** Pixels of points that have a place on both scales; what has none parts them into pieces. */
function pieces(points: Iterable<Point>, { x, y }: Frame): readonly Pixel[][] {
  const all: Pixel[][] = [[]];
  for (const [u, v] of points) {
    const pixel: Pixel = [x.at(u), y.at(v)];
    if (pixel.every(Number.isFinite)) all.at(-1)?.push(pixel);
    else if (all.at(-1)?.length) all.push([]);
  }
  return all;
}

/** The pieces of a way that lie between two heights, cut where it leaves them. */
function between(way: readonly Pixel[], top: number, bottom: number): readonly Pixel[][] {
  const all: Pixel[][] = [[]];
  way.forEach((here, k) => {
    const next = way[k + 1];
    const isInside = here[1] >= top && here[1] <= bottom;
    if (isInside) all.at(-1)?.push(here);
    if (!next) return;
    const cuts = [top, bottom]
      .map((edge) => (edge - here[1]) / (next[1] - here[1]))
      .filter((t) => t > 0 && t < 1)
      .sort((p, q) => p - q);
    let isDrawn = isInside;
    for (const t of cuts) {
      all.at(-1)?.push([here[0] + t * (next[0] - here[0]), here[1] + t * (next[1] - here[1])]);
      if (isDrawn) all.push([]);
      isDrawn = !isDrawn;
    }
  });
  return all;
}

/** Pixels of a curve inside the frame, in pieces. */
export function curvePixels(points: Iterable<Point>, frame: Frame): readonly Pixel[][] {
  return pieces(points, frame)
    .flatMap((way) => between(way, frame.top, frame.bottom))
    .filter((way) => way.length > 1);
}

/**
 * The `d` of straight lines through points of a drawing.
 * @param digits after the point
 */
export function pathThrough(ways: readonly (readonly Pixel[])[], digits = 2): string {
  const draw = makeLine<Pixel>().digits(digits);
  return ways.map((way) => draw(way as Pixel[]) ?? '').join('');
}

/** Pixels along ways, close enough to each other that no label fits between them. */
export function dense(ways: readonly (readonly Pixel[])[], step = 6): readonly Pixel[] {
  return ways.flatMap((way) =>
    way.flatMap((here, k) => {
      const next = way[k + 1] ?? here;
      const count = Math.max(1, Math.ceil(Math.hypot(next[0] - here[0], next[1] - here[1]) / step));
      return Array.from({ length: count }, (_, n): Pixel => {
        const t = n / count;
        return [here[0] + t * (next[0] - here[0]), here[1] + t * (next[1] - here[1])];
      });
    }),
  );
}
