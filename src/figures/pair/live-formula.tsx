/** The formula of the pair and its limit, with the reader's numbers in it. */
import type { FigureStore } from '#state/figure-store';
import { useLive } from '#ui/live';
import { PairFormula, writePairFormula } from '#ui/pair-formula';
import { pairOf } from './model';
import type { PairSchema } from './schema';

/** The formula, and below it the same with numbers. */
export function LiveFormula({ store }: { readonly store: FigureStore<PairSchema> }) {
  const ref = useLive<HTMLDivElement, PairSchema>(store, (element, values) => {
    const { ai, aj } = pairOf(values);
    writePairFormula(element, { ai, aj, c: values.c, a: values.a });
  });
  return <PairFormula ref={ref} />;
}
