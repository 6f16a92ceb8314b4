/** The camera of a scene, and the drawings over and under the canvas, brought up to date right before each frame. */
import { PerspectiveCamera } from '@react-three/drei';
import { useThree } from '@react-three/fiber';
import { type ComponentRef, useEffect, useRef } from 'react';
import type { Project } from './axes';
import { useBeforeFrame } from './frames';
import { drawnSize, type Layers, projection } from './stage';
import { applyView, type Size, type View } from './view';

/** Tells of changes; returns what ends that. */
interface Watched {
  subscribe(listener: () => void): () => void;
}

/** What of a figure's store is needed: its values, and whether they changed. */
interface WatchedStore {
  readonly api: {
    subscribe(
      listener: (state: { readonly values: unknown }, before: { readonly values: unknown }) => void,
    ): () => void;
  };
}

/** Asks for a frame after each change of a figure's values, and of data they are shown with, without React. */
export function useRedraw({ api }: WatchedStore, data?: Watched): void {
  const invalidate = useThree((state) => state.invalidate);
  useEffect(
    () =>
      api.subscribe((state, before) => {
        // A commit alone changes nothing to see.
        if (state.values !== before.values) invalidate();
      }),
    [api, invalidate],
  );
  useEffect(() => data?.subscribe(() => invalidate()), [data, invalidate]);
}

interface SceneViewProps {
  readonly layers: Layers;
  /** From where the scene is seen in this frame. */
  readonly view: () => View;
  /** Draws over and under the canvas what the camera sees at a size in pixels of the drawings. */
  readonly draw: (project: Project, size: Size, view: View) => void;
}

/** The camera. Put it after what it sees: the scene's parts are prepared in their order. */
export function SceneView({ layers, view, draw }: SceneViewProps) {
  const camera = useRef<ComponentRef<typeof PerspectiveCamera>>(null);
  useBeforeFrame(({ size }) => {
    if (!camera.current) return;
    const seen = drawnSize(size, layers.unit);
    const from = view();
    applyView(camera.current, from, seen);
    draw(projection(camera.current, seen, layers), seen, from);
  });
  return <PerspectiveCamera ref={camera} makeDefault manual />;
}
