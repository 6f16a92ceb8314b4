/** Trains more networks: the button, how far it is, and what becomes of the reader's own runs. */
import { type ChangeEvent, useRef } from 'react';
import { useStore } from 'zustand';
import { recordLine } from '#math/census/record';
import { settingsProblem } from '#math/census/settings';
import type { FigureStore } from '#state/figure-store';
import { plainText } from '#state/number-text';
import { downloadText } from '#ui/download';
import { isLocked, useFigureSettings, useShown } from '#ui/figure-context';
import { type CensusSchema, settingsOf } from './schema';
import { type CensusSession, seedsLeft } from './session';
import { text } from './text';

interface TrainBarProps {
  readonly store: FigureStore<CensusSchema>;
  readonly session: CensusSession;
}

/** How far the order is, in words and for the bar. */
function useProgress(session: CensusSession) {
  const { order, running, rate, own, precomputed } = useStore(session.api);
  if (!order) return undefined;
  const total = order.to - order.from + 1;
  const left = seedsLeft(order, [...(precomputed ?? []), ...own]).length;
  const rest = running ? rate && left > 0 && text.left(plainText(Math.ceil(left / rate / 60))) : text.paused;
  return {
    total,
    done: total - left,
    words: [text.progress(total - left, total), rest].filter(Boolean).join(', '),
  };
}

/** The bar. */
export function TrainBar({ store, session }: TrainBarProps) {
  const settings = useFigureSettings();
  const isShown = useShown('train', 'min', text.parts.train);
  const values = useStore(store.api, (state) => state.values);
  const running = useStore(session.api, (state) => state.running);
  const notice = useStore(session.api, (state) => state.notice);
  const isLoaded = useStore(session.api, (state) => state.precomputed !== undefined);
  const progress = useProgress(session);
  if (!isShown) return null;
  const asked = settingsOf(values);
  const problem = settingsProblem(asked);
  const begin = () => {
    const { own, precomputed = [] } = session.api.getState();
    const known = [...precomputed, ...own];
    // Further seeds than those that are there already.
    let from = values.seed;
    const runs = () => ({ settings: asked, from, to: from + values.runs - 1 });
    while (seedsLeft(runs(), known).length === 0) from += values.runs;
    session.begin(runs());
  };
  return (
    <div className="census-train">
      {progress ? (
        <>
          <button
            type="button"
            className="button main-button"
            data-action={running ? 'pause' : 'resume'}
            onClick={running ? session.pause : session.resume}
          >
            {running ? text.pause : text.resume}
          </button>
          {!running && (
            <button type="button" className="button" data-action="stop" onClick={session.stop}>
              {text.stop}
            </button>
          )}
          <progress max={progress.total} value={progress.done} aria-label={progress.words} />
          <span data-readout="progress">{progress.words}</span>
        </>
      ) : (
        <button
          type="button"
          className="button main-button"
          data-action="train"
          disabled={problem !== undefined || !isLoaded || isLocked(settings, store, 'train')}
          onClick={begin}
        >
          {text.train(values.runs)}
        </button>
      )}
      <span className="census-notice" role="status" data-readout="notice">
        {problem ? text.notices.plane : notice}
      </span>
    </div>
  );
}

/** What can be done with the reader's own runs. */
export function OwnRuns({ session }: Pick<TrainBarProps, 'session'>) {
  const own = useStore(session.api, (state) => state.own);
  const input = useRef<HTMLInputElement>(null);
  const open = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    file?.text().then(session.add, () => session.api.setState({ notice: text.notices.file }));
  };
  const save = () =>
    downloadText('census.jsonl', 'application/jsonl', own.map((run) => `${recordLine(run)}\n`).join(''));
  return (
    <div className="census-own">
      <button
        type="button"
        className="button"
        data-action="save-runs"
        disabled={own.length === 0}
        onClick={save}
      >
        {text.save}
      </button>
      <button type="button" className="button" data-action="open-runs" onClick={() => input.current?.click()}>
        {text.openFile}
      </button>
      <input
        ref={input}
        type="file"
        accept=".jsonl,.json,.txt"
        hidden
        aria-label={text.openFile}
        onChange={open}
      />
      <button
        type="button"
        className="button"
        data-action="clear-runs"
        disabled={own.length === 0}
        onClick={session.clear}
      >
        {text.clear}
      </button>
    </div>
  );
}
