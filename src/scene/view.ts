/** Where the reader looks from. */
import type { PerspectiveCamera } from 'three';

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
/** Radius about the middle that is fitted into the picture; corners (at 1.54) come nearer the edge but stay inside. */
const FITTED_RADIUS = 1.33;
const MIDDLE_HEIGHT = -0.14;
/** Pixels at the left and right that labels need. */
const LABEL_MARGIN = 46;

/** Places the camera for a picture of the given size in pixels. */
export function applyView(camera: PerspectiveCamera, view: View, size: Size): void {
  const aspect = size.width / size.height;
  const free = Math.max(0.5, 1 - (2 * LABEL_MARGIN) / size.width);
  const vertical = (FIELD_OF_VIEW / 2) * (Math.PI / 180);
  const horizontal = Math.atan(Math.tan(vertical) * aspect * free);
  const distance = FITTED_RADIUS / Math.sin(Math.min(vertical, horizontal)) / view.zoom;
  const azimuth = view.azimuth * (Math.PI / 180);
  // Straight above, "up" in the picture would be undefined.
  const polar = Math.max(0.05, view.polar) * (Math.PI / 180);
  camera.fov = FIELD_OF_VIEW;
  camera.aspect = aspect;
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
