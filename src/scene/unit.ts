/** How large the drawings over a scene are on the page; type, lines and the room between them grow together. */
import { createContext, useContext } from 'react';
import type { Camera } from 'three';
import type { Size } from './view';

/** The drawings under and over the canvas. */
export interface Layers {
  readonly behind: SVGSVGElement;
  readonly before: SVGSVGElement;
  /** Pixels of the page for each of the drawings; it may change with the size of the stage. */
  readonly unit: number;
  /** The least radius of a ball in pixels of the drawing: in a frame it must not get lost. */
  readonly leastBall: number;
}

/** The layers of the stage around a scene. */
export const LayersContext = createContext<Layers | undefined>(undefined);

/** How many pixels of the page a width in a scene's lines is, asked for before each frame. */
export function useUnit(): () => number {
  const layers = useContext(LayersContext);
  return () => layers?.unit ?? 1;
}

/** Tells a camera, and so what is drawn through it, how many pixels of the page one of the drawings is. */
export function setUnit(camera: Camera, unit: number): void {
  camera.userData.unit = unit;
}

/** Pixels of the page for each of the drawings over what a camera sees. */
export function unitOf(camera: Camera): number {
  const unit: unknown = camera.userData.unit;
  return typeof unit === 'number' ? unit : 1;
}

/** The size of a picture in pixels of its drawings: what cameras and layers are fitted to. */
export function drawnSize({ width, height }: Size, unit: number): Size {
  return { width: width / unit, height: height / unit };
}
