/** Formulas by KaTeX, in the colours of their symbols, with places for live numbers. */
import katex from 'katex';
import 'katex/dist/katex.min.css';
import { useMemo } from 'react';

/** TeX macros that give each symbol its class, and so its colour. `\slot{name}{width}` is a place for a live number. */
const macros = {
  '\\eps': '\\htmlClass{tex-epsilon}{\\varepsilon}',
  '\\ww': '\\htmlClass{tex-w}{w}',
  '\\wi': '\\htmlClass{tex-neuron-i}{w_i}',
  '\\wj': '\\htmlClass{tex-neuron-j}{w_j}',
  '\\ai': '\\htmlClass{tex-neuron-i}{a_i}',
  '\\aj': '\\htmlClass{tex-neuron-j}{a_j}',
  '\\DD': '\\htmlClass{tex-delta}{\\Delta}',
  '\\aa': '\\htmlClass{tex-a}{a}',
  '\\cc': '\\htmlClass{tex-c}{c}',
  '\\xx': 'x',
  '\\slot': '\\htmlData{slot=#1}{\\text{#2}}',
};

/** HTML and MathML of a formula. */
function texToHtml(tex: string, display: boolean): string {
  return katex.renderToString(tex, {
    displayMode: display,
    macros: { ...macros },
    throwOnError: true,
    strict: false,
    trust: ({ command }) => command === '\\htmlClass' || command === '\\htmlData',
  });
}

interface TexProps {
  readonly tex: string;
  readonly display?: boolean;
}

/** A formula. */
export function Tex({ tex, display = false }: TexProps) {
  const html = useMemo(() => texToHtml(tex, display), [tex, display]);
  // KaTeX escapes what it is given, and it is given only our own TeX.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the only way in for KaTeX's output
  return <span className="tex" dangerouslySetInnerHTML={{ __html: html }} />;
}
