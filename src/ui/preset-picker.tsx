/** Examples to start from, with what the chosen one teaches. */
import { useState } from 'react';
import { useStore } from 'zustand';
import type { FigureStore } from '#state/figure-store';
import type { Schema, Values } from '#state/schema';
import { isLocked, useFigureSettings, useShown } from './figure-context';
import { strings } from './strings';
import './preset-picker.css';

interface PresetPickerProps<S extends Schema> {
  readonly store: FigureStore<S>;
  readonly presets: readonly {
    readonly id: string;
    readonly title: string;
    readonly teaches: string;
    readonly values: Partial<Values<S>>;
  }[];
  /** What a preset sets, given all of its values. */
  readonly start: (values: Partial<Values<S>>) => Partial<Values<S>>;
  /** Whether the state still is what the preset teaches; its lesson stays as long. */
  readonly lasts: (values: Values<S>, preset: Partial<Values<S>>) => boolean;
}

/** A list of presets and the lesson of the chosen one. */
export function PresetPicker<S extends Schema>({ store, presets, start, lasts }: PresetPickerProps<S>) {
  const [chosen, setChosen] = useState<string>();
  const settings = useFigureSettings();
  const isShown = useShown('presets', 'full', strings.figure.parts.presets);
  const found = presets.find(({ id }) => id === chosen);
  const lasting = useStore(store.api, ({ values }) => found !== undefined && lasts(values, found.values));
  const preset = lasting ? found : undefined;
  const pick = (id: string) => {
    const picked = presets.find((candidate) => candidate.id === id);
    if (!picked) return;
    store.set(start(picked.values));
    setChosen(id);
  };
  if (!isShown) return null;
  return (
    <div className="presets">
      <label className="select">
        <span>{strings.figure.presets}</span>
        <select
          value={preset?.id ?? ''}
          disabled={isLocked(settings, store, 'presets')}
          data-param="preset"
          onChange={(event) => pick(event.target.value)}
        >
          <option value="" disabled>
            {strings.figure.presetPick}
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
