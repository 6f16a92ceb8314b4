/** The figure `duo`: the pair and the landscape side by side, and one handle that moves both. */

import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { StoreApi } from 'zustand';
import { useStore } from 'zustand';
import type { FigureProps } from '#figures/figure';
import { type LandscapeData, openLandscape, paperSpec } from '#landscape/landscape-data';
import type { PairCoordinates } from '#math/pair/pair';
import { EpsilonBar } from '#pair/epsilon-bar';
import { EpsilonReadout } from '#pair/epsilon-readout';
import { PairFormula } from '#pair/pair-formula';
import { AXES_LAYERS, Stage } from '#scene/stage';
import type { FigureStore } from '#state/figure-store';
import { defaults, isAtStart } from '#state/schema';
import { useCamera } from '#ui/camera';
import { Switch } from '#ui/choice';
import { FigureShell, Part, useFigureSettings, useShown } from '#ui/figure-context';
import { FigureDescription } from '#ui/figure-description';
import { useReady } from '#ui/figure-root';
import { FigureTitle } from '#ui/figure-title';
import { FigureToolbar } from '#ui/figure-toolbar';
import { writeNumber } from '#ui/live';
import { PresetPicker } from '#ui/preset-picker';
import { type Source, sourceFrom, useSource } from '#ui/source';
import { Formula, Sym } from '#ui/symbol';
import type { FloorPixel } from './channel';
import { ChannelScene, type ChannelSceneProps } from './channel-scene';
import { describeDuo, duoData } from './describe';
import { DuoBall } from './duo-ball';
import { FlatChannel } from './flat-channel';
import { FlatPair } from './flat-pair';
import { type FloorPoint, floorAt } from './floor';
import { PairScene } from './pair-scene';
import { type DuoSchema, duoSchema, presets } from './schema';
import { text } from './text';
import './duo.css';

/** The paper's network; shared with every figure that looks at it. */
function useLandscape(): StoreApi<LandscapeData> | undefined {
  const [api, setApi] = useState<StoreApi<LandscapeData>>();
  // Before it is painted: nothing moves when the pictures get their room.
  useLayoutEffect(() => {
    const landscape = openLandscape(paperSpec());
    setApi(landscape.api);
    return landscape.close;
  }, []);
  return api;
}

/** Whether these values are those with which the figure starts: what the posters show. */
function useAtStart(store: FigureStore<DuoSchema>, keys: readonly (keyof DuoSchema)[]): boolean {
  return useStore(store.api, ({ values }) => isAtStart(duoSchema, values, keys));
}

/** The figure with both views and its controls. */
export default function DuoFigure({ store, theme, prefix }: FigureProps<DuoSchema>) {
  const root = useRef<HTMLElement>(null);
  const onFrame = useReady(root);
  const landscape = useLandscape();
  const [isTouched, setTouched] = useState(false);
  const onTouch = () => setTouched(true);
  const { composition, controls } = useFigureSettings();
  // In the text it opens without words that nobody has explained yet.
  const isQuiet = composition === 'page' && controls !== 'full' && !isTouched;
  return (
    <FigureShell id="duo" prefix={prefix} store={store} root={root}>
      <section
        className="duo"
        ref={root}
        data-figure="duo"
        data-ready="false"
        aria-label={text.title}
        onPointerDownCapture={onTouch}
        onFocusCapture={onTouch}
      >
        <FigureTitle title={text.title} quiet>
          <EpsilonReadout store={store} />
        </FigureTitle>
        {landscape && <Views {...{ store, landscape, theme, onFrame, isQuiet }} />}
        <EpsilonBar store={store} />
        {landscape && <Numbers store={store} landscape={landscape} />}
        <div className="duo-extras">
          <PresetPicker
            store={store}
            presets={presets}
            start={(values) => ({
              ...defaults(duoSchema),
              cam: store.values().cam,
              view: store.values().view,
              ...values,
            })}
            lasts={(values, preset) => values.eps === (preset.eps ?? duoSchema.eps.default)}
          />
          <Switch store={store} param="sheets" label={text.sheets.label} />
        </div>
        <FigureToolbar
          store={store}
          name="duo"
          prefix={prefix}
          data={() => (landscape ? duoData(landscape.getState()) : [])}
        />
      </section>
    </FigureShell>
  );
}

interface PartProps {
  readonly store: FigureStore<DuoSchema>;
  readonly landscape: StoreApi<LandscapeData>;
}

