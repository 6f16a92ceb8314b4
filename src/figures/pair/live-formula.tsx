/** The formula of the pair and its limit, with the reader's numbers in it. */
import type { FigureStore } from '#state/figure-store';
import { readableText } from '#state/number-text';
import { useLive } from '#ui/live';
import { Tex } from '#ui/tex';
import { pairOf } from './model';
import type { PairSchema, PairValues } from './schema';

/** Each formula in two pieces, so that it can break before the arrow on narrow screens. */
const FORMULA = [
  '\\ai\\,\\sigma(\\wi{\\cdot}x)+\\aj\\,\\sigma(\\wj{\\cdot}x)',
  "\\;\\xrightarrow{\\;\\eps\\to0\\;}\\;\\cc\\,\\sigma(\\ww{\\cdot}x)+\\aa\\,(\\DD{\\cdot}x)\\,\\sigma'(\\ww{\\cdot}x)",
] as const;

const NUMBERS = [
  '\\slot{ai}{0}\\,\\sigma(\\wi{\\cdot}x)\\slot{aj}{0}\\,\\sigma(\\wj{\\cdot}x)',
  "\\;\\approx\\;\\slot{c}{0}\\,\\sigma(\\ww{\\cdot}x)\\slot{a}{0}\\,(\\DD{\\cdot}x)\\,\\sigma'(\\ww{\\cdot}x)",
] as const;

/** A factor after another term: with its sign. */
function added(value: number): string {
  const shown = readableText(value);
  return shown.startsWith('−') ? ` − ${shown.slice(1)}` : ` + ${shown}`;
}

function slots(values: PairValues): Readonly<Record<string, string>> {
  const { ai, aj } = pairOf(values);
  return { ai: readableText(ai), aj: added(aj), c: readableText(values.c), a: added(values.a) };
}

/** The formula, and below it the same with numbers. */
export function LiveFormula({ store }: { readonly store: FigureStore<PairSchema> }) {
  const ref = useLive<HTMLDivElement, PairSchema>(store, (element, values) => {
    // Infinity minus infinity is no number: at the limit only the right-hand side is left.
    element.dataset.limit = String(values.eps === 0 && values.a !== 0);
    for (const [name, shown] of Object.entries(slots(values))) {
      // KaTeX writes the place once for the eye and not into its MathML.
      const slot = element.querySelector(`[data-slot="${name}"]`);
      const inner = slot?.querySelector('.mord') ?? slot;
      if (inner && inner.textContent !== shown) inner.textContent = shown;
    }
  });
  return (
    <div className="live-formula" ref={ref}>
      <div>
        <Tex tex={FORMULA[0]} />
        <Tex tex={FORMULA[1]} />
      </div>
      <div className="live-formula-numbers" aria-hidden="true">
        <Tex tex={NUMBERS[0]} />
        <Tex tex={NUMBERS[1]} />
      </div>
    </div>
  );
}
