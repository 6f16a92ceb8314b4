/** The edge of stability: how far up the channel a step size gets. */

import { useMemo } from 'react';
import { useStore } from 'zustand';
import { stabilityLimit } from '#math/network/sharpness';
import type { PlotSpec } from '#plot/frame';
import { Legend } from '#plot/legend';
import { Plot } from '#plot/plot';
import type { FigureStore } from '#state/figure-store';
import { writeNumber } from '#ui/live';
import { NumberControl } from '#ui/number-control';
import { useSource } from '#ui/source';
import { Sym } from '#ui/symbol';
import { edgeSentence } from './describe';
import { handles } from './handles';
import { Name, writeSentence } from './names';
import type { ToySchema } from './schema';
import type { EdgeRun, ToySession } from './session';
import { bothSource, distanceSpec, sharpnessSpec, stallKey, stallsSpec } from './sources';
import { text } from './text';
import type { IsShown } from './use-layout';
import './panels.css';
import './edge-panel.css';

interface EdgePanelProps {
  readonly store: FigureStore<ToySchema>;
  readonly session: ToySession;
}

const HEIGHT = 240;
const asIs = (spec: PlotSpec) => spec;

function write(element: HTMLElement, edge: EdgeRun | undefined): void {
  const sentence = element.querySelector<HTMLElement>('[data-readout="edge-end"]');
  if (sentence) {
    const words = edgeSentence(edge);
    writeSentence(sentence, words);
    sentence.dataset.verdict = edge?.end?.kind ?? '';
  }
  const numbers = {
    'edge-difference': edge?.differences.at(-1),
    'edge-sharpness': edge?.sharpness.at(-1),
    'edge-gamma': edge?.gammas.at(-1),
    'edge-steps': edge?.steps.at(-1),
    'edge-limit': edge && stabilityLimit(edge.rate),
    'edge-predicted': edge?.end?.predicted,
  };
  for (const [name, value] of Object.entries(numbers)) {
    const target = element.querySelector<HTMLElement>(`[data-readout="${name}"]`);
    if (!target) continue;
    if (name === 'edge-steps' && value !== undefined) {
      target.dataset.value = String(value);
      target.textContent = text.edge.count(value);
    } else if (value !== undefined && Number.isFinite(value)) writeNumber(target, value, 4);
    else {
      target.textContent = '–';
      target.dataset.value = '';
      delete target.dataset.shown;
    }
  }
}

/** The plots of the edge of stability that stand beside a landscape, where these are what is set. */
export function EdgePictures({ store, session, isShown }: EdgePanelProps & { readonly isShown: IsShown }) {
  const sources = useMemo(
    () => ({
      sharpness: bothSource(store, session, sharpnessSpec),
      stalls: bothSource(store, session, stallsSpec),
    }),
    [store, session],
  );
  return (
    <div className="toy-side">
      {(['sharpness', 'stalls'] as const).map(
        (name) =>
          isShown(name) && (
            <section key={name} aria-label={text.edge[name]}>
              <h3>
                <Name wrap>{text.edge[name]}</Name>
              </h3>
              <Plot source={sources[name]} spec={asIs} height={HEIGHT} label={text.edge[name]} />
              {name === 'stalls' && <EdgeKey />}
              <EdgeStatus name={name} session={session} />
            </section>
          ),
      )}
    </div>
  );
}

/** Whether everything in a plot is there. */
function EdgeStatus({
  name,
  session,
}: Pick<EdgePanelProps, 'session'> & { readonly name: 'sharpness' | 'stalls' }) {
  const isThere = useStore(session.api, ({ edge, stalls }) =>
    name === 'sharpness' ? edge?.end !== undefined : stalls.isComplete,
  );
  return <span hidden data-status={isThere ? 'ready' : 'computing'} />;
}

function EdgeKey() {
  return (
    <Legend
      entries={[
        { key: 'predicted', line: stallKey.predicted, words: <Name>{text.edge.predicted}</Name> },
        { key: 'stalled', point: stallKey.stalled, words: text.edge.measured },
        { key: 'climbing', point: stallKey.climbing, words: text.edge.climbing },
      ]}
    />
  );
}

/** What came of the run, in a sentence. */
export function EdgeSentence({ store, session }: EdgePanelProps) {
  const source = useMemo(() => bothSource(store, session, (state) => state.edge), [store, session]);
  const ref = useSource<HTMLParagraphElement, EdgeRun>(source, (element, edge) =>
    writeSentence(element, edgeSentence(edge)),
  );
  return <p ref={ref} />;
}

/** The panel. */
export function EdgePanel({ store, session }: EdgePanelProps) {
  const sources = useMemo(
    () => ({
      sharpness: bothSource(store, session, sharpnessSpec),
      distance: bothSource(store, session, distanceSpec),
      stalls: bothSource(store, session, stallsSpec),
      edge: bothSource(store, session, (state) => state.edge),
    }),
    [store, session],
  );
  const root = useSource<HTMLElement, EdgeRun>(sources.edge, write);
  const number = (name: string, label: React.ReactNode) => (
    <div>
      <dt>{label}</dt>
      <dd className="readout" data-readout={name} />
    </div>
  );
  return (
    <section className="toy-edge" ref={root} aria-label={text.edge.title}>
      <header>
        <h3>{text.edge.title}</h3>
        <p className="toy-lead">
          <Name wrap>{text.edge.lead}</Name>
        </p>
      </header>
      <div className="toy-edge-control">
        <NumberControl store={store} handle={handles.eta} words={text.eta.words}>
          <Sym name="eta" />
        </NumberControl>
        <p className="toy-sentence" role="status" data-readout="edge-end" data-verdict="" />
      </div>
      <dl className="toy-numbers">
        {number('edge-steps', text.edge.steps)}
        {number('edge-difference', <Name>a_1 − a_2</Name>)}
        {number('edge-gamma', <Sym name="gamma" />)}
        {number('edge-sharpness', <Name>λ_max</Name>)}
        {number('edge-limit', text.edge.limit)}
        {number('edge-predicted', <Name>{text.edge.predictedAt}</Name>)}
      </dl>
      <div className="toy-edge-plots">
        <figure>
          <figcaption>
            <Name>{text.edge.sharpness}</Name>
          </figcaption>
          <Plot source={sources.sharpness} spec={asIs} height={HEIGHT} label={text.edge.sharpness} />
        </figure>
        <figure>
          <figcaption>{text.edge.distance}</figcaption>
          <Plot source={sources.distance} spec={asIs} height={HEIGHT} label={text.edge.distance} />
        </figure>
        <figure>
          <figcaption>{text.edge.stalls}</figcaption>
          <Plot source={sources.stalls} spec={asIs} height={HEIGHT} label={text.edge.stalls} />
        </figure>
      </div>
      <EdgeKey />
    </section>
  );
}
