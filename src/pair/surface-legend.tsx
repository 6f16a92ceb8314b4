/** The colour scale of a surface, and which sheet is which. */
import type { ReactNode } from 'react';
import type { FigureStore } from '#state/figure-store';
import type { Schema, Values } from '#state/schema';
import { ColourBar } from '#ui/colour-bar';
import { Part } from '#ui/figure-context';
import { divergingColours } from '#ui/heatmap';
import { Readout } from '#ui/readout';
import type { Palette, ThemeName } from '#ui/theme';
import '#ui/legend.css';
import './surface-legend.css';

interface SurfaceLegendProps<S extends Schema> {
  readonly store: FigureStore<S>;
  readonly theme: ThemeName;
  /** The value of the last colour. */
  readonly height: (values: Values<S>) => number;
  /** What the colours are of. */
  readonly title: string;
  /** What people call its two parts. */
  readonly parts: { readonly scale: string; readonly neurons: string };
  /** Whether there are sheets now. */
  readonly hasSheets: boolean;
  readonly sheets: readonly {
    readonly key: string;
    /** A token of the theme, by its name as a CSS variable. */
    readonly tint: keyof Palette;
    readonly name: ReactNode;
  }[];
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
export function SurfaceLegend<S extends Schema>(props: SurfaceLegendProps<S>) {
  const { store, theme, height, title, parts, hasSheets, sheets } = props;
  return (
    <div className="legend">
      <Part name="scale" level="view" label={parts.scale}>
        <div className="legend-scale">
          <span className="legend-number">
            <Readout store={store} name="legend-low" value={(values) => -height(values)} digits={2} />
          </span>
          <ColourBar table={divergingColours(theme)} />
          <span className="legend-number">
            <Readout store={store} name="legend-high" value={height} digits={2} />
          </span>
          <span className="legend-title">{title}</span>
        </div>
      </Part>
      <Part name="neurons" level="view" label={parts.neurons}>
        <ul className="legend-sheets" data-visible={hasSheets}>
          {sheets.map(({ key, tint, name }) => (
            <li className={`legend-${tint}`} key={key}>
              <SheetMark />
              {name}
            </li>
          ))}
        </ul>
      </Part>
    </div>
  );
}
