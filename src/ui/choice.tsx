/** Choices and switches that follow the store. */
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { FigureStore } from '#state/figure-store';
import type { Schema, Values } from '#state/schema';
import { isLocked, type Level, useFigureSettings, useShown } from './figure-context';
import './choice.css';

interface SelectProps<S extends Schema> {
  readonly store: FigureStore<S>;
  readonly param: keyof S & string;
  readonly label: ReactNode;
  /** Only these options, in this order. */
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly level?: Level;
}

/** A drop-down list for a choice parameter. */
export function Select<S extends Schema>({ store, param, label, options, level = 'full' }: SelectProps<S>) {
  const settings = useFigureSettings();
  const isShown = useShown(param, level);
  const value = useStore(store.api, (state) => state.values[param] as string);
  if (!isShown) return null;
  return (
    <label className="select">
      <span>{label}</span>
      <select
        value={value}
        disabled={isLocked(settings, store, param)}
        data-param={param}
        onChange={(event) => store.set({ [param]: event.target.value } as Partial<Values<S>>)}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

interface SwitchProps<S extends Schema> {
  readonly store: FigureStore<S>;
  readonly param: keyof S & string;
  readonly label: ReactNode;
  readonly level?: Level;
}

/** A check box for a flag. */
export function Switch<S extends Schema>({ store, param, label, level = 'full' }: SwitchProps<S>) {
  const settings = useFigureSettings();
  const isShown = useShown(param, level);
  const value = useStore(store.api, (state) => state.values[param] as boolean);
  if (!isShown) return null;
  return (
    <label className="switch">
      <input
        type="checkbox"
        checked={value}
        disabled={isLocked(settings, store, param)}
        data-param={param}
        onChange={(event) => store.set({ [param]: event.target.checked } as Partial<Values<S>>)}
      />
      <span>{label}</span>
    </label>
  );
}
