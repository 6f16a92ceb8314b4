/** The large view of the figure `landscape`: the slice with its overlays and gestures. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Mesh, PerspectiveCamera, Raycaster, Vector2 } from 'three';
import { useStore } from 'zustand';
import { FigureCanvas, webglAvailable } from '#scene/figure-canvas';
import { listenOrbit } from '#scene/orbit';
import { applyView } from '#scene/view';
import type { FigureStore } from '#state/figure-store';
import { arrowStep } from '#ui/drag';
import { setAttributes, useLive } from '#ui/live';
import type { ThemeName } from '#ui/theme';
import { gammaAt, gammaPlace } from './gamma-axis';
import { type Overlay, viewOf } from './landscape-overlay';
import { LandscapeScene, lossColours } from './landscape-scene';
import { ALPHA, type LandscapeSchema, landscapeSchema } from './schema';
import type { LandscapeSession } from './session';
import { text } from './text';

interface LandscapeViewProps {
  readonly store: FigureStore<LandscapeSchema>;
  readonly session: LandscapeSession;
  readonly theme: ThemeName;
  readonly onFrame: () => void;
  /** Let the ball roll from where the values now put it. */
  readonly onDrop: () => void;
}

/** The surface with everything on it. */
export function LandscapeView({ store, session, theme, onFrame, onDrop }: LandscapeViewProps) {
  const [overlay, setOverlay] = useState<Overlay>();
  const [webgl] = useState(webglAvailable);
  const [lost, setLost] = useState(false);
  const [hint, setHint] = useState(false);
  const behind = useRef<SVGSVGElement>(null);
  const before = useRef<SVGSVGElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const mesh = useRef<Mesh>(undefined);
  const onMesh = useCallback((drawn: Mesh | undefined) => {
    mesh.current = drawn;
  }, []);
  const slice = useStore(store.api, ({ values }) => values.slice);
  const status = useStore(session.api, (state) => state.status);
  const message = useStore(session.api, (state) => state.message);
  const ball = useLive<HTMLDivElement, LandscapeSchema>(store, (element, { gamma, along }) => {
    setAttributes(element, { 'aria-valuetext': `γ = ${gamma}, ${along}`, 'aria-valuenow': String(along) });
  });

  useEffect(() => {
    if (behind.current && before.current && ball.current) {
      setOverlay({ behind: behind.current, before: before.current, ball: ball.current });
    }
  }, [ball]);
  useGestures(stage, mesh, store, setHint, onDrop);
  // Without WebGL the numbers, plots and controls still work: the figure is ready as it is.
  useEffect(() => {
    if (!webgl) onFrame();
  }, [webgl, onFrame]);

  const onKey = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onDrop();
      return;
    }
    const step = arrowStep(event, 2);
    if (!step) return;
    event.preventDefault();
    session.clear();
    const { gamma, along, axis } = store.values();
    const place = Math.min(1, Math.max(-1, gammaPlace(axis, gamma) + step[0]));
    store.set({ gamma: Math.min(landscapeSchema.gamma.max, gammaAt(axis, place)), along: along + step[1] });
  };

  return (
    <div className="surface-view landscape-view">
      <div className="surface-stage">
        <svg className="surface-overlay" ref={behind} aria-hidden="true" />
        {overlay && webgl && (
          <FigureCanvas onLost={() => setLost(true)} onRestored={() => setLost(false)}>
            <LandscapeScene
              store={store}
              session={session}
              theme={theme}
              overlay={overlay}
              onFrame={onFrame}
              onMesh={onMesh}
            />
          </FigureCanvas>
        )}
        <svg className="surface-overlay" ref={before} aria-hidden="true">
          <g data-part="pills" />
        </svg>
        {/* biome-ignore lint/a11y/useSemanticElements: no element is a camera; arrow keys turn it */}
        <div
          className="surface-gestures"
          ref={stage}
          role="group"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the arrow keys
          tabIndex={0}
          aria-label={text.camera}
          data-param="cam"
        />
        <div
          className="probe"
          ref={ball}
          role="slider"
          tabIndex={0}
          aria-label={text.ball}
          aria-valuenow={0}
          aria-valuemin={-1}
          aria-valuemax={1}
          data-param="ball"
          onKeyDown={onKey}
        />
        <p className="surface-hint" aria-hidden="true" data-visible={hint}>
          {text.gestureHint}
        </p>
        {(!webgl || lost) && (
          <p className="surface-message" role="status" data-message={lost ? 'context-lost' : 'no-webgl'}>
            {lost ? text.contextLost : text.noWebgl}
          </p>
        )}
        <p className="landscape-status" role="status" data-readout="status" data-status={status}>
          {message}
        </p>
      </div>
      <LossLegend />
      <p className="surface-remark">{slice === 'plane' ? text.honest.plane : text.honest.descent}</p>
    </div>
  );
}

function LossLegend() {
  const table = lossColours();
  const stops = Array.from({ length: 13 }, (_, k) => {
    const at = 4 * Math.round((255 * k) / 12);
    return `rgb(${table[at]},${table[at + 1]},${table[at + 2]})`;
  });
  return (
    <div className="legend">
      <div className="legend-scale">
        <span className="legend-title">{text.lossAxis}</span>
        <span className="legend-bar" style={{ background: `linear-gradient(to right,${stops.join(',')})` }} />
        <span className="legend-title">{text.lossScale}</span>
      </div>
      <ul className="line-legend">
        <li className="line-saddle">{text.saddleLine}</li>
        <li className="line-channel">{text.channel}</li>
        <li className="line-back">{text.roadBack}</li>
      </ul>
    </div>
  );
}

function useGestures(
  stage: { readonly current: HTMLDivElement | null },
  mesh: { readonly current: Mesh | undefined },
  store: FigureStore<LandscapeSchema>,
  setHint: (visible: boolean) => void,
  onDrop: () => void,
): void {
  const drop = useRef(onDrop);
  drop.current = onDrop;
  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    const camera = new PerspectiveCamera();
    let hintTimer: number | undefined;
    const stop = listenOrbit(element, {
      view: () => viewOf(store.values()),
      change: ({ azimuth, polar, zoom }) =>
        store.change({
          cam: [Number(azimuth.toFixed(1)), Number(polar.toFixed(1)), Number(zoom.toFixed(3))],
        }),
      commit: () => store.commit(),
      home: () => store.set({ cam: landscapeSchema.cam.default }),
      onPlainWheel: () => {
        setHint(true);
        window.clearTimeout(hintTimer);
        hintTimer = window.setTimeout(() => setHint(false), 1200);
      },
      onTap: (event) => {
        const rect = element.getBoundingClientRect();
        const values = store.values();
        applyView(camera, viewOf(values), rect);
        const pointer = new Vector2(
          ((event.clientX - rect.left) / rect.width) * 2 - 1,
          1 - ((event.clientY - rect.top) / rect.height) * 2,
        );
        const ray = new Raycaster();
        ray.setFromCamera(pointer, camera);
        const hit = mesh.current && ray.intersectObject(mesh.current, false)[0];
        if (!hit?.uv) return;
        const across = values.slice === 'plane' ? hit.uv.y / ALPHA : hit.uv.y;
        store.set({ gamma: Number(hit.uv.x.toPrecision(4)), along: Number(across.toFixed(3)) });
        drop.current();
      },
    });
    return () => {
      stop();
      window.clearTimeout(hintTimer);
    };
  }, [stage, mesh, store, setHint]);
}
