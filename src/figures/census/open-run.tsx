/** The way from the chosen dot to a figure that shows this very network. */
import { useSyncExternalStore } from 'react';
import { namedNetwork, networkSchema } from '#landscape/network-choice';
import { settingsOf } from '#math/census/record';
import type { CensusRecord } from '#math/census/run';
import { encodeValues } from '#state/codec';
import type { FigureStore } from '#state/figure-store';
import { defaults } from '#state/schema';
import { goToFigure } from '#ui/go-to-figure';
import { type CensusSchema, censusSchema } from './schema';
import type { CensusSources } from './sources';
import { text } from './text';

/** Where a network can be seen: a channel in the ride along it, a finite minimum in the landscape of its saddle lines. */
export function figureOf({ class: end, activation, depth }: CensusRecord): 'ride' | 'landscape' | undefined {
  if (depth > 1) return undefined;
  if (end === 'channel') return 'ride';
  const isSmooth = networkSchema.act.options.some(({ id }) => id === activation);
  return end === 'finite' && isSmooth ? 'landscape' : undefined;
}

/** A network as state of the figure that shows it: settings and seed, by which it is trained again. */
export function networkState(run: CensusRecord): readonly string[] {
  const network = run.class === 'channel' ? 'channel' : 'finite';
  const named = namedNetwork(network, settingsOf(run), run.seed);
  return encodeValues(networkSchema, { ...defaults(networkSchema), ...named });
}

/** The network that is chosen. */
export function useChosen({ shown }: CensusSources): CensusRecord | undefined {
  return useSyncExternalStore(
    (listener) => shown.subscribe(listener),
    () => shown.get()?.chosen,
  );
}

interface OpenRunProps {
  readonly store: FigureStore<CensusSchema>;
  readonly sources: CensusSources;
  readonly prefix: string;
}

/** The button, and what it opens or why there is none; the browser's Back comes back. */
export function OpenRun({ store, sources, prefix }: OpenRunProps) {
  const chosen = useChosen(sources);
  if (!chosen) return null;
  const figure = figureOf(chosen);
  if (!figure) {
    const { class: end, depth } = chosen;
    const why = depth > 1 ? 'deep' : end === 'channel' ? 'other' : end;
    return <p className="census-notice">{text.open.none[why]}</p>;
  }
  const { button, words } = text.open[figure];
  const open = () =>
    goToFigure(figure, networkState(chosen), {
      prefix,
      entries: encodeValues(censusSchema, store.values(), prefix),
    });
  return (
    <p className="census-open">
      <button type="button" className="button" data-action="open-run" onClick={open}>
        {button}
      </button>
      <span className="census-notice">{words}</span>
    </p>
  );
}
