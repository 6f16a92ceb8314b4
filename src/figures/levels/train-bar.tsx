/** What the runs of a width come to, and the button that trains more of them. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { tableOf } from '#math/levels/precomputed';
import { isLocked, Part, useFigureSettings, useShown } from '#ui/figure-context';
import { useSource } from '#ui/source';
import { kindOf } from './chosen';
import { BATCH, trainedKey } from './session';
import { type Both, bothSource } from './sources';
import { text } from './text';
import { summaryWords } from './words';

/** The shares of the width that is looked at, in words. */
export function Summary({ store, session }: Both) {
  const source = useMemo(() => bothSource({ store, session }, summaryWords), [store, session]);
  const ref = useSource<HTMLParagraphElement, string>(source, (element, words = '') => {
    if (element.textContent !== words) element.textContent = words;
  });
  return (
    <Part name="summary" level="view" label={text.summary.title}>
      <p className="levels-sentence" ref={ref} data-readout="levels-summary" />
    </Part>
  );
}

/** Trains more networks of the width that is looked at. */
export function TrainBar({ store, session }: Both) {
  const settings = useFigureSettings();
  const isShown = useShown('train', 'min', text.train.button);
  const width = useStore(store.api, ({ values }) => values.width);
  const biases = useStore(store.api, ({ values }) => values.biases);
  const training = useStore(session.api, (state) => state.training);
  const kind = kindOf({ biases });
  const now = useStore(session.api, ({ trained }) => trained[trainedKey(kind, width)] ?? 0);
  const trouble = useStore(session.api, (state) => state.trouble);
  if (!isShown) return null;
  const before = tableOf(kind, width).ends.length;
  return (
    <div className="levels-train">
      <button
        type="button"
        className="button main-button"
        data-action={training ? 'stop-training' : 'train'}
        disabled={isLocked(settings, store, 'train', [])}
        onClick={() => (training ? session.stop() : session.train(kind, width))}
      >
        {training ? text.train.stop : text.train.start(BATCH, width)}
      </button>
      {training && <progress max={BATCH} value={training.done} aria-label={text.train.button} />}
      <span className="levels-quiet" role="status" data-readout="levels-trained" data-value={now}>
        {trouble || (training ? text.train.done(training.done, BATCH) : text.train.counted(before, now))}
      </span>
    </div>
  );
}
