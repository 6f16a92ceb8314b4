/** The formula of the neurons and of their limit. */
import { useStore } from 'zustand';
import type { FigureStore } from '#state/figure-store';
import { Tex } from '#ui/tex';
import type { TripleSchema } from './schema';
import '#pair/pair-formula.css';

/** The formula, in pieces that can stand below each other. */
export function TripleFormula({ store }: { readonly store: FigureStore<TripleSchema> }) {
  const group = useStore(store.api, ({ values }) => values.group);
  return (
    <div className="live-formula">
      {group === 'triple' ? (
        <div>
          <Tex name="triple" />
          <Tex name="tripleLimit" />
          <Tex name="tripleSecond" />
        </div>
      ) : (
        <div>
          <Tex name="twoPairs" />
          <Tex name="twoPairsFirst" />
          <Tex name="twoPairsSecond" />
        </div>
      )}
    </div>
  );
}
