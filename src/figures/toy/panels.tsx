/** The functions, and the loss at infinity. */

import { useDrag } from '@use-gesture/react';
import { useMemo, useRef } from 'react';
import { drawingSize } from '#plot/drawing-size';
import type { LaidOut, PlotSpec } from '#plot/frame';
import { Legend } from '#plot/legend';
import { Plot } from '#plot/plot';
import type { FigureStore } from '#state/figure-store';
import { fixedText, plainText } from '#state/number-text';
import { Select } from '#ui/choice';
import { isLocked, Part, useFigureSettings } from '#ui/figure-context';
import { arrowStep, dragOptions } from '#ui/gestures';
import { setAttributes, useLive, writeNumber } from '#ui/live';
import { NumberControl } from '#ui/number-control';
import { useSource } from '#ui/source';
import { Sym } from '#ui/symbol';
import { handles } from './handles';
import { type ToySchema, toySchema } from './schema';
import type { Session, ToySession } from './session';
import { ballSpec, bothSource, learnSpec, limitAt, limitFunctionSpec, looks, lossSpec } from './sources';
import { text } from './text';
import type { IsShown } from './use-layout';
import './panels.css';

interface PanelProps {
  readonly store: FigureStore<ToySchema>;
  readonly session: ToySession;
  readonly isShown: IsShown;
}

const HEIGHT = 210;
const asIs = (spec: PlotSpec) => spec;
type Curve = keyof typeof looks;

/** Number of an element inside another. */
function writeIn(root: Element, name: string, value: number | undefined, digits: number): void {
  const element = root.querySelector<HTMLElement>(`[data-readout="${name}"]`);
  if (element && value !== undefined) writeNumber(element, value, digits);
}

/** The same with so many decimals, so that numbers below each other compare. */
function writeFixed(root: Element, name: string, value: number | undefined, decimals: number): void {
  const element = root.querySelector<HTMLElement>(`[data-readout="${name}"]`);
  if (!element || value === undefined) return;
  element.dataset.value = String(value);
  element.textContent = fixedText(value, decimals);
}

/** What can be learnt, and what the followed run computes. */
export function LearnPanel({ store, session, isShown }: PanelProps) {
  const sources = useMemo(
    () => ({ learn: bothSource(store, session, learnSpec), ball: bothSource(store, session, ballSpec) }),
    [store, session],
  );
  const limits = useMemo(() => bothSource(store, session, (state) => state.limits), [store, session]);
  const list = useSource<HTMLDivElement, NonNullable<Session['limits']>>(limits, (element, known) => {
    writeIn(element, 'saddle-loss', known?.saddle.loss, 4);
    writeIn(element, 'channel1-loss', known?.channel1.loss, 4);
    writeIn(element, 'channel2-loss', known?.channel2.loss, 3);
  });
  const item = (look: Curve, words: string, readout?: string) => ({
    key: look,
    line: looks[look],
    words: readout ? (
      <>
        {words}
        <span className="toy-key-loss">
          , {text.learn.loss} <span className="readout" data-readout={readout} />
        </span>
      </>
    ) : (
      words
    ),
  });
  return (
    <div className="toy-side">
      {isShown('learn') && (
        <Part name="learn" level="view" label={text.learn.title}>
          <section aria-label={text.learn.title}>
            <h3>{text.learn.title}</h3>
            <Plot source={sources.learn} spec={asIs} height={HEIGHT} label={text.learn.title} />
            <div ref={list}>
              <Legend
                entries={[
                  item('target', text.learn.target),
                  item('saddle', text.learn.saddle, 'saddle-loss'),
                  item('channel1', text.learn.channel1, 'channel1-loss'),
                  item('channel2', text.learn.channel2, 'channel2-loss'),
                ]}
              />
            </div>
          </section>
        </Part>
      )}
      {isShown('followed') && (
        <Part name="followed" level="view" label={text.ball.title}>
          <section aria-label={text.ball.title}>
            <h3>{text.ball.title}</h3>
            <Select
              store={store}
              param="follow"
              label={text.follow.label}
              options={toySchema.follow.options}
            />
            <Plot source={sources.ball} spec={asIs} height={HEIGHT} label={text.ball.title} />
            <Legend entries={[item('target', text.learn.target), item('ball', text.ball.now)]} />
          </section>
        </Part>
      )}
    </div>
  );
}

const ENDS = ['channel1', 'saddle', 'channel2'] as const;

