/** The formulas of the figure `triple`. */
import { html } from 'virtual:formulas/triple';
import type { TripleFormulaName } from './formulas';
import { SetTex } from './tex';

/** A formula, or a piece of one. */
export function TripleTex({ name }: { readonly name: TripleFormulaName }) {
  return <SetTex html={html[name]} />;
}
