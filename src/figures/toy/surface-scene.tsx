/** The scene of the surface: the landscape, its lines, the runs and the followed ball. */

import { useThree } from '@react-three/fiber';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { Mesh } from 'three';
import { useStore } from 'zustand';
import { LossSurface } from '#landscape/loss-surface';
import { type AxesDrawing, boxAxes, type Project } from '#scene/axes';
import type { ScenePoint } from '#scene/box';
import type { Pill } from '#scene/pills';
import { useRedraw } from '#scene/scene-view';
import { type Layers, viewOf } from '#scene/stage';
import { SurfaceLine } from '#scene/surface-line';
import type { View } from '#scene/view';
import type { FigureStore } from '#state/figure-store';
import { plainText } from '#state/number-text';
import { type Palette, palettes, type ThemeName } from '#ui/theme';
import { type ToyRunner, toyRunners } from '#workers/toy-messages';
import { ALPHA_TICKS, alphaPlace, GAMMA_RANGE, gammaPlace, gammaTicks, type ToyAxisKind } from './axis';
import { isOnPicture, type ToyField } from './field';
import { trackIndices } from './map-geometry';
import { stateOf, type ToyRuns } from './runs';
import type { ToySchema } from './schema';
import type { Session, ToySession } from './session';
import { EXTENT, surfacePoint, surfaceRange, toyMesh } from './surface-mesh';
import { text } from './text';

interface SurfaceSceneProps {
  readonly store: FigureStore<ToySchema>;
  readonly session: ToySession;
  readonly theme: ThemeName;
  readonly layers: Layers;
  /** The focusable mark of the start. */
  readonly mark: RefObject<HTMLElement | null>;
  /** Told the mesh that is drawn, for picking. */
  readonly surface: RefObject<Mesh | null>;
  readonly onFrame: () => void;
}

/** Points along a line on the surface, close enough to lie on it. */
function lineOn(
  field: ToyField,
  axis: ToyAxisKind,
  points: readonly (readonly [gamma: number, alpha: number])[],
): readonly ScenePoint[] {
  return points
    .filter(([gamma, alpha]) => isOnPicture(gamma, alpha))
    .map(([gamma, alpha]) => surfacePoint(field, axis, gamma, alpha));
}

const saddlePoints = Array.from(
  { length: 97 },
  (_, k) => [GAMMA_RANGE[0] * (GAMMA_RANGE[1] / GAMMA_RANGE[0]) ** (k / 96), 0] as const,
);

function axesOf(project: Project, view: View, axis: ToyAxisKind, field: ToyField | undefined): AxesDrawing {
  const gammas = gammaTicks(axis).map((gamma) => ({ at: gammaPlace(axis, gamma), text: plainText(gamma) }));
  const alphas = ALPHA_TICKS.map((alpha) => ({ at: alphaPlace(alpha), text: plainText(alpha) }));
  return boxAxes(project, EXTENT, view, {
    x1: { text: 'γ', ticks: gammas },
    x2: { text: 'α', ticks: alphas },
    value: { text: text.map.scale, ticks: field ? lossTicks(field) : [] },
  });
}

/** The names of the saddle line and of both channels, where each is seen well. */
function namesOf(
  project: Project,
  field: ToyField,
  axis: ToyAxisKind,
  channels: Session['channels'],
  palette: Palette,
): readonly Pill[] {
  const name = (gamma: number, alpha: number, label: string, colour: string): Pill => ({
    at: project(surfacePoint(field, axis, gamma, alpha, 0.1)),
    text: label,
    colour,
  });
  const ways = ([1, 2] as const).flatMap((which) => {
    const road = channels[which];
    const k = road ? road.gammas.findIndex((gamma) => gamma < 20) : -1;
    if (!road || k < 0) return [];
    const [gamma, alpha] = [road.gammas[k] as number, road.alphas[k] as number];
    return [name(gamma, alpha, text.map.channel(which), palette.channel)];
  });
  return [name(8, 0, text.map.saddle, palette.saddleLine), ...ways];
}