/** The loss at infinity over w, and the limit network at the chosen w. */
export function LimitPanel({ store, session, isShown }: PanelProps) {
  const settings = useFigureSettings();
  const isWhole = settings.controls === 'full';
  const locked = isLocked(settings, store, 'w');
  const drawn = useRef<LaidOut>(undefined);
  const handle = useRef<HTMLDivElement>(null);
  const sources = useMemo(
    () => ({
      loss: bothSource(store, session, lossSpec),
      limit: bothSource(store, session, limitFunctionSpec),
      limits: bothSource(store, session, (state) => state.limits),
    }),
    [store, session],
  );
  const numbers = useSource<HTMLDivElement, NonNullable<Session['limits']>>(
    sources.limits,
    (element, known) => {
      for (const name of ENDS) {
        writeFixed(element, `${name}-w`, known?.[name].w, 6);
        writeFixed(element, `${name}-limit-loss`, known?.[name].loss, 7);
      }
      writeFixed(element, 'band-low', known?.band[0], 5);
      writeFixed(element, 'band-high', known?.band[1], 5);
    },
  );
  const here = useLive<HTMLDListElement, ToySchema>(store, (element, { w }) => {
    const point = limitAt(w);
    writeFixed(element, 'limit-loss', point.loss, 7);
    writeFixed(element, 'limit-c', point.c, 4);
    writeFixed(element, 'limit-a', point.a, 4);
    writeFixed(element, 'limit-h', point.h, 5);
    const verdict = element.parentElement?.querySelector('[data-readout="limit-verdict"]');
    if (verdict) verdict.textContent = point.h > 0 ? text.limit.stable : text.limit.unstable;
    if (handle.current) {
      setAttributes(handle.current, { 'aria-valuenow': String(w), 'aria-valuetext': `w = ${plainText(w)}` });
    }
  });
  useDrag(
    ({ xy, last }) => {
      if (last) return store.commit();
      const { current } = drawn;
      const element = handle.current;
      if (!current || !element || locked) return;
      const x = (xy[0] - element.getBoundingClientRect().left) / drawingSize(element).unit;
      store.change({ w: Number(current.x.valueAt(x).toFixed(3)) });
    },
    { target: handle, ...dragOptions },
  );
  const { min, max } = toySchema.w;
  return (
    <div className="toy-side">
      {isShown('limit') && (
        <Part name="limit" level="view" label={text.limit.title}>
          <section aria-label={text.limit.title}>
            <h3>{text.limit.title}</h3>
            <div className="toy-plot">
              <Plot
                source={sources.loss}
                spec={asIs}
                height={HEIGHT}
                label={text.limit.curve}
                frame={drawn}
              />
              <div
                ref={handle}
                className="toy-drag"
                role="slider"
                tabIndex={0}
                aria-label={text.limit.curve}
                aria-valuenow={0}
                aria-valuemin={min}
                aria-valuemax={max}
                aria-disabled={locked}
                data-param="w-plot"
                onKeyDown={(event) => {
                  const step = arrowStep(event, max - min);
                  if (!step || locked) return;
                  event.preventDefault();
                  store.set({ w: Number((store.values().w + step[0] + step[1]).toFixed(4)) });
                }}
              />
            </div>
            {isWhole && (
              <div className="toy-ends" ref={numbers}>
                <p className="toy-band-key">
                  {text.limit.band}: <span className="readout" data-readout="band-low" /> {'<'}{' '}
                  <Sym name="w" /> {'<'} <span className="readout" data-readout="band-high" />
                </p>
                {ENDS.map((name) => (
                  <button
                    key={name}
                    type="button"
                    className={`toy-end toy-end-${name}`}
                    data-action={`to-${name}`}
                    title={locked ? text.locked : text.limit.goTo(text.limit[name])}
                    disabled={locked}
                    onClick={() => {
                      const known = session.api.getState().limits;
                      if (known) store.set({ w: known[name].w });
                    }}
                  >
                    <span>{text.limit[name]}</span>
                    <span>
                      <Sym name="w" /> = <span className="readout" data-readout={`${name}-w`} />
                    </span>
                    <span>
                      {text.learn.loss} <span className="readout" data-readout={`${name}-limit-loss`} />
                    </span>
                  </button>
                ))}
              </div>
            )}
            <NumberControl store={store} handle={handles.w} words={text.w.words} colour="var(--w)">
              <Sym name="w" />
            </NumberControl>
          </section>
        </Part>
      )}
      {isShown('function') && (
        <Part name="function" level="view" label={text.limit.function}>
          <section aria-label={text.limit.function}>
            <h3>{text.limit.function}</h3>
            <Plot source={sources.limit} spec={asIs} height={HEIGHT} label={text.limit.function} />
            <Legend
              entries={[
                { key: 'target', line: looks.target, words: text.learn.target },
                { key: 'limit', line: looks.limit, words: text.limit.whole },
                { key: 'neuron', line: looks.neuron, words: text.limit.neuron },
                { key: 'gated', line: looks.gated, words: text.limit.gated },
              ]}
            />
            {isWhole && (
              <dl className="toy-numbers" ref={here}>
                {(
                  [
                    ['limit-loss', text.learn.loss],
                    ['limit-c', <Sym key="c" name="c" />],
                    ['limit-a', <Sym key="a" name="a" />],
                    [
                      'limit-h',
                      <span key="h" className="symbol">
                        h
                      </span>,
                    ],
                  ] as const
                ).map(([name, label]) => (
                  <div key={name}>
                    <dt>{label}</dt>
                    <dd className="readout" data-readout={name} />
                  </div>
                ))}
              </dl>
            )}
            {isWhole && <p className="toy-remark" data-readout="limit-verdict" />}
          </section>
        </Part>
      )}
    </div>
  );
}
