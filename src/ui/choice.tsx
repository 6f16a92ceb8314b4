/** Choices and switches that follow the store. */
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { FigureStore } from '#state/figure-store';
import type { Schema, Values } from '#state/schema';

interface SelectProps<S extends Schema> {
  readonly store: FigureStore<S>;
  readonly param: keyof S & string;
  readonly label: ReactNode;
  /** Only these options, in this order. */
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

/** A drop-down list for a choice parameter. */
export function Select<S extends Schema>({ store, param, label, options }: SelectProps<S>) {
  const value = useStore(store.api, (state) => state.values[param] as string);
  return (
    <label className="select">
      <span>{label}</span>
      <select
        value={value}
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
}

/** A check box for a flag. */
export function Switch<S extends Schema>({ store, param, label }: SwitchProps<S>) {
  const value = useStore(store.api, (state) => state.values[param] as boolean);
  return (
    <label className="switch">
      <input
        type="checkbox"
        checked={value}
        data-param={param}
        onChange={(event) => store.set({ [param]: event.target.checked } as Partial<Values<S>>)}
      />
      <span>{label}</span>
    </label>
  );
}
