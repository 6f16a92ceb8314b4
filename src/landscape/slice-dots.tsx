/** Many small balls on a slice, drawn at once. */
import { useMemo, useRef } from 'react';
import { Color, type InstancedMesh, Matrix4 } from 'three';
import type { ScenePoint } from '#scene/box';
import { useBeforeFrame } from '#scene/frames';

/** A small ball. */
export interface Dot {
  readonly at: ScenePoint;
  /** A CSS colour. */
  readonly colour: string;
}

const RADIUS = 0.02;

interface SliceDotsProps {
  /** How many there are at most. */
  readonly most: number;
  /** Asked for before each frame: the same list as long as nothing has changed. */
  readonly dots: () => readonly Dot[];
}

/** The balls, in one draw call. */
export function SliceDots({ most, dots }: SliceDotsProps) {
  const mesh = useRef<InstancedMesh>(null);
  const shown = useRef<readonly Dot[]>(undefined);
  const [matrix, colour] = useMemo(() => [new Matrix4(), new Color()], []);
  useBeforeFrame(() => {
    const drawn = mesh.current;
    const now = dots();
    if (!drawn || now === shown.current) return;
    shown.current = now;
    drawn.count = now.length;
    for (const [k, { at, colour: name }] of now.entries()) {
      drawn.setMatrixAt(k, matrix.makeTranslation(at[0], at[1] + RADIUS, at[2]));
      drawn.setColorAt(k, colour.set(name));
    }
    drawn.instanceMatrix.needsUpdate = true;
    if (drawn.instanceColor) drawn.instanceColor.needsUpdate = true;
  });
  return (
    <instancedMesh key={most} ref={mesh} args={[undefined, undefined, most]} count={0} frustumCulled={false}>
      <sphereGeometry args={[RADIUS, 12, 8]} />
      <meshLambertMaterial />
    </instancedMesh>
  );
}
