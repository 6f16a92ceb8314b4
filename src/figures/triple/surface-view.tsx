/** The large view of the figure `triple`: the surface or a flat map, its legend, and what has to be said of it. */
import { useStore } from 'zustand';
import { FunctionMap } from '#pair/function-map';
import { SurfaceLegend } from '#pair/surface-legend';
import { SurfacePlace } from '#pair/surface-place';
import { AXES_LAYERS, Stage } from '#scene/stage';
import type { FigureStore } from '#state/figure-store';
import { readableText } from '#state/number-text';
import { useCamera } from '#ui/camera';
import { useShown } from '#ui/figure-context';
import { Readout, TextReadout } from '#ui/readout';
import { Formula } from '#ui/symbol';
import type { ThemeName } from '#ui/theme';
import { Indexed } from './indexed';
import { differenceMagnification, frameHeight, functionOf, isClipped, neuronsOf, sheetSize } from './model';
import type { TripleSchema, TripleValues } from './schema';
import { SurfaceScene } from './surface-scene';
import { text } from './text';
import { TINTS } from './tints';

interface SurfaceViewProps {
  readonly store: FigureStore<TripleSchema>;
  readonly theme: ThemeName;
  /** After each drawn frame. */
  readonly onFrame: () => void;
}

/** What is true of the picture and should be said beside it. */
function remark(values: TripleValues): string {
  const { show, eps, sheets, group } = values;
  if (show === 'difference')
    return eps === 0 ? '' : text.magnified(readableText(differenceMagnification(values)));
  if (show === 'sum' && sheets) {
    if (group === 'pairs') return text.pairsStay;
    const size = sheetSize(values);
    if (!Number.isFinite(size)) return text.sheetsAway;
    if (size > frameHeight(values)) return text.sheetsCut(readableText(size, 2));
  }
  return isClipped(values) ? text.clipped : '';
}

const shown = (values: TripleValues) => ({ of: functionOf(values), height: frameHeight(values) });

/** The surface. */
export function SurfaceView({ store, theme, onFrame }: SurfaceViewProps) {
  const camera = useCamera(store, 'cam');
  const axes = useShown('axes', 'view', text.parts.axes);
  const flat = <FunctionMap store={store} theme={theme} shown={shown} onDrawn={onFrame} />;
  return (
    <SurfacePlace
      live={
        <Stage
          camera={camera}
          without={axes ? [] : AXES_LAYERS}
          param="cam"
          words={text}
          flat={flat}
          scene={(layers) => <SurfaceScene store={store} theme={theme} layers={layers} onFrame={onFrame} />}
        />
      }
      flat={flat}
      noWebgl={text.noWebgl}
      parts={text.parts}
      legend={(sheets) => <Legend store={store} theme={theme} sheets={sheets} />}
      remark={<TextReadout store={store} name="remark" className="surface-remark" value={remark} />}
    />
  );
}

interface LegendProps extends Pick<SurfaceViewProps, 'store' | 'theme'> {
  /** Whether sheets can be drawn at all. */
  readonly sheets: boolean;
}

/** The scale of the colours, and which sheet is what. */
function Legend({ store, theme, sheets: drawn }: LegendProps) {
  const hasSheets = useStore(store.api, ({ values }) => drawn && values.sheets && values.show === 'sum');
  const title = useStore(store.api, ({ values }) => text.show[values.show]);
  const group = useStore(store.api, ({ values }) => values.group);
  const neurons = TINTS.map((tint, k) => ({
    key: tint,
    tint,
    name: (
      <Formula>
        <Indexed letter="a" index={k + 1} colour={tint} /> ={' '}
        <Readout
          store={store}
          name={`sheet-a${k + 1}`}
          value={(values) => neuronsOf(values)[k]?.a ?? Number.NaN}
        />
      </Formula>
    ),
  }));
  const pairs = [
    { key: 'first', tint: 'neuronI', name: text.pair.first },
    { key: 'second', tint: 'neuronJ', name: text.pair.second },
  ] as const;
  return (
    <SurfaceLegend
      store={store}
      theme={theme}
      height={frameHeight}
      title={title}
      parts={text.parts}
      hasSheets={hasSheets}
      sheets={group === 'triple' ? neurons : pairs}
    />
  );
}
