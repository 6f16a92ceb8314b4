/** Loads the figure that the query names, without the others; shows a card when there is none. */
import { type ReactNode, use } from 'react';
import { catalogue } from '#figures/catalogue';
import type { FigureDefinition } from '#figures/figure';
import type { QueryConfig } from '#state/query';
import { strings } from '#ui/strings';
import { ProblemCard } from './problem-card';

interface OneFigureProps {
  readonly config: QueryConfig;
  readonly children: (figure: FigureDefinition) => ReactNode;
}

/** The page's address with one entry of its query replaced, without the hash, which belongs to another figure. */
function addressWith(key: string, value: string): string {
  const query = new URLSearchParams(window.location.search);
  query.set(key, value);
  return `?${query}`;
}

/** Renders its child with the figure of the configuration. */
export function OneFigure({ config, children }: OneFigureProps) {
  const known = Object.keys(catalogue);
  const id = config.figure ?? known[0] ?? '';
  if (!known.includes(id)) {
    return (
      <ProblemCard
        problem="unknown-figure"
        sentence={strings.site.unknownFigure(id, known.join(', '))}
        known={known}
        linkTo={(name) => addressWith('figure', name)}
      />
    );
  }
  return (
    <Loaded id={id} config={config}>
      {children}
    </Loaded>
  );
}

const loading = new Map<string, Promise<FigureDefinition> | undefined>();

/** One promise for each figure: `use` needs the same promise at every render. */
function loaded(id: string): Promise<FigureDefinition> | undefined {
  if (!loading.has(id)) loading.set(id, catalogue[id]?.());
  return loading.get(id);
}

function Loaded({ id, config, children }: OneFigureProps & { readonly id: string }) {
  const promise = loaded(id);
  const figure = promise && use(promise);
  if (!figure) return null;
  const { preset } = config;
  const presets = figure.presets.map((one) => one.id);
  if (preset !== undefined && !presets.includes(preset)) {
    return (
      <ProblemCard
        problem="unknown-preset"
        sentence={strings.site.unknownPreset(preset, id, presets.join(', '))}
        known={presets}
        linkTo={(name) => addressWith('preset', name)}
      />
    );
  }
  return children(figure);
}
