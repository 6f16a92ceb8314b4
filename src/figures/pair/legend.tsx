/** The colour scale of the surface, and which sheet is which neuron. */
import { useStore } from 'zustand';
import { SurfaceLegend } from '#pair/surface-legend';
import type { FigureStore } from '#state/figure-store';
import { Readout } from '#ui/readout';
import { Formula, Sym } from '#ui/symbol';
import type { ThemeName } from '#ui/theme';
import { frameHeight, pairOf } from './model';
import type { PairSchema } from './schema';
import { text } from './text';

interface LegendProps {
  readonly store: FigureStore<PairSchema>;
  readonly theme: ThemeName;
  /** Whether the neurons can be drawn as sheets at all. */
  readonly sheets: boolean;
}

/** Names the colours. */
export function Legend({ store, theme, sheets: drawn }: LegendProps) {
  const hasSheets = useStore(store.api, ({ values }) => drawn && values.sheets && values.show === 'sum');
  const shown = useStore(store.api, ({ values }) => values.show);
  const sheet = (s: 'i' | 'j') => ({
    key: s,
    tint: s === 'i' ? ('neuronI' as const) : ('neuronJ' as const),
    name: (
      <Formula>
        <Sym name={`a${s}`} /> <Sym name="sigma" />(<Sym name={`w${s}`} />
        ·x), <Sym name={`a${s}`} /> ={' '}
        <Readout store={store} name={`sheet-a${s}`} value={(values) => pairOf(values)[`a${s}`]} />
      </Formula>
    ),
  });
  return (
    <SurfaceLegend
      store={store}
      theme={theme}
      height={frameHeight}
      title={text.terms[shown]}
      parts={text.parts}
      hasSheets={hasSheets}
      sheets={[sheet('i'), sheet('j')]}
    />
  );
}
