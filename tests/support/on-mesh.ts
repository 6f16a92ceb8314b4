/** Heights of a drawn slice, by interpolation of its triangles. */

import type { SliceMesh } from '#landscape/slice-mesh';
import type { ScenePoint } from '#scene/box';

/** Height of the mesh under or over a point of the scene; undefined where there is no surface. */
export function meshHeight({ positions, triangles }: SliceMesh, [x, , z]: ScenePoint): number | undefined {
  const corner = (k: number) => positions.subarray(3 * (triangles[k] as number)) as unknown as ScenePoint;
  for (let k = 0; k < triangles.length; k += 3) {
    const [[x1, y1, z1], [x2, y2, z2], [x3, y3, z3]] = [corner(k), corner(k + 1), corner(k + 2)];
    const area = (z2 - z3) * (x1 - x3) + (x3 - x2) * (z1 - z3);
    if (area === 0) continue;
    const s1 = ((z2 - z3) * (x - x3) + (x3 - x2) * (z - z3)) / area;
    const s2 = ((z3 - z1) * (x - x3) + (x1 - x3) * (z - z3)) / area;
    // A little room: positions are rounded to 32 bits.
    if (Math.min(s1, s2, 1 - s1 - s2) > -1e-4) return s1 * y1 + s2 * y2 + (1 - s1 - s2) * y3;
  }
  return undefined;
}
