/** Work right before each frame of a scene. */
import { type RenderCallback, useFrame } from '@react-three/fiber';
import { useState } from 'react';

/**
 * Prepares each frame before it is drawn, children before their parents. An error reaches the figure's guard; R3F's own
 * `useFrame` would throw it in a loop that all scenes of the page share, in every frame anew.
 */
export function useBeforeFrame(prepare: RenderCallback): void {
  const [failure, setFailure] = useState<{ readonly error: unknown }>();
  if (failure) throw failure.error;
  useFrame((state, delta) => {
    try {
      prepare(state, delta);
    } catch (error) {
      setFailure({ error });
    }
  });
}
