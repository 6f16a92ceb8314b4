/** The scene as a reader sees it, without drawing it. */
import { PerspectiveCamera, Vector3 } from 'three';
import type { Pixel } from '#scene/axes';
import type { ScenePoint } from '#scene/box';
import { applyView, type Size, type View } from '#scene/view';

/** Sizes of the picture on a phone, on a laptop, and beyond both. */
export const sizes: readonly Size[] = [
  { width: 320, height: 300 },
  { width: 390, height: 336 },
  { width: 720, height: 430 },
  { width: 1400, height: 600 },
  { width: 500, height: 900 },
];

/** A camera placed for a view. */
export function cameraFor(view: View, size: Size): PerspectiveCamera {
  const camera = new PerspectiveCamera();
  applyView(camera, view, size);
  return camera;
}

/** Projects places of the scene onto a picture of the given size. */
export function projectorOf(camera: PerspectiveCamera, { width, height }: Size) {
  return (point: ScenePoint): Pixel => {
    const { x, y } = new Vector3(...point).project(camera);
    return [((x + 1) / 2) * width, ((1 - y) / 2) * height];
  };
}

/** Whole numbers from one to another. */
export function steps(from: number, to: number, by: number): number[] {
  return Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, k) => from + k * by);
}
