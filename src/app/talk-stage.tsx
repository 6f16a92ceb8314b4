/**
 * The figures of a talk in layers, one of them visible. The next figure is prepared in a hidden layer and faded in once it
 * is drawn, so that nothing flashes. A step to another state of the same figure is animated.
 */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { FigureDefinition } from '#figures/figure';
import { createFigureStore, type FigureStore } from '#state/figure-store';
import { createMotion, type Motion, windowClock } from '#state/motion';
import type { QueryConfig } from '#state/query';
import type { Schema } from '#state/schema';
import type { Step } from '#talk/steps';
import styles from '#talk/talk.module.css';
import type { View } from '#talk/talk-state';
import { text } from '#talk/text';
import type { FigurePort } from '#ui/figure-context';
import { whenSettled } from '#ui/settle';
import type { ThemeName } from '#ui/theme';
import { MountedFigure } from './mounted-figure';
import { useQuerySettings } from './query-settings';

/** Milliseconds to wait for the first drawing of a figure before it is shown anyway. */
const DRAW_TIMEOUT = 12_000;
/** Milliseconds to wait for a drawn figure to settle. */
const SETTLE_TIMEOUT = 1500;
/** Milliseconds of waiting before a notice is shown. */
const WAIT_NOTICE_AFTER = 700;
/** Milliseconds after which the next figure is prepared even if the visible one never settles. */
const PREPARE_AFTER = 20_000;

/** A mounted figure. */
interface StagedFigure {
  readonly figure: FigureDefinition;
  readonly store: FigureStore<Schema>;
  readonly motion: Motion;
}

/** Resolves with a layer once React has mounted it, or undefined when the step has changed meanwhile. */
async function whenMounted(
  find: () => HTMLElement | undefined,
  isWanted: () => boolean,
): Promise<HTMLElement | undefined> {
  while (isWanted()) {
    await new Promise(requestAnimationFrame);
    const layer = find();
    if (layer) return layer;
  }
  return undefined;
}

