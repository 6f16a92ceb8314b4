/** The author's configuration in the URL query; the page reads it and never rewrites it. */

export type ThemeChoice = 'auto' | 'light' | 'dark';

export interface QueryConfig {
  /** Show this figure only. */
  readonly figure: string | undefined;
  /** Without the page around it. */
  readonly embed: boolean;
  readonly theme: ThemeChoice;
}

/** Reads a query; whatever is not understood is as if absent. */
export function readQuery(search: string): QueryConfig {
  const query = new URLSearchParams(search);
  const theme = query.get('theme');
  return {
    figure: query.get('figure') ?? undefined,
    embed: query.get('embed') === '1',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
  };
}
