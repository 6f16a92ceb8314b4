/** The line w.x = 0 in the square of inputs. */
import { HALF } from './function-maps';

type Point = readonly [number, number];

/** Its ends on the square's border, in a picture from -1 to 1 with y down; undefined where it misses the square. */
export function gateLine(w: readonly number[]): readonly [Point, Point] | undefined {
  const [w1 = 0, w2 = 0, w0 = 0] = w;
  const length = Math.hypot(w1, w2);
  if (!(length > 0)) return undefined;
  // The point nearest to the origin and the direction, in units of half the side.
  const near: Point = [(-w0 * w1) / (length * length * HALF), (-w0 * w2) / (length * length * HALF)];
  const along: Point = [-w2 / length, w1 / length];
  let from = -Infinity;
  let to = Infinity;
  for (const axis of [0, 1] as const) {
    if (along[axis] === 0) {
      if (Math.abs(near[axis]) > 1) return undefined;
      continue;
    }
    const one = (-1 - near[axis]) / along[axis];
    const other = (1 - near[axis]) / along[axis];
    from = Math.max(from, Math.min(one, other));
    to = Math.min(to, Math.max(one, other));
  }
  if (!(from < to)) return undefined;
  const end = (t: number): Point => [near[0] + t * along[0], -(near[1] + t * along[1])];
  return [end(from), end(to)];
}
