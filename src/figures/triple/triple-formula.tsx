/** The formula of the neurons and of their limit. */
import { useStore } from 'zustand';
import type { FigureStore } from '#state/figure-store';
import { TripleTex } from '#ui/triple-tex';
import type { TripleSchema } from './schema';
import '#pair/pair-formula.css';

const pieces = {
  triple: ['triple', 'tripleLimit', 'tripleFirst', 'tripleSecond'],
  pairs: ['onePair', 'twoPairs', 'pairsFirst', 'pairsFirstGate', 'pairsSecond', 'pairsSecondGate'],
} as const;

/** The formula, in pieces that can stand below each other. */
export function TripleFormula({ store }: { readonly store: FigureStore<TripleSchema> }) {
  const group = useStore(store.api, ({ values }) => values.group);
  return (
    <div className="live-formula">
      <div>
        {pieces[group].map((name) => (
          <TripleTex name={name} key={name} />
        ))}
      </div>
    </div>
  );
}
