/** Contour lines of values on a square grid, by marching squares. */

/**
 * An SVG path of short segments where the values cross a level, in a picture from -1 to 1 with the first row at the
 * top.
 * @param values side x side values at pixel centres (as `sampleSquare` writes them)
 * @param stride distance of the grid points used
 */
export function contourPath(values: Float64Array, side: number, level: number, stride = 1): string {
  const place = (index: number) => (2 * index + 1) / side - 1;
  let path = '';
  for (let row = 0; row + stride < side; row += stride) {
    for (let column = 0; column + stride < side; column += stride) {
      const at = row * side + column;
      const corners = [
        (values[at] as number) - level,
        (values[at + stride] as number) - level,
        (values[at + stride * side + stride] as number) - level,
        (values[at + stride * side] as number) - level,
      ] as const;
      if (corners.every((value) => value >= 0) || !corners.some((value) => value >= 0)) continue;
      const crossings: [number, number][] = [];
      for (let edge = 0; edge < 4; edge++) {
        const here = corners[edge] as number;
        const next = corners[(edge + 1) % 4] as number;
        if (here >= 0 === next >= 0) continue;
        const t = here / (here - next);
        // Corners run clockwise from the top left.
        const along = stride * (edge < 2 ? t : 1 - t);
        const x = edge % 2 === 0 ? column + along : column + (edge === 1 ? stride : 0);
        const y = edge % 2 === 0 ? row + (edge === 2 ? stride : 0) : row + along;
        crossings.push([place(x), place(y)]);
      }
      // Crossings come on the top, right, bottom and left edge. At a saddle, the middle decides which corners belong
      // together: where the top left one is on the middle's side, the lines cut off the other two.
      const middle = corners[0] + corners[1] + corners[2] + corners[3] >= 0;
      const saddle = crossings.length === 4;
      const [top] = crossings;
      if (saddle && top && middle !== corners[0] >= 0) crossings.push(...crossings.splice(0, 1));
      for (let k = 0; k + 1 < crossings.length; k += 2) {
        const [from, to] = [crossings[k] as [number, number], crossings[k + 1] as [number, number]];
        path += `M${from[0].toFixed(3)} ${from[1].toFixed(3)}L${to[0].toFixed(3)} ${to[1].toFixed(3)}`;
      }
    }
  }
  return path;
}
