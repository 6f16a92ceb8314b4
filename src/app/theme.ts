/** Light or dark: the reader's switch, else the author's query, else the system. */
import { useCallback, useEffect, useState } from 'react';
import type { QueryConfig } from '#state/query';
import type { ThemeName } from '#ui/theme';

const KEY = 'minima-theme';

/** The reader's earlier choice, where the browser lets us keep one. */
function remembered(): ThemeName | undefined {
  try {
    const value = window.localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The theme in use and a switch to the other. */
export function useTheme({
  theme: asked,
  composition,
}: QueryConfig): readonly [theme: ThemeName, toggle: () => void] {
  const [chosen, setChosen] = useState<ThemeName | undefined>(() => {
    if (asked !== 'auto') return asked;
    // An embed neither reads nor writes storage.
    return composition === 'page' ? remembered() : undefined;
  });
  const [system, setSystem] = useState<ThemeName>(systemTheme);
  useEffect(() => {
    const query = window.matchMedia('(prefers-color-scheme: dark)');
    const update = () => setSystem(systemTheme());
    query.addEventListener('change', update);
    return () => query.removeEventListener('change', update);
  }, []);
  const theme = chosen ?? system;
  useEffect(() => {
    if (chosen) document.documentElement.dataset.theme = chosen;
  }, [chosen]);
  const toggle = useCallback(() => {
    const next = theme === 'dark' ? 'light' : 'dark';
    setChosen(next);
    try {
      window.localStorage.setItem(KEY, next);
    } catch {
      // Without storage the choice lasts until the page is closed.
    }
  }, [theme]);
  return [theme, toggle];
}

function systemTheme(): ThemeName {
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
