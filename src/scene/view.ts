/** Where the reader looks from. */
import type { PerspectiveCamera } from 'three';
import { HALF_HEIGHT } from './box';

/** A direction to the scene's middle and a distance. */
export interface View {
  /** Degrees around the vertical, 0 looks along x2, growing to the right. */
  readonly azimuth: number;
  /** Degrees from straight above (0) to level (90). */
  readonly polar: number;
  /** 1 fits the box; 2 shows it twice as large. */
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const FIELD_OF_VIEW = 24;
const MIDDLE_HEIGHT = -0.08;
/** Pixels at the sides, above and below that labels need; of small pictures no more than a share. */
const LABEL_MARGIN = { across: 46, along: 34 };
const MARGIN_SHARE = 0.152;

/**
 * The distance from which the box just fits, whatever the azimuth, so that turning never changes the scale.
 * A point with height y above the middle and horizontal part f towards the camera needs a distance of
 * |up| / tan(vertical) + depth, and likewise sideways.
 */
function fittingDistance(polar: number, tanVertical: number, tanHorizontal: number): number {
  const [sin, cos] = [Math.sin(polar), Math.cos(polar)];
  let distance = 0;
  for (let k = 0; k < 36; k++) {
    const angle = (k * Math.PI) / 18;
    const [towards, aside] = [Math.SQRT2 * Math.cos(angle), Math.SQRT2 * Math.sin(angle)];
    for (const y of [HALF_HEIGHT - MIDDLE_HEIGHT, -HALF_HEIGHT - MIDDLE_HEIGHT]) {
      const up = y * sin - towards * cos;
      const depth = y * cos + towards * sin;
      distance = Math.max(
        distance,
        depth + Math.abs(up) / tanVertical,
        depth + Math.abs(aside) / tanHorizontal,
      );
    }
  }
  return distance;
}

const TAN = Math.tan((FIELD_OF_VIEW / 2) * (Math.PI / 180));

/** Angle from straight above in radians; there, "up" in the picture would be undefined. */
function polarAngle({ polar }: View): number {
  return Math.max(0.05, polar) * (Math.PI / 180);
}

/** From how far away a picture of the given size in pixels is seen. */
function viewDistance(view: View, { width, height }: Size): number {
  const free = (size: number, margin: number) => 1 - 2 * Math.min(MARGIN_SHARE, margin / size);
  const [vertical, horizontal] = [
    TAN * free(height, LABEL_MARGIN.along),
    TAN * (width / height) * free(width, LABEL_MARGIN.across),
  ];
  return fittingDistance(polarAngle(view), vertical, horizontal) / view.zoom;
}

/** How many pixels a length of 1 at the scene's middle has in a picture of the given size. */
export function viewScale(view: View, size: Size): number {
  return size.height / (2 * TAN * viewDistance(view, size));
}

/** Places the camera for a picture of the given size in pixels. */
export function applyView(camera: PerspectiveCamera, view: View, size: Size): void {
  const azimuth = view.azimuth * (Math.PI / 180);
  const polar = polarAngle(view);
  const distance = viewDistance(view, size);
  camera.fov = FIELD_OF_VIEW;
  camera.aspect = size.width / size.height;
  camera.near = Math.max(0.1, distance - 4);
  camera.far = distance + 6;
  camera.position.set(
    distance * Math.sin(polar) * Math.sin(azimuth),
    distance * Math.cos(polar) + MIDDLE_HEIGHT,
    distance * Math.sin(polar) * Math.cos(azimuth),
  );
  camera.lookAt(0, MIDDLE_HEIGHT, 0);
  camera.updateProjectionMatrix();
  camera.updateMatrixWorld();
}

/** Degrees brought into (-180, 180]. */
export function wrapDegrees(angle: number): number {
  const wrapped = ((angle % 360) + 360) % 360;
  return wrapped > 180 ? wrapped - 360 : wrapped;
}
