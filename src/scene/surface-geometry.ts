/** A SurfaceMesh of the math core on the graphics card. */
import { BufferAttribute, BufferGeometry, DynamicDrawUsage, Sphere, Vector3 } from 'three';
import type { SurfaceMesh } from '#math/pair/surface-mesh';
import { type Box, HALF_HEIGHT } from './box';

/** Values beyond the frame are drawn as far as this multiple of it; the material cuts them off before that. */
const FAR_BEYOND = 1e4;

/** Geometry with room for a mesh, which `update` fills. */
export class SurfaceGeometry extends BufferGeometry {
  /** The mesh whose triangles, those of a plain grid, are there already. */
  #plain: SurfaceMesh | undefined;

  constructor(mesh: SurfaceMesh) {
    super();
    const capacity = mesh.value.length;
    for (const [name, size] of [
      ['position', 3],
      ['normal', 3],
      ['value', 1],
      ['point', 2],
    ] as const) {
      const made = new BufferAttribute(new Float32Array(capacity * size), size);
      made.setUsage(DynamicDrawUsage);
      this.setAttribute(name, made);
    }
    this.setIndex(new BufferAttribute(new Uint32Array(mesh.triangles.length), 1));
    // The box is always in view, so nothing is gained by measuring the surface.
    this.boundingSphere = new Sphere(new Vector3(), 4);
  }

  /** Copies values, places and exact normals from the mesh. */
  update(mesh: SurfaceMesh, box: Box): void {
    const array = (name: string) => this.getAttribute(name).array as Float32Array;
    const position = array('position');
    const normal = array('normal');
    const value = array('value');
    const point = array('point');
    const { vertexCount } = mesh;
    const across = 1 / box.halfWidth;
    const up = HALF_HEIGHT / box.height;
    const limit = FAR_BEYOND * box.height;
    // A normal in the scene is (-up f1, across, up f2) by the chain rule; x2 runs against z.
    const tilt = up / across;
    for (let k = 0; k < vertexCount; k++) {
      const x1 = mesh.x[2 * k] as number;
      const x2 = mesh.x[2 * k + 1] as number;
      const raw = mesh.value[k] as number;
      const v = Math.min(limit, Math.max(-limit, raw));
      const n1 = -tilt * (mesh.slope[2 * k] as number);
      const n3 = tilt * (mesh.slope[2 * k + 1] as number);
      const inverse = 1 / Math.sqrt(n1 * n1 + 1 + n3 * n3);
      position[3 * k] = x1 * across;
      position[3 * k + 1] = v * up;
      position[3 * k + 2] = -x2 * across;
      normal[3 * k] = n1 * inverse;
      normal[3 * k + 1] = inverse;
      normal[3 * k + 2] = n3 * inverse;
      // In units of the frame: tiny frames would be lost in the shader's 32-bit derivatives.
      value[k] = v / box.height;
      point[2 * k] = x1;
      point[2 * k + 1] = x2;
    }
    for (const name of ['position', 'normal', 'value', 'point']) {
      const attribute = this.getAttribute(name) as BufferAttribute;
      attribute.clearUpdateRanges();
      attribute.addUpdateRange(0, vertexCount * attribute.itemSize);
      attribute.needsUpdate = true;
    }
    const index = this.getIndex();
    const count = 3 * mesh.triangleCount;
    if (index && !(mesh.plain && this.#plain === mesh)) {
      (index.array as Uint32Array).set(mesh.triangles.subarray(0, count));
      index.clearUpdateRanges();
      index.addUpdateRange(0, count);
      index.needsUpdate = true;
    }
    this.#plain = mesh.plain ? mesh : undefined;
    this.setDrawRange(0, count);
  }
}
