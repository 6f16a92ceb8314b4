/** The formula of a pair and its limit, and below it the same with numbers. */
import { type Pair, type PairCoordinates, toPair } from '#math/pair/pair';
import { readableText } from '#state/number-text';
import { writeWords } from '#ui/live';
import { type Source, useSource } from '#ui/source';
import { Tex } from '#ui/tex';
import './pair-formula.css';

/** A factor after another term: with its sign. */
function added(value: number): string {
  const shown = readableText(value);
  return shown.startsWith('−') ? ` − ${shown.slice(1)}` : ` + ${shown}`;
}

/** Writes the numbers; a_i and a_j are infinite at the limit. */
function writeFactors(element: HTMLElement, { ai, aj }: Pair, { c, a }: PairCoordinates): void {
  // Infinity minus infinity is no number: at the limit only the right-hand side is left.
  element.dataset.limit = String(!Number.isFinite(ai - aj));
  const slots = { ai: readableText(ai), aj: added(aj), c: readableText(c), a: added(a) };
  for (const [name, shown] of Object.entries(slots)) {
    // KaTeX writes the place once for the eye and not into its MathML.
    const slot = element.querySelector<HTMLElement>(`[data-slot="${name}"]`);
    const inner = slot?.querySelector<HTMLElement>('.mord') ?? slot;
    if (inner) writeWords(inner, shown);
  }
}

/** The formula with the numbers of the pair that the source gives. */
export function PairFormula({ source }: { readonly source: Source<PairCoordinates> }) {
  const ref = useSource<HTMLDivElement, PairCoordinates>(source, (element, coordinates) => {
    if (coordinates) writeFactors(element, toPair(coordinates), coordinates);
  });
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
