/** The scene of the surface: the landscape, its lines, the runs and the followed ball. */

import { useEffect, useMemo, useRef } from 'react';
import { BufferAttribute, BufferGeometry, Mesh } from 'three';
import { useStore } from 'zustand';
import { lossColours } from '#landscape/loss-colours';
import { BallLight, placeBall, useBall } from '#landscape/slice-scene';
import { boxAxes } from '#scene/axes';
import { drawAxes, layerGroup } from '#scene/axes-layer';
import type { ScenePoint } from '#scene/box';
import { drawPills, type Pill } from '#scene/pills';
import { SceneLine } from '#scene/scene-line';
import { SceneObject, useBeforeDraw, useInvalidate } from '#scene/scene-object';
import { drawnSize, type Layers, placeElement, projection, viewOf } from '#scene/stage';
import { createSurfaceMaterial, disposeSurfaceMaterial } from '#scene/surface-material';
import { applyView } from '#scene/view';
import type { FigureStore } from '#state/figure-store';
import { plainText } from '#state/number-text';
import { type Palette, palettes, type ThemeName } from '#ui/theme';
import { type ToyRunner, toyRunners } from '#workers/toy-messages';
import { ALPHA_TICKS, alphaPlace, GAMMA_RANGE, gammaPlace, gammaTicks, type ToyAxisKind } from './axis';
import { isOnPicture, type ToyField } from './field';
import { trackIndices } from './map-geometry';
import { stateOf, type ToyRuns } from './runs';
import type { ToySchema } from './schema';
import type { ToySession } from './session';
import { EXTENT, surfacePoint, surfaceRange, toyMesh } from './surface-mesh';
import { text } from './text';

interface SurfaceSceneProps {
  readonly store: FigureStore<ToySchema>;
  readonly session: ToySession;
  readonly theme: ThemeName;
  readonly layers: Layers;
  /** The focusable mark of the start. */
  readonly mark: { readonly current: HTMLElement | null };
  readonly onFrame: () => void;
  readonly onMesh: (mesh: Mesh | undefined) => void;
}

function useToySurface(field: ToyField | undefined, axis: ToyAxisKind): Mesh | undefined {
  const material = useMemo(() => {
    const made = createSurfaceMaterial({
      table: lossColours(),
      edge: palettes.light.ink,
      gridStep: 0.25,
      gridStrength: 0.1,
      isoStep: 0.2,
    });
    made.polygonOffset = true;
    made.polygonOffsetFactor = 1;
    made.polygonOffsetUnits = 4;
    return made;
  }, []);
  useEffect(() => () => disposeSurfaceMaterial(material), [material]);
  const object = useMemo(() => {
    if (!field) return undefined;
    const mesh = toyMesh(field, axis);
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(mesh.positions, 3));
    geometry.setAttribute('value', new BufferAttribute(mesh.values, 1));
    geometry.setAttribute('point', new BufferAttribute(mesh.points, 2));
    // three.js interpolates `uv` when it picks: gamma and alpha.
    geometry.setAttribute('uv', new BufferAttribute(mesh.coordinates, 2));
    geometry.setIndex(new BufferAttribute(mesh.triangles, 1));
    geometry.computeVertexNormals();
    return new Mesh(geometry, material);
  }, [field, axis, material]);
  useEffect(() => () => object?.geometry.dispose(), [object]);
  return object;
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

