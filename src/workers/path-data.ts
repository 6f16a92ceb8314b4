import type { DescentPath } from '#math/landscape/descent-path';
import { resamplePath } from '#math/landscape/descent-slice';
import type { Landscape } from '#math/landscape/landscape';
import { lineLoss } from '#math/network/line-loss';
import { addScaled } from '#math/numerics/linear-algebra';
import type { PathData } from './messages';

/** Points of a path that are sent, its ends included. */
const PATH_POINTS = 33;
/** Points of the way straight on beyond the foot, both ends included. */
const BEYOND_POINTS = 9;

const FRACTIONS = Array.from({ length: PATH_POINTS }, (_, k) => k / (PATH_POINTS - 1));

/** What is sent of a path: everything in fresh arrays. */
export function pathData({ shape, activation, samples }: Landscape, path: DescentPath): PathData {
  const points = resamplePath(path, FRACTIONS);
  const { foot, beyond } = path;
  const size = foot.theta.length;
  const thetas = new Float64Array(points.length * size);
  points.forEach(({ theta }, k) => {
    thetas.set(theta, k * size);
  });
  const steps = Float64Array.from({ length: BEYOND_POINTS }, (_, k) => k / (BEYOND_POINTS - 1));
  return {
    losses: Float64Array.from(points, ({ loss }) => loss),
    length: path.arcs.at(-1) ?? 0,
    thetas,
    footLoss: foot.loss,
    footEpsilon: foot.epsilon,
    beyond: lineLoss(shape, activation, samples)(foot.theta, addScaled(beyond.theta, -1, foot.theta), steps),
    beyondLength: beyond.length,
  };
}
