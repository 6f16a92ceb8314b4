/** The figure `triple`: three neurons become a second derivative; or two pairs go to infinity together. */
import { useRef } from 'react';
import { useStore } from 'zustand';
import type { FigureProps } from '#figures/figure';
import { EpsilonBar } from '#pair/epsilon-bar';
import { EpsilonReadout } from '#pair/epsilon-readout';
import { ErrorView } from '#pair/error-view';
import type { FigureStore } from '#state/figure-store';
import { defaults } from '#state/schema';
import { Select, Switch } from '#ui/choice';
import { FigureShell, isLocked, Part, useFigureSettings, useShown } from '#ui/figure-context';
import { FigureDescription } from '#ui/figure-description';
import { useReady } from '#ui/figure-root';
import { FigureTitle } from '#ui/figure-title';
import { FigureToolbar } from '#ui/figure-toolbar';
import { PresetPicker } from '#ui/preset-picker';
import { Segments } from '#ui/segments';
import { describeTriple, tripleData } from './describe';
import { GrowthView } from './growth-view';
import { errorAt, errorCurve, shapeKey } from './model';
import {
  activationOptions,
  groupIds,
  presets,
  shownIds,
  type TripleSchema,
  type TripleValues,
  tripleSchema,
} from './schema';
import { SurfaceView } from './surface-view';
import { text } from './text';
import { TipsView } from './tips-view';
import { TripleFormula } from './triple-formula';
import { WeightSliders } from './weight-sliders';
import '#pair/figure-layout.css';
import './triple.css';

/** What the error plot shows. */
function errorsOf(values: TripleValues) {
  return { epsilon: values.eps, here: errorAt(values), curve: errorCurve(values), smooth: true };
}

/** The figure with all its views and controls. */
export default function TripleFigure({ store, theme, prefix }: FigureProps<TripleSchema>) {
  const root = useRef<HTMLElement>(null);
  const onFrame = useReady(root);
  return (
    <FigureShell id="triple" prefix={prefix} store={store} root={root}>
      <section
        className="pair triple"
        ref={root}
        data-figure="triple"
        data-ready="false"
        aria-label={text.title}
      >
        <FigureTitle title={text.title}>
          <EpsilonReadout store={store} />
        </FigureTitle>
        <div className="pair-top">
          <Choice store={store} param="group" ids={groupIds} />
          <Select store={store} param="act" label={text.act.label} options={activationOptions} />
          <PresetPicker
            store={store}
            presets={presets}
            start={(values) => ({ ...defaults(tripleSchema), cam: store.values().cam, ...values })}
            lasts={(values, preset) =>
              shapeKey(values) === shapeKey({ ...defaults(tripleSchema), ...preset })
            }
          />
        </div>
        <div className="pair-views">
          <SurfaceView store={store} theme={theme} onFrame={onFrame} />
          <div className="triple-side">
            <Part name="tips" label={text.parts.tips}>
              <TipsView store={store} />
            </Part>
            <Part name="growth" label={text.parts.growth}>
              <GrowthView store={store} />
            </Part>
          </div>
        </div>
        <EpsilonBar store={store} />
        <div className="pair-top triple-shown">
          <Choice store={store} param="show" ids={shownIds} />
          <Switch store={store} param="sheets" label={text.sheets.label} />
        </div>
        <Part name="formula" level="view" label={text.parts.formula}>
          <TripleFormula store={store} />
        </Part>
        <div className="pair-bottom">
          <div className="triple-left">
            <Part name="sliders" label={text.parts.sliders}>
              <WeightSliders store={store} />
            </Part>
            <Part name="constant" label={text.parts.constant}>
              <Constant store={store} />
            </Part>
          </div>
          <Part name="errors" label={text.error.title}>
            <ErrorView store={store} errors={errorsOf} words={text.error} />
          </Part>
        </div>
        <FigureToolbar store={store} name="triple" prefix={prefix} data={tripleData} />
        <FigureDescription store={store} words={() => describeTriple(store.values())} />
      </section>
    </FigureShell>
  );
}

/** What is to be said of the constant; pairs have none. */
function Constant({ store }: { readonly store: FigureStore<TripleSchema> }) {
  const isTriple = useStore(store.api, ({ values }) => values.group === 'triple');
  if (!isTriple) return null;
  return (
    <section className="panel triple-constant" aria-label={text.constant.title}>
      <header className="panel-header">
        <h3>{text.constant.title}</h3>
      </header>
      <p className="panel-note">{text.constant.note}</p>
    </section>
  );
}

interface ChoiceProps<P extends 'group' | 'show'> {
  readonly store: FigureStore<TripleSchema>;
  readonly param: P;
  readonly ids: readonly TripleValues[P][];
}

/** A choice of one side by side. */
function Choice<P extends 'group' | 'show'>({ store, param, ids }: ChoiceProps<P>) {
  const settings = useFigureSettings();
  const isShown = useShown(param, 'full');
  const chosen = useStore(store.api, ({ values }) => values[param]);
  if (!isShown) return null;
  const words: Readonly<Record<string, string>> = { ...text.group, ...text.show };
  return (
    <Segments
      legend={text[param].label}
      quiet
      options={ids.map((id) => ({ id, label: words[id] ?? id, param }))}
      chosen={chosen}
      disabled={isLocked(settings, store, param)}
      onChoose={(id) => store.set({ [param]: id })}
    />
  );
}
