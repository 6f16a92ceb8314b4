/** Words of plots: titles, ticks and labels, with symbols, subscripts and powers. */
import type { ReactNode } from 'react';
import { powerPieces } from '#state/number-text';
import { isSymbol, symbols } from '#ui/symbols';

export interface Piece {
  readonly kind: 'plain' | 'math' | 'lower' | 'upper';
  readonly text: string;
}

const SPECIAL = /\{([^}]*)\}|_([A-Za-z0-9]+)|\^([−\d/]+)|(?<=10)([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/;

/**
 * The pieces of a text: `{epsilon}` is a symbol of the page, `{f(x)}` any formula, `_1` a subscript, and `^−3` or `10⁻³` a power.
 */
export function textPieces(text: string): readonly Piece[] {
  const found = SPECIAL.exec(text);
  if (!found) return text === '' ? [] : [{ kind: 'plain', text }];
  const [all, math, lower, upper, raised] = found;
  const before: Piece[] = found.index > 0 ? [{ kind: 'plain', text: text.slice(0, found.index) }] : [];
  const piece: Piece =
    math !== undefined
      ? { kind: 'math', text: math }
      : lower !== undefined
        ? { kind: 'lower', text: lower }
        : { kind: 'upper', text: upper ?? powerPieces(`10${raised}`)[1] ?? '' };
  return [...before, piece, ...textPieces(text.slice(found.index + all.length))];
}

/** How far pieces are moved down, in pixels. */
const SHIFTS = { plain: 0, math: 0, lower: 3, upper: -5 } as const;

/** A text as the content of an SVG `<text>`. */
export function plotText(text: string): ReactNode {
  let shift = 0;
  const moved = (kind: Piece['kind']) => {
    const dy = SHIFTS[kind] - shift;
    shift = SHIFTS[kind];
    return dy === 0 ? undefined : dy;
  };
  return textPieces(text).map(({ kind, text: words }, k) => {
    const key = `${k}${words}`;
    if (kind === 'math' && isSymbol(words)) {
      const { letter, subscript, colour, upright } = symbols[words];
      const dy = moved('math');
      return (
        <tspan
          key={key}
          className={upright ? 'plot-math plot-upright' : 'plot-math'}
          fill={`var(--${colour})`}
          data-symbol={words}
          dy={dy}
        >
          {letter}
          {subscript && (
            <tspan className="plot-small" dy={moved('lower')}>
              {subscript}
            </tspan>
          )}
        </tspan>
      );
    }
    const dy = moved(kind);
    if (kind === 'plain' && dy === undefined) return words;
    const name = { plain: undefined, math: 'plot-math', lower: 'plot-small', upper: 'plot-small' }[kind];
    return (
      <tspan key={key} className={name} dy={dy}>
        {words}
      </tspan>
    );
  });
}

/** About how wide a text of so many pixels is; a little more than it takes. */
export function textWidth(text: string, size = 12): number {
  return textPieces(text).reduce((width, { kind, text: words }) => {
    const letters = kind === 'math' && isSymbol(words) ? 1.4 : words.length;
    return width + letters * size * (kind === 'lower' || kind === 'upper' ? 0.48 : 0.59);
  }, 0);
}
