/** The figures of a page with their stores, bound to the URL hash. */
import { useEffect, useMemo, useState } from 'react';
import type { FigureDefinition } from '#figures/figure';
import type { Notice } from '#state/codec';
import { createFigureStore, type FigureStore } from '#state/figure-store';
import { bindHash } from '#state/hash-binding';
import type { QueryConfig } from '#state/query';
import { defaults, type Schema, withValues } from '#state/schema';

export interface StoredFigure {
  readonly figure: FigureDefinition;
  /** Before each of its keys in the hash; the first figure's keys stand alone. */
  readonly prefix: string;
  readonly store: FigureStore<Schema>;
}

/** A figure's store with the preset and the locks of the query. */
function storeOf(figure: FigureDefinition, { preset, lock }: QueryConfig): FigureStore<Schema> {
  const { schema, presets } = figure;
  const chosen = presets.find(({ id }) => id === preset)?.values ?? {};
  const locked = new Set([...lock].filter((key) => key in schema));
  return createFigureStore(schema, withValues(schema, defaults(schema), chosen), locked);
}

/** Stores of the shown figures, and messages about values of the link that were refused or clamped. */
export function useStoredFigures(shown: readonly FigureDefinition[], config: QueryConfig) {
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const stored = useMemo<readonly StoredFigure[]>(
    () =>
      shown.map((figure, k) => ({
        figure,
        prefix: k === 0 ? '' : `${figure.id}.`,
        store: storeOf(figure, config),
      })),
    [shown, config],
  );
  useEffect(() => bindHash(window, stored, setNotices), [stored]);
  return { stored, notices, dismiss: () => setNotices([]) };
}
