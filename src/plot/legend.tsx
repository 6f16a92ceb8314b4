/** A legend, where there are more curves than direct labels can name. */
import type { ReactNode } from 'react';
import { type Dot, shapePath } from './points';
import { type Colour, paint, type Stroke, strokeAttributes } from './style';

export interface LegendEntry {
  readonly key: string;
  readonly words: ReactNode;
  /** What it looks like: a line, a point or a tint. */
  readonly line?: Stroke;
  readonly point?: Pick<Dot, 'shape' | 'colour' | 'isHollow'>;
  readonly tint?: Colour;
}

function Point({ shape = 'circle', colour = 'ink', isHollow }: NonNullable<LegendEntry['point']>) {
  const look = {
    fill: isHollow ? 'none' : paint(colour),
    stroke: paint(colour),
    strokeWidth: 1.5,
    transform: 'translate(14 6)',
  };
  return shape === 'circle' ? <circle {...look} r={4} /> : <path {...look} d={shapePath(shape, 4)} />;
}

/** What the marks of a plot mean. */
export function Legend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  return (
    <ul className="plot-legend">
      {entries.map(({ key, words, line, point, tint }) => (
        <li key={key}>
          <svg viewBox="0 0 28 12" aria-hidden="true">
            {tint && <rect width={28} height={12} fill={paint(tint)} fillOpacity={0.2} />}
            {line && <path {...strokeAttributes(line)} d="M0 6H28" />}
            {point && <Point {...point} />}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}
