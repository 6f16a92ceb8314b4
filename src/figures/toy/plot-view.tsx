/** A plot on the page, and names with subscripts in running text. */
import { type ReactNode, type RefObject, useRef } from 'react';
import { useFigureSettings } from '#ui/figure-context';
import { type Source, useSource } from '#ui/source';
import { type Frame, namePieces, type PlotSpec } from './plot';
import { drawPlot } from './plot-drawing';

/** A plot as it was drawn last. */
export interface Drawn {
  readonly frame: Frame;
  readonly spec: PlotSpec;
}

interface PlotProps {
  readonly source: Source<PlotSpec>;
  /** On the page; with fewer controls around it a plot takes the height that there is. */
  readonly height: number;
  /** What it is, for screen readers. */
  readonly label: string;
  /** Told what was drawn. */
  readonly drawn?: RefObject<Drawn | undefined>;
  /** A handle over it. */
  readonly children?: ReactNode;
  readonly onDrawn?: (svg: SVGSVGElement) => void;
}

/** The plot. */
export function Plot({ source, height, label, drawn, onDrawn, children }: PlotProps) {
  const own = useRef<SVGSVGElement>(null);
  const isWhole = useFigureSettings().controls === 'full';
  const root = useSource<HTMLDivElement, PlotSpec>(
    source,
    (_, spec) => {
      const svg = own.current;
      if (!svg || !spec) return;
      const frame = drawPlot(svg, spec);
      if (drawn) drawn.current = { frame, spec };
      onDrawn?.(svg);
    },
    true,
  );
  return (
    <div className="toy-plot" ref={root}>
      <svg
        ref={own}
        style={isWhole ? { height: `calc(${height}em / 14)` } : undefined}
        role="img"
        aria-label={label}
      />
      {children}
    </div>
  );
}

/** A name in which `_` begins a subscript. */
export function Name({ children, wrap = false }: { readonly children: string; readonly wrap?: boolean }) {
  return (
    <span className={wrap ? undefined : 'formula'}>
      {namePieces(children).map(({ text, sub }, k) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a constant never change places
        sub ? <sub key={k}>{text}</sub> : <span key={k}>{text}</span>,
      )}
    </span>
  );
}
