/** The button that leads through the act of the figure `train`, and what starts it anew. */
import { useStore } from 'zustand';
import type { FigureStore } from '#state/figure-store';
import { isLocked, useFigureSettings, useOffer, useShown } from '#ui/figure-context';
import { usePlayer } from '#ui/use-player';
import { nextSeed, type Scene, sceneOf, scenePath } from './act';
import type { TrainSchema } from './schema';
import { text } from './text';

/** What the button says. */
function wordsOf(scene: Scene, isOnTheWay: boolean, playing: boolean): string {
  const { buttons } = text;
  if (scene === 'train') return playing ? buttons.pause : buttons.train;
  if (scene === 'skip' && isOnTheWay) return playing ? buttons.pause : buttons.on;
  return buttons[scene];
}

/** The row of buttons. */
export function TrainBar({ store }: { readonly store: FigureStore<TrainSchema> }) {
  const settings = useFigureSettings();
  const scene = useStore(store.api, ({ values }) => sceneOf(values));
  const isOnTheWay = useStore(store.api, ({ values }) => values.infinity > 0);
  const begin = (which: Scene, seed?: number) => scenePath(which, store.values(), seed);
  const goOn = () => begin(sceneOf(store.values()), nextSeed(store.values()));
  const { playing, toggle, run } = usePlayer(store, goOn);
  useOffer({ player: { playing: () => playing, toggle } });
  const isNext = useShown('next', 'min', text.parts.next);
  const isAgain = useShown('again', 'full', text.parts.again);
  if (!isNext && !isAgain) return null;
  const { buttons } = text;
  // What looks closer may be cut short by the skip; everything else is paused.
  const press = () => (playing && scene === 'skip' && !isOnTheWay ? run(goOn()) : toggle());
  return (
    <div className="train-bar">
      {isNext && (
        <button
          type="button"
          className="button main-button train-next"
          data-action="train-next"
          disabled={isLocked(settings, store, 'next', ['steps', 'reveal', 'infinity'])}
          onClick={press}
        >
          {wordsOf(scene, isOnTheWay, playing)}
        </button>
      )}
      {isAgain && (
        <>
          <button
            type="button"
            className="button"
            data-action="train-other"
            hidden={scene === 'next'}
            disabled={isLocked(settings, store, 'again', ['seed'])}
            onClick={() => run(begin('next', nextSeed(store.values())))}
          >
            {buttons.next}
          </button>
          <button
            type="button"
            className="button"
            data-action="train-again"
            disabled={isLocked(settings, store, 'again', ['steps'])}
            onClick={() => run(begin('next', store.values().seed))}
          >
            {buttons.again}
          </button>
        </>
      )}
    </div>
  );
}
