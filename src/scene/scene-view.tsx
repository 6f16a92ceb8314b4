/** The camera of a scene, and the drawings over and under the canvas, brought up to date right before each frame. */
import { PerspectiveCamera } from '@react-three/drei';
import { useThree } from '@react-three/fiber';
import { type ComponentRef, useEffect, useRef, useState } from 'react';
import type { Project } from './axes';
import { useBeforeFrame } from './frames';
import { createPace, prepareQuality, useGestureFrames, type WatchedStore } from './quality';
import { drawnSize, type Layers, projection } from './stage';
import { applyView, type Size, type View } from './view';

/** Tells of changes; returns what ends that. */
interface Watched {
  subscribe(listener: () => void): () => void;
}

/** Asks for a frame after each change of a figure's values, and of data they are shown with, without React. */
export function useRedraw(store: WatchedStore, data?: Watched): void {
  const invalidate = useThree((state) => state.invalidate);
  useGestureFrames(store);
  useEffect(() => data?.subscribe(() => invalidate()), [data, invalidate]);
}

/** What the camera sees in a frame. */
export interface Sight {
  readonly project: Project;
  /** In pixels of the drawings. */
  readonly size: Size;
  readonly view: View;
  /** Whether what takes long to lay out, as text, is drawn in this frame. */
  readonly texts: boolean;
  /** The same for the axes, which follow the camera in each frame. */
  readonly axes: boolean;
}

interface SceneViewProps {
  readonly layers: Layers;
  /** From where the scene is seen in this frame. */
  readonly view: () => View;
  /** Draws over and under the canvas what the camera sees. */
  readonly draw: (sight: Sight) => void;
}

/** The camera. Put it after what it sees: the scene's parts are prepared in their order. */
export function SceneView({ layers, view, draw }: SceneViewProps) {
  const camera = useRef<ComponentRef<typeof PerspectiveCamera>>(null);
  const [pace] = useState(createPace);
  const seenFrom = useRef('');
  useBeforeFrame((state) => {
    if (!camera.current) return;
    prepareQuality(state);
    const seen = drawnSize(state.size, layers.unit);
    const from = view();
    applyView(camera.current, from, seen);
    const place = JSON.stringify([from, seen]);
    const texts = pace(state);
    const axes = texts || place !== seenFrom.current;
    seenFrom.current = place;
    draw({ project: projection(camera.current, seen, layers), size: seen, view: from, texts, axes });
  });
  return <PerspectiveCamera ref={camera} makeDefault manual />;
}
