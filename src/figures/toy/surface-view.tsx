/** The landscape as a surface that turns. */

import { useRef } from 'react';
import type { Mesh } from 'three';
import { pickOn } from '#landscape/loss-surface';
import { type Pointing, Stage } from '#scene/stage';
import type { FigureStore } from '#state/figure-store';
import { numberSeparator, readableText } from '#state/number-text';
import { useCamera } from '#ui/camera';
import { isLocked, useFigureSettings } from '#ui/figure-context';
import { setAttributes, useLive } from '#ui/live';
import type { Source } from '#ui/source';
import type { ThemeName } from '#ui/theme';
import { MapView, roundStart, steppedStart } from './map-view';
import type { ToySchema } from './schema';
import type { ToySession } from './session';
import type { ToyMoment } from './sources';
import { SurfaceScene } from './surface-scene';
import { text } from './text';

interface SurfaceViewProps {
  readonly store: FigureStore<ToySchema>;
  readonly session: ToySession;
  readonly source: Source<ToyMoment>;
  readonly theme: ThemeName;
  readonly onFrame: () => void;
  readonly onPlay: () => void;
}

/** The surface; the map where the browser has no WebGL. */
export default function SurfaceView({ store, session, source, theme, onFrame, onPlay }: SurfaceViewProps) {
  const surface = useRef<Mesh>(null);
  const mark = useLive<HTMLDivElement, ToySchema>(store, (element, { gamma, alpha }) => {
    setAttributes(element, {
      'aria-valuetext': `γ = ${readableText(gamma)}${numberSeparator()}α = ${readableText(alpha)}`,
      'aria-valuenow': String(alpha),
    });
  });
  const camera = useCamera(store, 'cam');
  const settings = useFigureSettings();
  const locked = isLocked(settings, store, 'start', ['gamma', 'alpha']);
  const onTap = (pointing: Pointing) => {
    const at = locked ? undefined : pickOn(surface.current, pointing);
    if (at) store.set({ ...roundStart({ gamma: at.x, alpha: at.y }), time: 1 });
  };
  const onKey = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return onPlay();
    }
    const stepped = steppedStart(event, store.values());
    if (!stepped || locked) return;
    event.preventDefault();
    store.set({ ...stepped, time: 1 });
  };
  return (
    <Stage
      camera={camera}
      param="cam"
      words={text}
      flat={<MapView store={store} source={source} onFrame={onFrame} onPlay={onPlay} />}
      onTap={onTap}
      scene={(layers) => (
        <SurfaceScene
          store={store}
          session={session}
          theme={theme}
          layers={layers}
          mark={mark}
          onFrame={onFrame}
          surface={surface}
        />
      )}
    >
      <div
        className="probe toy-surface-start"
        ref={mark}
        role="slider"
        tabIndex={0}
        aria-label={text.map.start}
        aria-disabled={locked}
        aria-valuenow={0}
        aria-valuemin={-1.5}
        aria-valuemax={3.95}
        data-param="start"
        onKeyDown={onKey}
      >
        <svg viewBox="0 0 22 22" overflow="visible" aria-hidden="true">
          <circle cx="11" cy="11" r="12" />
          <circle cx="11" cy="11" r="9.75" />
        </svg>
      </div>
    </Stage>
  );
}
