/** The landscape as a surface in the scene. Pure. */
import { HALF_HEIGHT, type ScenePoint } from '#scene/box';
import { alphaAt, alphaPlace, gammaAt, gammaPlace, type ToyAxisKind } from './axis';
import { logLossAt, rangeOf, type ToyField, type ToyRange } from './field';

/** Half the size of the surface, along gamma and along alpha. */
export const EXTENT = { x: 1.12, z: 0.86 } as const;
/** Vertices along gamma and along alpha. */
const SIZE = [97, 145] as const;
/** Losses at the bottom and the top of the box. */
export function surfaceRange(field: ToyField): ToyRange {
  return { low: 0, high: rangeOf(field).high };
}

/** The surface, as the material wants it. */
export interface ToyMesh {
  readonly positions: Float32Array;
  /** Colour coordinate: beyond 1 the surface is cut. */
  readonly values: Float32Array;
  readonly points: Float32Array;
  /** gamma and alpha. */
  readonly coordinates: Float32Array;
  readonly triangles: Uint32Array;
}

function heightOf({ low, high }: ToyRange, loss: number): number {
  return ((2 * (loss - low)) / (high - low) - 1) * HALF_HEIGHT;
}

/** Place of a point of the landscape on the surface, a little above it; at its edge beyond it. */
export function surfacePoint(
  field: ToyField,
  axis: ToyAxisKind,
  gamma: number,
  alpha: number,
  lift = 0.006,
): ScenePoint {
  const bounded = (place: number) => Math.min(1, Math.max(-1, place));
  const range = surfaceRange(field);
  const loss = Math.min(range.high, Math.exp(logLossAt(field, gamma, alpha)));
  return [
    bounded(gammaPlace(axis, gamma)) * EXTENT.x,
    heightOf(range, loss) + lift,
    -bounded(alphaPlace(alpha)) * EXTENT.z,
  ];
}

/** The mesh of a field. */
export function toyMesh(field: ToyField, axis: ToyAxisKind): ToyMesh {
  const [across, along] = SIZE;
  const count = across * along;
  const range = surfaceRange(field);
  const [logLow, logHigh] = [Math.log(field.lowest), Math.log(range.high)];
  const mesh: ToyMesh = {
    positions: new Float32Array(3 * count),
    values: new Float32Array(count),
    points: new Float32Array(2 * count),
    coordinates: new Float32Array(2 * count),
    triangles: new Uint32Array(6 * (across - 1) * (along - 1)),
  };
  for (let i = 0, k = 0; i < across; i++) {
    const u = (2 * i) / (across - 1) - 1;
    const gamma = gammaAt(axis, u);
    for (let j = 0; j < along; j++, k++) {
      const v = (2 * j) / (along - 1) - 1;
      const alpha = alphaAt(v);
      const log = logLossAt(field, gamma, alpha);
      mesh.positions.set([u * EXTENT.x, heightOf(range, Math.exp(log)), -v * EXTENT.z], 3 * k);
      mesh.values[k] = (2 * (log - logLow)) / (logHigh - logLow) - 1;
      mesh.points.set([u, v], 2 * k);
      mesh.coordinates.set([gamma, alpha], 2 * k);
    }
  }
  for (let i = 0, at = 0; i + 1 < across; i++) {
    for (let j = 0; j + 1 < along; j++, at += 6) {
      const k = i * along + j;
      mesh.triangles.set([k, k + along, k + 1, k + 1, k + along, k + along + 1], at);
    }
  }
  return mesh;
}
