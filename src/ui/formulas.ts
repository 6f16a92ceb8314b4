/**
 * The formulas of the page in TeX. They are set at build by KaTeX (scripts/lib/formulas.ts), so that KaTeX itself is never
 * loaded by a reader.
 */

/** TeX macros that give each symbol its class, and so its colour. `\slot{name}{width}` is a place for a live number. */
export const macros = {
  '\\eps': '\\htmlClass{tex-epsilon}{\\varepsilon}',
  '\\ww': '\\htmlClass{tex-w}{w}',
  '\\wi': '\\htmlClass{tex-neuron-i}{w_i}',
  '\\wj': '\\htmlClass{tex-neuron-j}{w_j}',
  '\\ai': '\\htmlClass{tex-neuron-i}{a_i}',
  '\\aj': '\\htmlClass{tex-neuron-j}{a_j}',
  '\\DD': '\\htmlClass{tex-delta}{\\Delta}',
  '\\aa': '\\htmlClass{tex-a}{a}',
  '\\cc': '\\htmlClass{tex-c}{c}',
  '\\slot': '\\htmlData{slot=#1}{\\text{#2}}',
} as const;

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
