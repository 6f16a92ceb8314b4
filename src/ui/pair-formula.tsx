/** The formula of a pair and its limit, and below it the same with numbers. */
import type { Ref } from 'react';
import { readableText } from '#state/number-text';
import { Tex } from './tex';

/** The factors in the formula; a_i and a_j are infinite at the limit. */
export interface PairFactors {
  readonly ai: number;
  readonly aj: number;
  readonly c: number;
  readonly a: number;
}

/** A factor after another term: with its sign. */
function added(value: number): string {
  const shown = readableText(value);
  return shown.startsWith('−') ? ` − ${shown.slice(1)}` : ` + ${shown}`;
}

/** Writes the numbers into the element of a `PairFormula`. */
export function writePairFormula(element: HTMLElement, { ai, aj, c, a }: PairFactors): void {
  // Infinity minus infinity is no number: at the limit only the right-hand side is left.
  element.dataset.limit = String(!Number.isFinite(ai - aj));
  const slots = { ai: readableText(ai), aj: added(aj), c: readableText(c), a: added(a) };
  for (const [name, shown] of Object.entries(slots)) {
    // KaTeX writes the place once for the eye and not into its MathML.
    const slot = element.querySelector(`[data-slot="${name}"]`);
    const inner = slot?.querySelector('.mord') ?? slot;
    if (inner && inner.textContent !== shown) inner.textContent = shown;
  }
}

/** The formula; `writePairFormula` puts the numbers in. */
export function PairFormula({ ref }: { readonly ref: Ref<HTMLDivElement> }) {
  return (
    <div className="live-formula" ref={ref}>
      <div>
        <Tex name="pair" />
        <Tex name="pairLimit" />
      </div>
      <div className="live-formula-numbers" aria-hidden="true">
        <Tex name="pairNumbers" />
        <Tex name="pairLimitNumbers" />
      </div>
    </div>
  );
}
