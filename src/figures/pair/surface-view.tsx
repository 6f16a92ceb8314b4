/** The large view of the figure `pair`: WebGL with its overlays and gestures, or a flat map where there is none. */
import { useRef } from 'react';
import { SurfacePlace } from '#pair/surface-place';
import { AXES_LAYERS, type Pointing, Stage } from '#scene/stage';
import type { FigureStore } from '#state/figure-store';
import { readableText } from '#state/number-text';
import { useCamera } from '#ui/camera';
import { useShown } from '#ui/figure-context';
import { TextReadout } from '#ui/readout';
import type { ThemeName } from '#ui/theme';
import { FlatMap } from './flat-map';
import { Legend } from './legend';
import { differenceMagnification, frameHeight, isClipped, termRange } from './model';
import { pickPoint } from './pick';
import { Probe } from './probe';
import type { PairSchema, PairValues } from './schema';
import { boxOf, SurfaceScene } from './surface-scene';
import { text } from './text';
import './surface-overlay.css';

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
  return (
    <SurfacePlace
      live={<LiveSurface store={store} theme={theme} onFrame={onFrame} />}
      flat={<FlatMap store={store} theme={theme} onDrawn={onFrame} />}
      noWebgl={text.noWebgl}
      parts={text.parts}
      legend={(sheets) => <Legend store={store} theme={theme} sheets={sheets} />}
      remark={<TextReadout store={store} name="remark" className="surface-remark" value={remark} />}
    />
  );
}

function LiveSurface({ store, theme, onFrame }: SurfaceViewProps) {
  const probe = useRef<HTMLDivElement>(null);
  const camera = useCamera(store, 'cam');
  const axes = useShown('axes', 'view', text.parts.axes);
  const reads = useShown('at', 'view');
  const readAt = ({ camera: seen, ndc }: Pointing) => {
    const values = store.values();
    const at = pickPoint(seen, [ndc.x, ndc.y], values, boxOf(values));
    if (at) store.change({ at: at.map((entry) => Number(entry.toFixed(3))) });
  };
  return (
    <Stage
      camera={camera}
      without={axes ? [] : AXES_LAYERS}
      param="cam"
      words={text}
      flat={<FlatMap store={store} theme={theme} onDrawn={onFrame} />}
      scene={(layers) => (
        <SurfaceScene
          store={store}
          theme={theme}
          layers={layers}
          reads={reads}
          probe={probe}
          onFrame={onFrame}
        />
      )}
      onHover={(pointing) => {
        if (reads) readAt(pointing);
      }}
      onTap={(pointing) => {
        if (reads) readAt(pointing);
        store.commit();
      }}
    >
      {reads && <Probe ref={probe} store={store} />}
    </Stage>
  );
}
