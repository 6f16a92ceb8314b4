/** Undo, presets, link and data: what every figure offers beside its own controls. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { encodeHash, encodeValues } from '#state/codec';
import type { FigureStore } from '#state/figure-store';
import { defaults } from '#state/schema';
import { downloadText, tablesToCsv } from '#ui/download';
import { pairFigure } from './definition';
import { pairData } from './describe';
import { type PairSchema, pairSchema } from './schema';
import { text } from './text';

/** The address of this page with the state of the figure in it. */
function linkTo(store: FigureStore<PairSchema>): string {
  const { origin, pathname, search } = window.location;
  return `${origin}${pathname}${search}${encodeHash(encodeValues(pairSchema, store.values()))}`;
}

/** A row of buttons. */
export function Toolbar({ store }: { readonly store: FigureStore<PairSchema> }) {
  const canUndo = useStore(store.api, (state) => state.canUndo);
  const canRedo = useStore(store.api, (state) => state.canRedo);
  const [said, setSaid] = useState('');

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(linkTo(store));
      setSaid(text.copied);
    } catch {
      setSaid(text.copyFailed);
    }
  };
  const save = (format: 'csv' | 'json') => {
    const values = store.values();
    const tables = pairData(values);
    if (format === 'csv') downloadText('pair.csv', 'text/csv', tablesToCsv(tables));
    else {
      const content = { figure: pairFigure.id, link: linkTo(store), values, tables };
      downloadText('pair.json', 'application/json', `${JSON.stringify(content, null, 1)}\n`);
    }
  };

  return (
    <div className="toolbar">
      <button type="button" data-action="undo" disabled={!canUndo} onClick={() => store.undo()}>
        {text.undo}
      </button>
      <button type="button" data-action="redo" disabled={!canRedo} onClick={() => store.redo()}>
        {text.redo}
      </button>
      <button type="button" data-action="reset" onClick={() => store.reset()}>
        {text.reset}
      </button>
      <span className="toolbar-gap" />
      <button type="button" data-action="copy-link" onClick={() => void copy()}>
        {text.copyLink}
      </button>
      <button type="button" data-action="data-csv" onClick={() => save('csv')}>
        {text.dataCsv}
      </button>
      <button type="button" data-action="data-json" onClick={() => save('json')}>
        {text.dataJson}
      </button>
      <span className="toolbar-said" role="status">
        {said}
      </span>
    </div>
  );
}

interface PresetsProps {
  readonly store: FigureStore<PairSchema>;
}

/** Examples to start from, with what the chosen one teaches. */
export function Presets({ store }: PresetsProps) {
  const [chosen, setChosen] = useState<string>();
  const commits = useStore(store.api, (state) => state.commits);
  const [since, setSince] = useState(0);
  const { presets } = pairFigure;
  const preset = since === commits ? presets.find(({ id }) => id === chosen) : undefined;

  const pick = (id: string) => {
    const found = presets.find((candidate) => candidate.id === id);
    if (!found) return;
    store.set({ ...defaults(pairSchema), cam: store.values().cam, ...found.values });
    setChosen(id);
    setSince(store.api.getState().commits);
  };
  return (
    <div className="presets">
      <label className="select">
        <span>{text.presets}</span>
        <select value={preset?.id ?? ''} data-param="preset" onChange={(event) => pick(event.target.value)}>
          <option value="" disabled>
            {text.presetPick}
          </option>
          {presets.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <p className="preset-teaches" role="status">
        {preset?.teaches}
      </p>
    </div>
  );
}