/** The scene; it draws one frame after each change. */
export function SurfaceScene({ store, session, theme, layers, mark, onFrame, onMesh }: SurfaceSceneProps) {
  const invalidate = useInvalidate();
  const field = useStore(session.api, (state) => state.field);
  const channels = useStore(session.api, (state) => state.channels);
  const runs = useStore(session.api, (state) => state.runs);
  const axis = useStore(store.api, ({ values }) => values.axis);
  const time = useStore(store.api, ({ values }) => values.time);
  const palette = palettes[theme];
  const surface = useToySurface(field, axis);
  const ball = useBall(palette);
  const latest = useRef({ field, channels, runs });
  latest.current = { field, channels, runs };

  useEffect(
    () =>
      store.api.subscribe((now, before) => {
        if (now.values !== before.values) invalidate();
      }),
    [store, invalidate],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again exactly when one of these is new
  useEffect(() => invalidate(), [surface, channels, runs, time, palette, invalidate]);
  useEffect(() => onMesh(surface), [surface, onMesh]);

  useBeforeDraw(({ camera, size }) => {
    const values = store.values();
    const view = viewOf(values.cam);
    const { unit } = layers;
    const seen = drawnSize(size, unit);
    applyView(camera, view, seen);
    const { field: drawn, runs: known, channels: roads } = latest.current;
    const followed = stateOf(known, values.follow, values.time) ?? values;
    placeBall(ball, drawn && surfacePoint(drawn, values.axis, followed.gamma, followed.alpha, 0));
    const project = projection(camera, seen, layers);
    drawAxes(
      layers.behind,
      layers.before,
      boxAxes(project, EXTENT, view, {
        x1: {
          text: 'γ',
          ticks: gammaTicks(values.axis).map((gamma) => ({
            at: gammaPlace(values.axis, gamma),
            text: plainText(gamma),
          })),
        },
        x2: {
          text: 'α',
          ticks: ALPHA_TICKS.map((alpha) => ({
            at: alphaPlace(alpha),
            text: plainText(alpha),
          })),
        },
        value: { text: text.map.scale, ticks: drawn ? lossTicks(drawn) : [] },
      }),
    );
    const pills: Pill[] = [];
    if (drawn) {
      const name = (gamma: number, alpha: number, label: string, colour: string) =>
        pills.push({
          at: project(surfacePoint(drawn, values.axis, gamma, alpha, 0.1)),
          text: label,
          colour,
        });
      name(8, 0, text.map.saddle, palette.saddleLine);
      for (const which of [1, 2] as const) {
        const road = roads[which];
        const k = road ? road.gammas.findIndex((gamma) => gamma < 20) : -1;
        if (road && k >= 0) {
          name(road.gammas[k] as number, road.alphas[k] as number, text.map.channel(which), palette.channel);
        }
      }
    }
    drawPills(layerGroup(layers.before, 'pills'), pills);
    if (drawn && mark.current) {
      placeElement(mark.current, project(surfacePoint(drawn, values.axis, values.gamma, values.alpha)), unit);
    }
    onFrame();
  });

  return (
    <>
      <BallLight />
      {surface && <SceneObject object={surface} />}
      <SceneObject object={ball.sphere} />
      <SceneObject object={ball.shadow} />
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
            field={field}
            axis={axis}
            runs={runs}
            runner={runner}
            time={time}
            colour={trackColour(palette, runner)}
          />
        ))}
    </>
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
  return <SceneLine points={points} colour={palette.saddleLine} width={4} />;
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
  return <SceneLine points={points} colour={palette.channel} width={5} dash={dashed ? DASH : undefined} />;
}

interface TrackProps {
  readonly field: ToyField;
  readonly axis: ToyAxisKind;
  readonly runs: ToyRuns;
  readonly runner: ToyRunner;
  readonly time: number;
  readonly colour: string;
}

const DATA_DASH = [0.025, 0.02] as const;

function Track({ field, axis, runs, runner, time, colour }: TrackProps) {
  const points = useMemo(() => {
    const run = runs[runner];
    if (!run) return [];
    const indices = trackIndices(runs, runner, time);
    return lineOn(
      field,
      axis,
      indices.map((k) => [run.gammas[k] as number, run.alphas[k] as number] as const),
    );
  }, [field, axis, runs, runner, time]);
  return (
    <SceneLine
      points={points}
      colour={colour}
      width={2.5}
      dash={runner === 'data' ? DATA_DASH : undefined}
      before
    />
  );
}