function Views({
  store,
  landscape,
  theme,
  onFrame,
  isQuiet,
}: PartProps &
  Pick<FigureProps<DuoSchema>, 'theme'> &
  Pick<ChannelSceneProps, 'isQuiet'> & { readonly onFrame: () => void }) {
  const ball = useRef<HTMLDivElement>(null);
  const floor = useRef<() => readonly FloorPixel[]>(() => []);
  const onFloor = (find: () => readonly FloorPixel[]) => {
    floor.current = find;
  };
  // What is there already needs no poster.
  const onPage = useFigureSettings().composition === 'page';
  // Frames of other pages should be light, and a picture must not be of a poster.
  const [waiting] = useState(() => onPage && landscape.getState().columns.length < 2);
  const status = useStore(landscape, (state) => state.status);
  const message = useStore(landscape, (state) => state.message);
  const headings = useShown('headings', 'view', text.parts.headings);
  const shown = {
    pair: useShown('pair', 'view', text.parts.pair),
    landscape: useShown('landscape', 'view', text.parts.landscape),
  };
  const axes = useShown('axes', 'view', text.parts.axes);
  const names = useShown('names', 'view', text.parts.names);
  const without = [...(axes ? [] : AXES_LAYERS), ...(names ? [] : ['pills'])];
  const heading = ({ title, teaches }: { readonly title: string; readonly teaches: string }) => (
    <h3 className={headings ? 'duo-title' : 'visually-hidden'}>
      {title} <span>{teaches}</span>
    </h3>
  );
  return (
    <div className="duo-views" data-pair={shown.pair} data-landscape={shown.landscape}>
      <div className="duo-view duo-pair">
        {heading(text.pair)}
        <Stage
          camera={useCamera(store, 'cam')}
          without={without}
          param="cam"
          words={{ ...text, ...text.pair }}
          poster={useAtStart(store, ['eps', 'sheets', 'cam']) && waiting ? `duo-pair-${theme}` : undefined}
          flat={<FlatPair store={store} landscape={landscape} theme={theme} onFrame={onFrame} />}
          scene={(layers, onSurface) => (
            <PairScene
              store={store}
              landscape={landscape}
              theme={theme}
              layers={layers}
              onSurface={onSurface}
              onFrame={onFrame}
            />
          )}
        />
      </div>
      <div className="duo-view duo-landscape">
        {heading(text.landscape)}
        <Stage
          camera={useCamera(store, 'view')}
          without={without}
          param="view"
          words={{ ...text, ...text.landscape }}
          poster={useAtStart(store, ['eps', 'view']) && waiting ? `duo-landscape-${theme}` : undefined}
          flat={
            <FlatChannel
              store={store}
              landscape={landscape}
              theme={theme}
              ballMark={ball}
              onFloor={onFloor}
              onFrame={onFrame}
            />
          }
          scene={(layers, onSurface) => (
            <ChannelScene
              store={store}
              landscape={landscape}
              theme={theme}
              layers={layers}
              isQuiet={isQuiet}
              ballMark={ball}
              onFloor={onFloor}
              onSurface={onSurface}
              onFrame={onFrame}
            />
          )}
        >
          <DuoBall store={store} ref={ball} floor={floor} />
          <p className="stage-status" role="status" data-readout="status" data-status={status}>
            {message}
          </p>
        </Stage>
      </div>
    </div>
  );
}

/** The numbers of the floor at the handle's epsilon: read-outs, the formula, and everything in words. */
function Numbers({ store, landscape }: PartProps) {
  const source = useMemo<Source<FloorPoint>>(
    () => sourceFrom([store.api, landscape], () => floorAt(landscape.getState(), store.values().eps)),
    [store, landscape],
  );
  const coordinates = useMemo<Source<PairCoordinates>>(
    () => ({ get: () => source.get()?.coordinates, subscribe: (listener) => source.subscribe(listener) }),
    [source],
  );
  const readouts = useSource<HTMLDListElement, FloorPoint>(source, (element, point) => {
    const numbers = { gap: point?.gap, gamma: point?.gamma, loss: point?.loss, above: point?.above };
    for (const [name, value] of Object.entries(numbers)) {
      const target = element.querySelector<HTMLElement>(`[data-readout="duo-${name}"]`);
      if (target && value !== undefined) writeNumber(target, value, name === 'loss' ? 4 : 3);
    }
  });
  const row = (name: string, label: React.ReactNode) => (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className="readout" data-readout={`duo-${name}`}>
          –
        </span>
      </dd>
    </div>
  );
  return (
    <>
      <Part name="numbers" level="view" label={text.parts.numbers}>
        <dl className="duo-numbers" ref={readouts}>
          {row(
            'gap',
            <Formula>
              <Sym name="ai" /> − <Sym name="aj" />
            </Formula>,
          )}
          {row('gamma', <Sym name="gamma" />)}
          {row('loss', text.loss)}
          {row('above', text.above)}
        </dl>
      </Part>
      <Part name="formula" level="view" label={text.parts.formula}>
        <PairFormula source={coordinates} />
      </Part>
      <FigureDescription
        store={store}
        words={() => describeDuo(store.values(), landscape.getState())}
        watched={[landscape]}
      />
    </>
  );
}
