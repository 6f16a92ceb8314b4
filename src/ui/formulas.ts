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

/** Those of a pair, each by its name; long ones in pieces, so that they can break on narrow screens. */
export const formulas = {
  pair: '\\ai\\,\\sigma(\\wi{\\cdot}x)+\\aj\\,\\sigma(\\wj{\\cdot}x)',
  pairLimit:
    "\\;\\xrightarrow{\\;\\eps\\to0\\;}\\;\\cc\\,\\sigma(\\ww{\\cdot}x)+\\aa\\,(\\DD{\\cdot}x)\\,\\sigma'(\\ww{\\cdot}x)",
  pairNumbers: '\\slot{ai}{0}\\,\\sigma(\\wi{\\cdot}x)\\slot{aj}{0}\\,\\sigma(\\wj{\\cdot}x)',
  pairLimitNumbers:
    "\\;\\approx\\;\\slot{c}{0}\\,\\sigma(\\ww{\\cdot}x)\\slot{a}{0}\\,(\\DD{\\cdot}x)\\,\\sigma'(\\ww{\\cdot}x)",
} as const;

/** Those of the figure `triple`, which loads them by itself. */
export const tripleFormulas = {
  triple: 'a_1\\,\\sigma(w_1{\\cdot}x)+a_2\\,\\sigma(w_2{\\cdot}x)+a_3\\,\\sigma(w_3{\\cdot}x)',
  tripleLimit:
    '\\;\\xrightarrow{\\;\\eps\\to0\\;}\\;\\sqrt3\\,\\htmlClass{tex-c}{\\alpha_0}\\,\\sigma(\\ww{\\cdot}x)',
  tripleFirst:
    "{}+(\\htmlClass{tex-a}{\\alpha_1}\\htmlClass{tex-delta}{\\omega_1}{\\cdot}x+\\alpha_2\\htmlClass{tex-w}{\\omega_2}{\\cdot}x)\\,\\sigma'(\\ww{\\cdot}x)",
  tripleSecond:
    "{}+\\tfrac1{2\\sqrt6}\\,\\alpha_2\\,(\\htmlClass{tex-delta}{\\omega_1}{\\cdot}x)^2\\,\\sigma''(\\ww{\\cdot}x)",
  onePair: 'a_1\\,\\sigma(w_1{\\cdot}x)+a_2\\,\\sigma(w_2{\\cdot}x)',
  twoPairs: '{}+a_3\\,\\sigma(w_3{\\cdot}x)+a_4\\,\\sigma(w_4{\\cdot}x)',
  pairsFirst: '\\;\\xrightarrow{\\;\\eps\\to0\\;}\\;\\htmlClass{tex-c}{\\alpha_0}\\,\\sigma(\\ww{\\cdot}x)',
  pairsFirstGate: "{}+\\htmlClass{tex-a}{\\alpha_1}\\,(\\DD{\\cdot}x)\\,\\sigma'(\\ww{\\cdot}x)",
  pairsSecond: '{}+\\htmlClass{tex-c}{\\alpha_0}\\,\\sigma(\\tilde w{\\cdot}x)',
  pairsSecondGate: "{}+\\alpha_2\\,(\\tilde\\Delta{\\cdot}x)\\,\\sigma'(\\tilde w{\\cdot}x)",
} as const;

export type FormulaName = keyof typeof formulas;
export type TripleFormulaName = keyof typeof tripleFormulas;
