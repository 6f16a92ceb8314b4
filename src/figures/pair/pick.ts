/** Which point of the shown surface is under the pointer. */
import type { PerspectiveCamera } from 'three';
import { Vector3 } from 'three';
import { preactivation, termEvaluator } from '#math/pair/pair';
import { type Box, HALF_HEIGHT } from '#scene/box';
import { activationOf, coordinatesOf } from './model';
import type { PairValues } from './schema';

const STEPS = 240;

/**
 * Walks along the line of sight and finds where it first meets the surface.
 * @param ndc the pointer, both coordinates from -1 to 1
 * @returns (x1, x2), or undefined when the line misses the surface
 */
export function pickPoint(
  camera: PerspectiveCamera,
  ndc: readonly [number, number],
  values: PairValues,
  box: Box,
): readonly [number, number] | undefined {
  const origin = camera.position;
  const direction = new Vector3(ndc[0], ndc[1], 0.5).unproject(camera).sub(origin).normalize();
  const coordinates = coordinatesOf(values);
  const evaluate = termEvaluator(activationOf(values), values.show, coordinates);
  const out = new Float64Array(3);
  const reach = origin.length() + 2;
  const from = Math.max(0, origin.length() - 2);

  const at = (t: number): readonly [x1: number, x2: number, above: number] => {
    const x1 = (origin.x + t * direction.x) * box.halfWidth;
    const x2 = -(origin.z + t * direction.z) * box.halfWidth;
    const value = ((origin.y + t * direction.y) / HALF_HEIGHT) * box.height;
    evaluate(preactivation(coordinates.w, [x1, x2]), preactivation(coordinates.delta, [x1, x2]), out);
    return [x1, x2, value - (out[0] as number)];
  };
  const inside = (x1: number, x2: number) => Math.max(Math.abs(x1), Math.abs(x2)) <= box.halfWidth;

  let before: number | undefined;
  for (let k = 0; k <= STEPS; k++) {
    const t = from + ((reach - from) * k) / STEPS;
    const [x1, x2, above] = at(t);
    if (!inside(x1, x2) || !Number.isFinite(above)) {
      before = undefined;
      continue;
    }
    if (before !== undefined && before > 0 !== above > 0) {
      const hit = bisect(at, t - (reach - from) / STEPS, t, before > 0);
      // Beyond the frame nothing is drawn, so nothing can be hit.
      if (Math.abs(out[0] as number) <= box.height) return hit;
    }
    before = above;
  }
  return undefined;
}

function bisect(
  at: (t: number) => readonly [number, number, number],
  low: number,
  high: number,
  startsAbove: boolean,
): readonly [number, number] {
  let [a, b] = [low, high];
  for (let k = 0; k < 24; k++) {
    const middle = (a + b) / 2;
    if (at(middle)[2] > 0 === startsAbove) a = middle;
    else b = middle;
  }
  const [x1, x2] = at((a + b) / 2);
  return [x1, x2];
}
