/** The large view of the figure `landscape`: the slice with its overlays and gestures. */

import { useRef, useState } from 'react';
import type { Mesh } from 'three';
import { useStore } from 'zustand';
import { BallHandle } from '#landscape/ball-handle';
import { gammaAt, gammaPlace } from '#landscape/gamma-axis';
import { LossLegend } from '#landscape/loss-legend';
import { pickOn } from '#landscape/loss-surface';
import type { Picked, PlaceAt } from '#landscape/slice-map';
import { ALPHA } from '#landscape/slice-mesh';
import { AXES_LAYERS, type Pointing, Stage } from '#scene/stage';
import type { FigureStore } from '#state/figure-store';
import { numberSeparator, plainText } from '#state/number-text';
import { isAtStart } from '#state/schema';
import { useCamera } from '#ui/camera';
import { isLocked, Part, useFigureSettings, useShown } from '#ui/figure-context';
import { arrowStep } from '#ui/gestures';
import type { ThemeName } from '#ui/theme';
import { FlatLandscape } from './flat-landscape';
import { LandscapeScene } from './landscape-scene';
import { LeftOut } from './left-out';
import { type LandscapeSchema, landscapeSchema } from './schema';
import type { LandscapeSession } from './session';
import { text } from './text';
import './landscape-view.css';

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
  const surface = useRef<Mesh>(null);
  const slice = useStore(store.api, ({ values }) => values.slice);
  const status = useStore(session.api, (state) => state.status);
  const message = useStore(session.api, (state) => state.message);
  const ball = useRef<HTMLDivElement>(null);
  const pick = useRef<PlaceAt>(() => undefined);
  const onPick = (now: PlaceAt) => {
    pick.current = now;
  };
  const camera = useCamera(store, 'cam');
  const settings = useFigureSettings();
  const axes = useShown('axes', 'view', text.parts.axes);
  const names = useShown('names', 'view', text.parts.names);
  // The ball can be put elsewhere and let go of; an author may fix either.
  const fixed = isLocked(settings, store, 'ball', ['gamma', 'along']);
  const held = isLocked(settings, store, 'drop', []);

  // Whether the picture would be the poster's, were it there already.
  const onPage = useFigureSettings().composition === 'page';
  const [waiting] = useState(() => onPage && session.api.getState().columns.length < 2);
  const atStart = useStore(store.api, ({ values }) => isAtStart(landscapeSchema, values));

  /** What puts the ball on a point of the surface. */
  const put = ({ gamma, across }: Picked) => ({
    gamma: Number(gamma.toPrecision(4)),
    along: Number((slice === 'plane' ? across / ALPHA : across).toFixed(3)),
  });
  const dropAt = (place: Picked) => {
    store.set(put(place));
    onDrop();
  };
  const onTap = (pointing: Pointing) => {
    const at = fixed || held ? undefined : pickOn(surface.current, pointing);
    if (at) dropAt({ gamma: at.x, across: at.y });
  };
  const onKey = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      if (!held) onDrop();
      return true;
    }
    const step = arrowStep(event, 2);
    if (!step || fixed) return false;
    const { gamma, along, axis } = store.values();
    const place = Math.min(1, Math.max(-1, gammaPlace(axis, gamma) + step[0]));
    store.set({ gamma: Math.min(landscapeSchema.gamma.max, gammaAt(axis, place)), along: along + step[1] });
    return true;
  };

  return (
    <div className="surface-view landscape-view">
      <Stage
        camera={camera}
        without={[...(axes ? [] : AXES_LAYERS), ...(names ? [] : ['pills'])]}
        param="cam"
        words={text}
        poster={waiting && atStart ? `landscape-${theme}` : undefined}
        flat={
          <FlatLandscape
            store={store}
            session={session}
            theme={theme}
            ballMark={ball}
            onTap={(place) => {
              if (!fixed && !held) dropAt(place);
            }}
            onPick={onPick}
            onFrame={onFrame}
          />
        }
        onTap={onTap}
        scene={(layers, onSurface) => (
          <LandscapeScene
            store={store}
            session={session}
            theme={theme}
            layers={layers}
            ballMark={ball}
            onSurface={onSurface}
            onFrame={onFrame}
            onPick={onPick}
            surface={surface}
          />
        )}
      >
        <BallHandle
          store={store}
          ref={ball}
          label={text.ball}
          locked={fixed}
          min={-1}
          max={1}
          reading={({ gamma, along }) => ({
            now: along,
            words: `γ = ${plainText(gamma)}${numberSeparator()}s = ${plainText(along)}`,
          })}
          onMove={(to) => {
            const place = pick.current(to);
            if (place) store.change(put(place));
          }}
          onEnd={() => {
            store.commit();
            if (!held) onDrop();
          }}
          onKey={onKey}
        />
        <p className="stage-status" role="status" data-readout="status" data-status={status}>
          {message}
        </p>
      </Stage>
      <LossLegend />
      <Part name="left-out" level="view" label={text.parts.leftOut}>
        <LeftOut store={store} session={session} />
      </Part>
      <Part name="remark" label={text.parts.remark}>
        <p className="surface-remark">{slice === 'plane' ? text.honest.plane : text.honest.descent}</p>
      </Part>
    </div>
  );
}
