/** Contour lines of values on a grid. */
import { contours } from 'd3-contour';
import type { Pixel } from './frame';
import { pathThrough } from './path';

/**
 * An SVG path along which the values are at a level, in a picture from -1 to 1 with the first row at the top.
 * @param values side x side values at pixel centres (as `sampleSquare` writes them)
 * @param stride distance of the grid points used
 */
export function contourPath(values: Float64Array, side: number, level: number, stride = 1): string {
  const count = Math.ceil(side / stride);
  const used = Array.from({ length: count * count }, (_, k) => {
    return values[stride * (Math.floor(k / count) * side + (k % count))] as number;
  });
  // Points of the grid lie at halves.
  const place = (at: number) => (2 * (at - 0.5) * stride + 1) / side - 1;
  // Areas above the level are closed along the border of the picture, which is no contour.
  const isOnBorder = (point: readonly number[]) => point.some((at) => at <= 0 || at >= count);
  const ways: Pixel[][] = [];
  for (const ring of contours().size([count, count]).contour(used, level).coordinates.flat()) {
    let way: Pixel[] | undefined;
    ring.forEach((point, k) => {
      const pixel: Pixel = [place(point[0] as number), place(point[1] as number)];
      const isContour = k > 0 && !(isOnBorder(point) && isOnBorder(ring[k - 1] as number[]));
      if (isContour) way?.push(pixel);
      else {
        way = [pixel];
        ways.push(way);
      }
    });
  }
  return pathThrough(
    ways.filter((way) => way.length > 1),
    3,
  );
}
