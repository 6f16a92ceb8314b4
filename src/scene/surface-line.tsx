/** Lines of constant width on the screen. */
import { Line } from '@react-three/drei';
import { type ComponentRef, useRef } from 'react';
import type { ScenePoint } from './box';
import { useBeforeFrame } from './frames';
import { useUnit } from './unit';

interface SurfaceLineProps {
  /** Or what is asked for them before each frame: the same list as long as the line is the same. */
  readonly points: readonly ScenePoint[] | (() => readonly ScenePoint[]);
  /** A CSS colour. */
  readonly colour: string;
  /** In pixels of the drawings around it. */
  readonly width: number;
  /** Lengths of dashes and gaps in the scene; solid without. */
  readonly dash?: readonly [dash: number, gap: number] | undefined;
  /** Seen through everything. */
  readonly before?: boolean;
}

/** Points that never change: drei's line frees its material with them, and a new one may have to be compiled. */
const PLACEHOLDER = [
  [0, 0, 0],
  [0, 0, 0],
] as const;

/** A line through points; nothing for fewer than two. */
export function SurfaceLine({ points, colour, width, dash, before = false }: SurfaceLineProps) {
  const line = useRef<ComponentRef<typeof Line>>(null);
  const shown = useRef<readonly ScenePoint[]>(undefined);
  const unit = useUnit();
  useBeforeFrame(() => {
    const drawn = line.current;
    if (!drawn) return;
    drawn.material.linewidth = width * unit();
    const now = typeof points === 'function' ? points() : points;
    if (now === shown.current) return;
    shown.current = now;
    drawn.visible = now.length > 1;
    if (!drawn.visible) return;
    // Frees the buffers of the points before; three makes new ones, as many as are needed now.
    drawn.geometry.dispose();
    drawn.geometry.setPositions(now.flat());
    drawn.computeLineDistances();
  });
  return (
    <Line
      ref={line}
      points={PLACEHOLDER}
      color={colour}
      lineWidth={width}
      dashed={dash !== undefined}
      dashSize={dash?.[0] ?? 1}
      gapSize={dash?.[1] ?? 1}
      depthTest={!before}
      renderOrder={before ? 3 : 0}
    />
  );
}