/** The scene; it draws one frame after each change. */
export function SurfaceScene({ store, session, theme, layers, mark, surface, onFrame }: SurfaceSceneProps) {
  const invalidate = useThree((state) => state.invalidate);
  const field = useStore(session.api, (state) => state.field);
  const channels = useStore(session.api, (state) => state.channels);
  const runs = useStore(session.api, (state) => state.runs);
  const axis = useStore(store.api, ({ values }) => values.axis);
  const palette = palettes[theme];
  const mesh = useMemo(() => field && toyMesh(field, axis), [field, axis]);
  useRedraw(store);
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again exactly when one of these is new
  useEffect(() => invalidate(), [mesh, channels, runs, palette, invalidate]);
  const moment = () => {
    const values = store.values();
    const followed = stateOf(runs, values.follow, values.time) ?? values;
    return {
      ball: field && surfacePoint(field, values.axis, followed.gamma, followed.alpha, 0),
      mark: field && surfacePoint(field, values.axis, values.gamma, values.alpha),
      axes: (project: Project, view: View) => axesOf(project, view, values.axis, field),
      names: (project: Project) => (field ? namesOf(project, field, values.axis, channels, palette) : []),
    };
  };
  return (
    <LossSurface
      layers={layers}
      palette={palette}
      mesh={mesh}
      surface={surface}
      mark={mark}
      view={() => viewOf(store.values().cam)}
      moment={moment}
      onFrame={onFrame}
    >
      {field && <SaddleLine field={field} axis={axis} palette={palette} />}
      {field &&
        ([1, 2] as const).map((which) => (
          <ChannelLine
            key={which}
            field={field}
            axis={axis}
            palette={palette}
            road={channels[which]}
            dashed={which === 1}
          />
        ))}
      {field &&
        toyRunners.map((runner) => (
          <Track
            key={runner}
            store={store}
            field={field}
            axis={axis}
            runs={runs}
            runner={runner}
            colour={trackColour(palette, runner)}
          />
        ))}
    </LossSurface>
  );
}

function lossTicks(field: ToyField) {
  const { low, high } = surfaceRange(field);
  return [0.02, 0.04, 0.06].flatMap((loss) => {
    const at = (2 * (loss - low)) / (high - low) - 1;
    return Math.abs(at) <= 1 ? [{ at, text: plainText(loss) }] : [];
  });
}

/** Colours of the runs; they differ in their marks and dashes as well. */
function trackColour(palette: Palette, runner: ToyRunner): string {
  if (runner === 'sgd') return palette.positive;
  return runner === 'adam' ? palette.negative : palette.epsilon;
}

interface LineProps {
  readonly field: ToyField;
  readonly axis: ToyAxisKind;
  readonly palette: Palette;
}

function SaddleLine({ field, axis, palette }: LineProps) {
  const points = useMemo(() => lineOn(field, axis, saddlePoints), [field, axis]);
  return <SurfaceLine points={points} colour={palette.saddleLine} width={4} />;
}

const DASH = [0.06, 0.04] as const;

interface ChannelLineProps extends LineProps {
  readonly road: { readonly gammas: Float64Array; readonly alphas: Float64Array } | undefined;
  readonly dashed: boolean;
}

function ChannelLine({ field, axis, palette, road, dashed }: ChannelLineProps) {
  const points = useMemo(
    () =>
      road
        ? lineOn(
            field,
            axis,
            Array.from(road.gammas, (gamma, k) => [gamma, road.alphas[k] as number] as const),
          )
        : [],
    [field, axis, road],
  );
  return <SurfaceLine points={points} colour={palette.channel} width={5} dash={dashed ? DASH : undefined} />;
}

interface TrackProps {
  readonly store: FigureStore<ToySchema>;
  readonly field: ToyField;
  readonly axis: ToyAxisKind;
  readonly runs: ToyRuns;
  readonly runner: ToyRunner;
  readonly colour: string;
}

const DATA_DASH = [0.025, 0.02] as const;

/** What a run has covered at the time of the replay, which is dragged: asked for before each frame. */
function Track({ store, field, axis, runs, runner, colour }: TrackProps) {
  const shown = useRef<{ what: readonly unknown[]; points: readonly ScenePoint[] }>(undefined);
  const points = () => {
    const { time } = store.values();
    const what = [field, axis, runs, runner, time];
    if (shown.current && what.every((one, k) => one === shown.current?.what[k])) return shown.current.points;
    const run = runs[runner];
    const ways = run ? trackIndices(runs, runner, time) : [];
    const places = ways.map((k) => [run?.gammas[k] as number, run?.alphas[k] as number] as const);
    shown.current = { what, points: lineOn(field, axis, places) };
    return shown.current.points;
  };
  return (
    <SurfaceLine
      points={points}
      colour={colour}
      width={2.5}
      dash={runner === 'data' ? DATA_DASH : undefined}
      before
    />
  );
}
