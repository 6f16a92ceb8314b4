/** A curve. */
import { type Frame, isSameFrame, type Mark, type Pixel } from './frame';
import { curvePixels, dense, type Point, pathThrough } from './path';
import { type Stroke, strokeAttributes } from './style';

/**
 * A curve through points, cut at the frame and broken where a point has no place on the scales. One that is kept from
 * plot to plot keeps its path too.
 */
export function line(points: Iterable<Point>, stroke: Stroke = {}): Mark {
  let last: { readonly frame: Frame; readonly ways: readonly Pixel[][]; readonly d: string } | undefined;
  const drawn = (frame: Frame) => {
    if (!last || !isSameFrame(last.frame, frame)) {
      const ways = curvePixels(points, frame);
      last = { frame, ways, d: pathThrough(ways) };
    }
    return last;
  };
  return {
    draw: (frame) => <path {...strokeAttributes(stroke)} d={drawn(frame).d} />,
    covers: (frame) => dense(drawn(frame).ways),
  };
}
