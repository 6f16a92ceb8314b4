/** The colour scale of the surface, and which sheet is which neuron. */

import { useStore } from 'zustand';
import type { FigureStore } from '#state/figure-store';
import { ColourBar } from '#ui/colour-bar';
import { Part } from '#ui/figure-context';
import { divergingColours } from '#ui/heatmap';
import { Readout } from '#ui/readout';
import { Formula, Sym } from '#ui/symbol';
import type { ThemeName } from '#ui/theme';
import { frameHeight, pairOf } from './model';
import type { PairSchema } from './schema';
import { text } from './text';
import '#ui/legend.css';
import './legend.css';

interface LegendProps {
  readonly store: FigureStore<PairSchema>;
  readonly theme: ThemeName;
  /** Whether the neurons can be drawn as sheets at all. */
  readonly sheets: boolean;
}

/** A piece of a sheet. */
function SheetMark() {
  return (
    <svg className="sheet-mark" viewBox="0 0 15 10" aria-hidden="true">
      <rect x="0.75" y="0.75" width="13.5" height="8.5" rx="1.25" />
    </svg>
  );
}

/** Names the colours. */
export function Legend({ store, theme, sheets: drawn }: LegendProps) {
  const sheets = useStore(store.api, ({ values }) => drawn && values.sheets && values.show === 'sum');
  const shown = useStore(store.api, ({ values }) => values.show);
  return (
    <div className="legend">
      <Part name="scale" level="view" label={text.parts.scale}>
        <div className="legend-scale">
          <span className="legend-number">
            <Readout store={store} name="legend-low" value={(values) => -frameHeight(values)} digits={2} />
          </span>
          <ColourBar table={divergingColours(theme)} />
          <span className="legend-number">
            <Readout store={store} name="legend-high" value={(values) => frameHeight(values)} digits={2} />
          </span>
          <span className="legend-title">{text.terms[shown]}</span>
        </div>
      </Part>
      <Part name="neurons" level="view" label={text.parts.neurons}>
        <ul className="legend-sheets" data-visible={sheets}>
          <li className="legend-i">
            <SheetMark />
            <Formula>
              <Sym name="ai" /> <Sym name="sigma" />(<Sym name="wi" />
              ·x), <Sym name="ai" /> ={' '}
              <Readout store={store} name="sheet-ai" value={(values) => pairOf(values).ai} />
            </Formula>
          </li>
          <li className="legend-j">
            <SheetMark />
            <Formula>
              <Sym name="aj" /> <Sym name="sigma" />(<Sym name="wj" />
              ·x), <Sym name="aj" /> ={' '}
              <Readout store={store} name="sheet-aj" value={(values) => pairOf(values).aj} />
            </Formula>
          </li>
        </ul>
      </Part>
    </div>
  );
}
