/** What of a landscape's slice is in the scene: its triangles, lines and marks. */
import { useMemo } from 'react';
import type { ScenePoint } from '#scene/box';
import { SurfaceLine } from '#scene/surface-line';
import type { Palette } from '#ui/theme';
import type { LandscapeData } from './landscape-data';
import type { SliceFrame } from './slice-frame';
import { finitePoint, finiteStem, infinityPoint, roadLine, saddleStretches } from './slice-lines';
import { descentMesh, planeMesh, type SliceMesh } from './slice-mesh';

/** The triangles of the slice, made anew when its data are; undefined while there is nothing to draw. */
export function useSliceMesh(frame: SliceFrame | undefined): SliceMesh | undefined {
  const { slice, axis, columns, plane, tears, whole } = frame ?? {};
  const [low, high] = [frame?.range.low, frame?.range.high];
  return useMemo(() => {
    if (!slice || !axis || !columns || low === undefined || high === undefined) return undefined;
    const range = { low, high };
    const mesh =
      slice === 'plane'
        ? plane && planeMesh(plane, axis, range)
        : descentMesh(columns, tears, axis, range, whole);
    return mesh && mesh.triangles.length > 0 ? mesh : undefined;
  }, [slice, axis, low, high, columns, plane, tears, whole]);
}

const PLATEAU_DASH = [0.06, 0.045] as const;
const BACK_DASH = [0.03, 0.03] as const;

interface SliceLinesProps {
  readonly frame: SliceFrame;
  readonly data: LandscapeData;
  readonly palette: Palette;
}

/** Saddle line, channel, road back, and the marks of the finite minimum and of the one at infinity. */
export function SliceLines({ frame, data, palette }: SliceLinesProps) {
  const stretches = useMemo(() => saddleStretches(frame, data), [frame, data]);
  return (
    <>
      {stretches.map(({ points, plateau }) => (
        <SurfaceLine
          key={String(plateau)}
          points={points}
          colour={palette.saddleLine}
          width={4.5}
          dash={plateau ? PLATEAU_DASH : undefined}
        />
      ))}
      {frame.slice === 'descent' &&
        (['plus', 'minus'] as const).map((side) => (
          <RoadLine key={side} frame={frame} data={data} palette={palette} side={side} />
        ))}
      <SurfaceLine
        points={useMemo(() => finiteStem(frame, data), [frame, data])}
        colour={palette.a}
        width={1.5}
        dash={BACK_DASH}
      />
      <Mark at={useMemo(() => finitePoint(frame, data), [frame, data])} colour={palette.a} />
    </>
  );
}

function RoadLine({ frame, data, palette, side }: SliceLinesProps & { readonly side: 'plus' | 'minus' }) {
  const road = data.roads[side];
  const channel = road?.verdict === 'minimum-at-infinity';
  const pieces = useMemo(() => roadLine(frame, side, road), [frame, road, side]);
  const end = useMemo(() => (channel ? infinityPoint(frame, road) : undefined), [frame, road, channel]);
  return (
    <>
      {pieces.map((points, k) => (
        <SurfaceLine
          // A piece is known by its order, so that its material stays: a new one may have to be compiled.
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces never change places
          key={`${k} ${channel}`}
          points={points}
          colour={channel ? palette.channel : palette.warn}
          width={channel ? 5.5 : 3}
          dash={channel ? undefined : BACK_DASH}
        />
      ))}
      <Mark at={end} colour={palette.channel} />
    </>
  );
}

const MARK_RADIUS = 0.032;

/** A minimum: a small octahedron standing on its point. */
function Mark({ at, colour }: { readonly at: ScenePoint | undefined; readonly colour: string }) {
  if (!at) return null;
  return (
    <mesh position={[at[0], at[1] + MARK_RADIUS, at[2]]}>
      <octahedronGeometry args={[MARK_RADIUS]} />
      <meshLambertMaterial color={colour} />
    </mesh>
  );
}
