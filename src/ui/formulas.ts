/**
 * The formulas of the page in TeX. They are set at build by KaTeX (scripts/lib/formulas.ts), so that KaTeX itself is never
 * loaded by a reader.
 */
import { symbolNames, symbols } from './symbols.ts';

/**
 * TeX macros that mark each symbol with its name, and so give it its colour and link it with the same symbol elsewhere.
 * `\slot{name}{width}` is a place for a live number.
 */
export const macros: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    symbolNames.map((name) => {
      const { tex, macro, colour } = symbols[name];
      const marked = `\\htmlData{symbol=${name}}{${tex}}`;
      return [macro, colour === 'ink' ? marked : `\\htmlClass{tex-${colour}}{${marked}}`];
    }),
  ),
  '\\slot': '\\htmlData{slot=#1}{\\text{#2}}',
};

/** Each by its name; long ones in pieces, so that they can break on narrow screens. */
export const formulas = {
  pair: '\\ai\\,\\sigma(\\wi{\\cdot}x)+\\aj\\,\\sigma(\\wj{\\cdot}x)',
  pairLimit:
    "\\;\\xrightarrow{\\;\\eps\\to0\\;}\\;\\cc\\,\\sigma(\\ww{\\cdot}x)+\\aa\\,(\\DD{\\cdot}x)\\,\\sigma'(\\ww{\\cdot}x)",
  pairNumbers: '\\slot{ai}{0}\\,\\sigma(\\wi{\\cdot}x)\\slot{aj}{0}\\,\\sigma(\\wj{\\cdot}x)',
  pairLimitNumbers:
    "\\;\\approx\\;\\slot{c}{0}\\,\\sigma(\\ww{\\cdot}x)\\slot{a}{0}\\,(\\DD{\\cdot}x)\\,\\sigma'(\\ww{\\cdot}x)",
} as const;

export type FormulaName = keyof typeof formulas;
