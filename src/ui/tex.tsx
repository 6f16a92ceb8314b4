/** Formulas, set at build, in the colours of their symbols, with places for live numbers. */
import { html } from 'virtual:formulas';
import 'virtual:formulas.css';
import type { FormulaName } from './formulas';

/** A formula of a pair. */
export function Tex({ name }: { readonly name: FormulaName }) {
  return <SetTex html={html[name]} />;
}

/** A formula that was set at build. */
export function SetTex({ html: set }: { readonly html: string }) {
  // KaTeX escapes what it is given, and it is given only our own TeX, at build.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the only way in for KaTeX's output
  return <span className="tex" dangerouslySetInnerHTML={{ __html: set }} />;
}
