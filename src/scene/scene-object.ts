/** A scene from React: what is in it, what prepares its frames, and how to ask for one. */
import { createContext, useContext, useLayoutEffect, useRef } from 'react';
import type { Object3D } from 'three';
import type { ScenePoint } from './box';
import type { FrameListener, SceneHost } from './scene-host';

/** What draws the scene around a component. */
export const SceneHostContext = createContext<SceneHost | undefined>(undefined);

function useSceneHost(): SceneHost {
  const host = useContext(SceneHostContext);
  if (!host) throw new Error('A part of a scene is outside of one: put it inside a FigureCanvas.');
  return host;
}

/** What asks for a frame of the scene around; it stays the same function. */
export function useInvalidate(): () => void {
  return useSceneHost().invalidate;
}

/** Prepares each frame before it is drawn; children before their parents. */
export function useBeforeDraw(prepare: FrameListener): void {
  const host = useSceneHost();
  const latest = useRef(prepare);
  useLayoutEffect(() => {
    latest.current = prepare;
  });
  useLayoutEffect(() => host.onFrame((frame) => latest.current(frame)), [host]);
}

interface SceneObjectProps {
  /** It stays its owner's, who also frees it. */
  readonly object: Object3D;
  /** Where to put it; it stays where it is without. */
  readonly at?: ScenePoint;
}

/** Puts an object of three into the scene around as long as this is mounted. */
export function SceneObject({ object, at }: SceneObjectProps): null {
  const host = useSceneHost();
  useLayoutEffect(() => host.add(object), [host, object]);
  const [x, y, z] = at ?? [];
  useLayoutEffect(() => {
    if (x === undefined || y === undefined || z === undefined) return;
    object.position.set(x, y, z);
    host.invalidate();
  }, [host, object, x, y, z]);
  return null;
}
