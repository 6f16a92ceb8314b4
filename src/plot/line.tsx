/** A curve. */
import type { Mark } from './frame';
import { curvePixels, dense, type Point, pathThrough } from './path';
import { type Stroke, strokeAttributes } from './style';

/** A curve through points, cut at the frame and broken where a point has no place on the scales. */
export function line(points: Iterable<Point>, stroke: Stroke = {}): Mark {
  return {
    draw: (frame) => <path {...strokeAttributes(stroke)} d={pathThrough(curvePixels(points, frame))} />,
    covers: (frame) => dense(curvePixels(points, frame)),
  };
}
