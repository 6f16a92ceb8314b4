/** Symbols with numbers for an index, which the page's table of symbols does not have: a_1, w_3, α_2, ω_1. */

import { paint } from '#plot/style';
import type { Palette } from '#ui/theme';

interface IndexedProps {
  readonly letter: string;
  readonly index: number;
  readonly colour?: keyof Palette;
}

/** One symbol with its index. */
export function Indexed({ letter, index, colour = 'ink' }: IndexedProps) {
  return (
    <span className="symbol" style={{ color: paint(colour) }}>
      {letter}
      <sub className="upright">{index}</sub>
    </span>
  );
}
