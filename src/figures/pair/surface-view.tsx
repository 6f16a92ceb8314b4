/** The large view of the figure `pair`: WebGL with its overlays and gestures, or a flat map where there is none. */
import { useEffect, useRef, useState } from 'react';
import { PerspectiveCamera } from 'three';
import { FigureCanvas, webglAvailable } from '#scene/figure-canvas';
import { listenOrbit } from '#scene/orbit';
import { applyView } from '#scene/view';
import type { FigureStore } from '#state/figure-store';
import { readableText } from '#state/number-text';
import { TextReadout } from '#ui/readout';
import type { ThemeName } from '#ui/theme';
import { FlatMap } from './flat-map';
import { Legend } from './legend';
import { differenceMagnification, frameHeight, isClipped, termRange } from './model';
import { pickPoint } from './pick';
import { Probe } from './probe';
import { type PairSchema, type PairValues, pairSchema } from './schema';
import { type Overlay, viewOf } from './surface-overlay';
import { boxOf, SurfaceScene } from './surface-scene';
import { text } from './text';

interface SurfaceViewProps {
  readonly store: FigureStore<PairSchema>;
  readonly theme: ThemeName;
  /** After each drawn frame. */
  readonly onFrame: () => void;
}

/** What is true of the picture and should be said beside it. */
function remark(values: PairValues): string {
  const { show, eps } = values;
  if (show === 'difference')
    return eps === 0 ? '' : text.magnified(readableText(differenceMagnification(values)));
  const single = show === 'neuronI' || show === 'neuronJ';
  if (single || (show === 'sum' && values.sheets)) {
    if (eps === 0 && values.a !== 0) return text.sheetsAway;
    const size = Math.max(termRange(values, 'neuronI').size, termRange(values, 'neuronJ').size);
    if (size > frameHeight(values)) return text.sheetsCut(readableText(size, 2));
  }
  return isClipped(values) ? text.clipped : '';
}

/** The surface. */
export function SurfaceView({ store, theme, onFrame }: SurfaceViewProps) {
  const [webgl] = useState(webglAvailable);
  return (
    <div className="surface-view">
      {webgl ? (
        <LiveSurface store={store} theme={theme} onFrame={onFrame} />
      ) : (
        <>
          <p className="surface-message" data-message="no-webgl">
            {text.noWebgl}
          </p>
          <FlatMap store={store} theme={theme} onDrawn={onFrame} />
        </>
      )}
      <Legend store={store} theme={theme} sheets={webgl} />
      <TextReadout store={store} name="remark" className="surface-remark" value={remark} />
    </div>
  );
}

function LiveSurface({ store, theme, onFrame }: SurfaceViewProps) {
  const [overlay, setOverlay] = useState<Overlay>();
  const [lost, setLost] = useState(false);
  const [hint, setHint] = useState(false);
  const behind = useRef<SVGSVGElement>(null);
  const before = useRef<SVGSVGElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (behind.current && before.current && probe.current) {
      setOverlay({ behind: behind.current, before: before.current, probe: probe.current });
    }
  }, []);
  useSurfaceGestures(stage, store, setHint);

  return (
    <div className="surface-stage">
      <svg className="surface-overlay" ref={behind} aria-hidden="true" />
      {overlay && (
        <FigureCanvas onLost={() => setLost(true)} onRestored={() => setLost(false)}>
          <SurfaceScene store={store} theme={theme} overlay={overlay} onFrame={onFrame} />
        </FigureCanvas>
      )}
      <svg className="surface-overlay" ref={before} aria-hidden="true">
        <g data-part="stretch" />
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
      <Probe ref={probe} store={store} />
      <p className="surface-hint" aria-hidden="true" data-visible={hint}>
        {text.gestureHint}
      </p>
      {lost && (
        <p className="surface-message" role="status" data-message="context-lost">
          {text.contextLost}
        </p>
      )}
    </div>
  );
}

/** Turning, zooming and reading values with pointer and keys. */
function useSurfaceGestures(
  stage: { readonly current: HTMLDivElement | null },
  store: FigureStore<PairSchema>,
  setHint: (visible: boolean) => void,
): void {
  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    const camera = new PerspectiveCamera();
    let hintTimer: number | undefined;
    let frame = 0;

    const readAt = (event: { readonly clientX: number; readonly clientY: number }) => {
      const rect = element.getBoundingClientRect();
      const values = store.values();
      applyView(camera, viewOf(values), rect);
      const ndc = [
        ((event.clientX - rect.left) / rect.width) * 2 - 1,
        1 - ((event.clientY - rect.top) / rect.height) * 2,
      ] as const;
      const at = pickPoint(camera, ndc, values, boxOf(values));
      if (at) store.change({ at: at.map((entry) => Number(entry.toFixed(3))) });
    };
    const hover = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' || event.buttons !== 0 || frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        readAt(event);
      });
    };
    const stop = listenOrbit(element, {
      view: () => viewOf(store.values()),
      change: ({ azimuth, polar, zoom }) =>
        store.change({
          cam: [Number(azimuth.toFixed(1)), Number(polar.toFixed(1)), Number(zoom.toFixed(3))],
        }),
      commit: () => store.commit(),
      home: () => store.set({ cam: pairSchema.cam.default }),
      onPlainWheel: () => {
        setHint(true);
        window.clearTimeout(hintTimer);
        hintTimer = window.setTimeout(() => setHint(false), 1200);
      },
      onTap: (event) => {
        readAt(event);
        store.commit();
      },
    });
    element.addEventListener('pointermove', hover);
    return () => {
      stop();
      element.removeEventListener('pointermove', hover);
      window.clearTimeout(hintTimer);
      cancelAnimationFrame(frame);
    };
  }, [stage, store, setHint]);
}
