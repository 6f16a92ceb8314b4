/**
 * A line of constant width on the screen. Its material lives as long as it does: one made anew with every change of
 * its points, as drei's is, has to be compiled anew, which takes a third of a second in software.
 */
import { useEffect, useMemo } from 'react';
import { Line2 } from 'three/addons/lines/Line2.js';
import { LineGeometry } from 'three/addons/lines/LineGeometry.js';
import { LineMaterial } from 'three/addons/lines/LineMaterial.js';
import type { ScenePoint } from './box';
import { SceneObject, useBeforeDraw } from './scene-object';
import { useUnit } from './unit';

interface SceneLineProps {
  readonly points: readonly ScenePoint[];
  /** A CSS colour. */
  readonly colour: string;
  /** In pixels of the drawings around it. */
  readonly width: number;
  /** Lengths of dashes and gaps in the scene; solid without. */
  readonly dash?: readonly [dash: number, gap: number] | undefined;
  /** Seen through everything. */
  readonly before?: boolean;
}

/** The line; nothing for fewer than two points. */
export function SceneLine({ points, colour, width, dash, before = false }: SceneLineProps) {
  const dashed = dash !== undefined;
  const line = useMemo(() => {
    const material = new LineMaterial({ dashed, depthTest: !before });
    const made = new Line2(new LineGeometry(), material);
    made.renderOrder = before ? 3 : 0;
    return made;
  }, [dashed, before]);
  useEffect(() => () => line.material.dispose(), [line]);
  const unit = useUnit();
  line.material.linewidth = width * unit();
  useBeforeDraw(() => {
    line.material.linewidth = width * unit();
  });
  const [dashSize = 1, gapSize = 1] = dash ?? [];
  line.material.color.set(colour);
  line.material.dashSize = dashSize;
  line.material.gapSize = gapSize;
  const geometry = useMemo(() => {
    if (points.length < 2) return undefined;
    const made = new LineGeometry();
    made.setPositions(points.flatMap((point) => [...point]));
    return made;
  }, [points]);
  useEffect(() => () => geometry?.dispose(), [geometry]);
  if (!geometry) return null;
  line.geometry = geometry;
  if (dashed) line.computeLineDistances();
  return <SceneObject object={line} />;
}
