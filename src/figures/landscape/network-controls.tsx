/** Which network, and which of its neurons is copied. */
import { networkSchema } from '#landscape/network-choice';
import { NetworkControls as SharedControls } from '#landscape/network-controls';
import type { FigureStore } from '#state/figure-store';
import { isLocked, Part, useFigureSettings } from '#ui/figure-context';
import type { LandscapeSchema } from './schema';
import { text } from './text';

/** The controls, and the search for another saddle line. */
export function NetworkControls({ store }: { readonly store: FigureStore<LandscapeSchema> }) {
  const locked = isLocked(useFigureSettings(), store, 'another', ['network', 'seed']);
  const another = () => {
    const { network, seed } = store.values();
    // Coming from the paper's network, the first search is the one that is set.
    store.set({
      network: 'trained',
      seed: network === 'paper' ? seed : (seed % networkSchema.seed.max) + 1,
    });
  };
  return (
    <SharedControls store={store}>
      <Part name="another" label={text.another}>
        <button type="button" className="button" data-action="another" disabled={locked} onClick={another}>
          {text.another}
        </button>
      </Part>
    </SharedControls>
  );
}
