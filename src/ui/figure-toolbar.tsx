/** What every figure offers beside its own controls: undo, reset, its link and its data. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { encodeHash, encodeValues } from '#state/codec';
import type { FigureStore } from '#state/figure-store';
import type { Schema, Values } from '#state/schema';
import type { DataTable } from '#state/table';
import { dataJson, downloadText, tablesToCsv } from './download';
import { useFigureSettings, useOffer, usePort, useShown } from './figure-context';
import { strings } from './strings';
import './figure-toolbar.css';

interface FigureToolbarProps<S extends Schema> {
  readonly store: FigureStore<S>;
  /** The figure's id: the name of its files. */
  readonly name: string;
  /** Before each of its keys in a link to this page. */
  readonly prefix: string;
  /** The numbers behind what is shown. */
  readonly data: (values: Values<S>) => readonly DataTable[];
}

/** A row of buttons. */
export function FigureToolbar<S extends Schema>({ store, name, prefix, data }: FigureToolbarProps<S>) {
  const text = strings.figure;
  const canUndo = useStore(store.api, (state) => state.canUndo);
  const canRedo = useStore(store.api, (state) => state.canRedo);
  const [said, setSaid] = useState('');
  const port = usePort();
  const { tools } = useFigureSettings();
  useOffer({ data: () => data(store.values()) });
  const isShown = useShown('toolbar', 'full', strings.figure.parts.toolbar);
  if (!isShown) return null;

  /** The address of this page with the state of the figure in it. */
  const link = () => {
    const { origin, pathname, search } = window.location;
    return `${origin}${pathname}${search}${encodeHash(encodeValues(store.schema, store.values(), prefix, store.start))}`;
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link());
      setSaid(text.copied);
    } catch {
      setSaid(text.copyFailed);
    }
  };
  const save = (format: 'csv' | 'json') => {
    const values = store.values();
    const tables = data(values);
    if (format === 'csv') downloadText(`${name}.csv`, 'text/csv', tablesToCsv(tables));
    else {
      const json = dataJson({ figure: name, link: link(), values, tables });
      downloadText(`${name}.json`, 'application/json', json);
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
      {port && tools?.share && (
        <button type="button" data-action="share" onClick={() => tools.share?.(port)}>
          {text.share}
        </button>
      )}
      {port && tools?.export && (
        <button type="button" data-action="export" onClick={() => tools.export?.(port)}>
          {text.export}
        </button>
      )}
      <span className="toolbar-said" role="status">
        {said}
      </span>
    </div>
  );
}