/** Resolves once the figure in a layer is drawn, has failed, or has timed out. */
function whenDrawn(layer: HTMLElement): Promise<void> {
  const began = performance.now();
  return new Promise((resolve) => {
    const look = () => {
      const isThere = layer.querySelector('[data-ready="true"], [data-error]') !== null;
      if (isThere || performance.now() - began > DRAW_TIMEOUT) resolve();
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** Resolves when the CSS transition of a layer has ended, or the step has changed meanwhile. */
async function whenFadedIn(layer: HTMLElement, isWanted: () => boolean): Promise<void> {
  // The page follows the state by the next frame, or later where it is busy.
  do await new Promise(requestAnimationFrame);
  while (layer.dataset.seen !== 'true' && isWanted());
  await Promise.allSettled(layer.getAnimations().map(({ finished }) => finished));
}

interface TalkStageProps {
  readonly step: Step;
  /** Incremented whenever the step is to be shown again. */
  readonly arrivals: number;
  /** The next step that shows another figure. */
  readonly upcoming: Step | undefined;
  readonly config: QueryConfig;
  readonly theme: ThemeName;
  /** Set to a function that returns the visible state. */
  readonly view: RefObject<() => View | undefined>;
  /** Called with a sentence when an animation could not be played. */
  readonly onError: (sentence: string) => void;
}

/** The stage. */
export function TalkStage({ step, arrivals, upcoming, config, theme, view, onError }: TalkStageProps) {
  const place = useRef<HTMLDivElement>(null);
  const staged = useRef(new Map<string, StagedFigure>());
  const ports = useRef(new Map<string, FigurePort>());
  /** What the last step of each figure says: it stays while the next one fades in. */
  const headings = useRef(new Map<string, string>());
  headings.current.set(step.figure.id, step.title);
  const [mounted, setMounted] = useState<readonly StagedFigure[]>([]);
  const [shown, setShown] = useState('');
  /** The figure that is being faded out. */
  const [leaving, setLeaving] = useState('');
  const [waiting, setWaiting] = useState(false);
  const seen = useRef('');
  const turn = useRef(0);
  const latest = useRef({ step, upcoming, onError });
  latest.current = { step, upcoming, onError };

  const onPort = useCallback((port: FigurePort) => {
    ports.current.set(port.id, port);
    return () => {
      ports.current.delete(port.id);
    };
  }, []);
  const settings = useQuerySettings(config, onPort);

  const moving = useCallback((is: boolean) => {
    if (place.current) place.current.dataset.moving = String(is);
  }, []);
  const entryOf = useCallback(
    (figure: FigureDefinition, start: Step): StagedFigure => {
      const known = staged.current.get(figure.id);
      if (known) return known;
      const locked = new Set([...config.lock].filter((key) => key in figure.schema));
      const store = createFigureStore(figure.schema, start.values, locked);
      const entry = {
        figure,
        store,
        motion: createMotion(store, windowClock(), { write: 'load', onMoving: moving }),
      };
      staged.current.set(figure.id, entry);
      setMounted([...staged.current.values()]);
      return entry;
    },
    [config, moving],
  );
  const layerOf = useCallback(
    (id: string) => place.current?.querySelector<HTMLElement>(`[data-layer="${id}"]`) ?? undefined,
    [],
  );

  view.current = () => {
    const entry = staged.current.get(seen.current);
    if (!entry) return undefined;
    const { figure, store } = entry;
    const words = ports.current.get(figure.id)?.offers.words?.() ?? figure.describe(store.values());
    return { figure, values: store.values(), note: words };
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: an arrival is what it is about
  useEffect(() => {
    const mine = ++turn.current;
    setWaiting(false);
    const isMine = () => mine === turn.current;
    const { step: goal } = latest.current;
    const { figure, values, seconds } = goal;
    const entry = entryOf(figure, goal);

    const playAnimation = async () => {
      if (!isMine()) return;
      const animation = figure.animations.find(({ id }) => id === goal.animation);
      if (!animation) return;
      try {
        await ports.current.get(figure.id)?.offers.prepare?.(animation.id);
        if (isMine()) void entry.motion.play(animation);
      } catch (error) {
        if (isMine()) latest.current.onError(error instanceof Error ? error.message : String(error));
      }
    };
    const prepareNext = async () => {
      const layer = layerOf(figure.id);
      if (layer) await whenSettled(layer, () => {}, PREPARE_AFTER);
      const { upcoming: next } = latest.current;
      if (!isMine() || !next || next.figure.id === seen.current) return;
      entryOf(next.figure, next).store.load(next.values);
    };
    const arrive = () => {
      void playAnimation();
      void prepareNext();
    };
    /** Fades the figure in once it is drawn; the first one is visible from the start. */
    const fadeIn = async (isFirst: boolean) => {
      moving(true);
      const layer = await whenMounted(() => layerOf(figure.id), isMine);
      if (!layer) return;
      const timer = window.setTimeout(() => setWaiting(isMine() && !isFirst), WAIT_NOTICE_AFTER);
      await whenDrawn(layer);
      if (!isFirst) await whenSettled(layer, () => {}, SETTLE_TIMEOUT);
      window.clearTimeout(timer);
      if (!isMine()) return;
      setLeaving(seen.current);
      seen.current = figure.id;
      setShown(figure.id);
      setWaiting(false);
      await whenFadedIn(layer, isMine);
      if (!isMine()) return;
      setLeaving('');
      moving(false);
      arrive();
    };

    if (seen.current === figure.id) {
      void entry.motion.moveTo(values, seconds).then((arrived) => arrived && arrive());
      return;
    }
    const isFirst = seen.current === '';
    staged.current.get(seen.current)?.motion.stop();
    entry.store.load(values);
    if (isFirst) {
      seen.current = figure.id;
      setShown(figure.id);
    }
    void fadeIn(isFirst);
  }, [arrivals, entryOf, layerOf, moving]);

  return (
    <div className={styles.stage} ref={place} data-moving="false">
      {mounted.map(({ figure, store }) => (
        <div
          key={figure.id}
          className={styles.layer}
          data-layer={figure.id}
          data-seen={figure.id === shown}
          data-leaves={figure.id === leaving && figure.id !== shown}
          inert={figure.id !== shown}
        >
          <MountedFigure
            figure={figure}
            store={store}
            theme={theme}
            prefix=""
            settings={{ ...settings, heading: headings.current.get(figure.id) ?? figure.title }}
          />
        </div>
      ))}
      {waiting && (
        <p className={styles.wait} role="status">
          {text.preparing}
        </p>
      )}
    </div>
  );
}
