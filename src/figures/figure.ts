/** What a figure is to the rest of the page: the entry type of the registry. */
import type { ComponentType } from 'react';
import type { Animation } from '#state/animation';
import type { FigureStore } from '#state/figure-store';
import type { Schema, Values } from '#state/schema';
import type { DataTable } from '#state/table';
import type { ThemeName } from '#ui/theme';

export type { DataTable };

export interface Preset<S extends Schema> {
  readonly id: string;
  readonly title: string;
  /** What it teaches, in a sentence. */
  readonly teaches: string;
  readonly values: Partial<Values<S>>;
}

export interface FigureProps<S extends Schema> {
  readonly store: FigureStore<S>;
  readonly theme: ThemeName;
  /** Before each of its keys in the page's hash. */
  readonly prefix: string;
}

export interface FigureDefinition<S extends Schema = Schema> {
  readonly id: string;
  readonly title: string;
  readonly schema: S;
  readonly presets: readonly Preset<S>[];
  /** What of it can be set in motion, the most telling first. */
  readonly animations: readonly Animation<S>[];
  /** What the figure shows now, in sentences: its alternative text. */
  describe(values: Values<S>): string;
  /** The numbers behind what it shows now. */
  data(values: Values<S>): readonly DataTable[];
  /** The axes of its main view. */
  readonly axes: readonly { readonly symbol: string; readonly label: string }[];
  load(): Promise<{ readonly default: ComponentType<FigureProps<S>> }>;
}

/**
 * The presets of a figure, in the order of their texts.
 * @param texts title and lesson of each
 * @param values what each sets; everything else goes back to its default
 */
export function presetList<Id extends string, V>(
  texts: Readonly<Record<Id, readonly string[]>>,
  values: Readonly<Record<Id, V>>,
): readonly { readonly id: Id; readonly title: string; readonly teaches: string; readonly values: V }[] {
  const ids = Object.keys(texts) as Id[];
  return ids.map((id) => {
    const [title = '', teaches = ''] = texts[id];
    return { id, title, teaches, values: values[id] };
  });
}

/**
 * Makes a registry entry. A figure is only ever given stores and values of its own schema, so the list of figures
 * need not know which that is; this is the one place where the type is let go.
 */
export function defineFigure<S extends Schema>(definition: FigureDefinition<S>): FigureDefinition {
  return definition as unknown as FigureDefinition;
}
