/**
 * The figures of a talk, one on top of the other. One is seen; the next one is made ready out of sight, and comes in
 * when it is drawn, so that nothing flashes. Within a figure the state glides.
 */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { FigureDefinition } from '#figures/figure';
import { createFigureStore, type FigureStore } from '#state/figure-store';
import type { QueryConfig } from '#state/query';
import type { Schema } from '#state/schema';
import { type Clock, createGlide, type Glide } from '#talk/glide';
import type { Step } from '#talk/steps';
import type { View } from '#talk/talk-state';
import { text } from '#talk/text';
import type { FigurePort } from '#ui/figure-context';
import { whenSettled } from '#ui/settle';
import type { ThemeName } from '#ui/theme';
import { MountedFigure } from './mounted-figure';
import { useQuerySettings } from './query-settings';

/** Milliseconds that a figure is waited for until it has drawn anything, before it is shown as it is. */
const DRAWN_WITHIN = 12_000;
/** Milliseconds that a figure that is drawn is waited for until it has come to rest. */
const RESTS_WITHIN = 1500;
/** Milliseconds of waiting after which the audience is told. */
const UNTOLD = 700;
/** Milliseconds after which what comes next is made ready even if the figure that is seen never rests. */
const WARM_AFTER = 20_000;

/** A figure on the stage. */
interface Actor {
  readonly figure: FigureDefinition;
  readonly store: FigureStore<Schema>;
  readonly glide: Glide;
}

const clock: Clock = {
  now: () => performance.now(),
  frame(task) {
    const id = requestAnimationFrame(task);
    return () => cancelAnimationFrame(id);
  },
};

function motionIsUnwanted(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** A layer, once the page has it, which takes a busy computer more than a frame; undefined when nobody waits any more. */
async function whenThere(
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

/** Resolves once the figure in a layer has drawn itself, says why it cannot, or has taken too long. */
function whenDrawn(layer: HTMLElement): Promise<void> {
  const began = performance.now();
  return new Promise((resolve) => {
    const look = () => {
      const isThere = layer.querySelector('[data-ready="true"], [data-error]') !== null;
      if (isThere || performance.now() - began > DRAWN_WITHIN) resolve();
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** Resolves once a layer that has just been shown has come in, at once where nothing fades. */
async function whenIn(layer: HTMLElement): Promise<void> {
  // The page follows the state by the next frame.
  await new Promise(requestAnimationFrame);
  await Promise.allSettled(layer.getAnimations().map(({ finished }) => finished));
}

interface TalkStageProps {
  readonly step: Step;
  /** Grows whenever the step is to be shown. */
  readonly arrivals: number;
  /** What comes after it in another figure. */
  readonly warm: Step | undefined;
  readonly config: QueryConfig;
  readonly theme: ThemeName;
  /** Filled with what tells what is seen now. */
  readonly view: RefObject<() => View | undefined>;
  /** Told why an animation could not be played. */
  readonly onTrouble: (sentence: string) => void;
}

/** The stage. */
export function TalkStage({ step, arrivals, warm, config, theme, view, onTrouble }: TalkStageProps) {
  const place = useRef<HTMLDivElement>(null);
  const cast = useRef(new Map<string, Actor>());
  const ports = useRef(new Map<string, FigurePort>());
  const [mounted, setMounted] = useState<readonly Actor[]>([]);
  const [shown, setShown] = useState('');
  /** The figure over which that one comes in. */
  const [leaves, setLeaves] = useState('');
  const [waits, setWaits] = useState(false);
  const seen = useRef('');
  const turn = useRef(0);
  const latest = useRef({ step, warm, onTrouble });
  latest.current = { step, warm, onTrouble };

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
  const actorOf = useCallback(
    (figure: FigureDefinition, start: Step): Actor => {
      const known = cast.current.get(figure.id);
      if (known) return known;
      const locked = new Set([...config.lock].filter((key) => key in figure.schema));
      const store = createFigureStore(figure.schema, start.values, locked);
      const actor = { figure, store, glide: createGlide(store, clock, motionIsUnwanted, moving) };
      cast.current.set(figure.id, actor);
      setMounted([...cast.current.values()]);
      return actor;
    },
    [config, moving],
  );
  const layerOf = useCallback(
    (id: string) => place.current?.querySelector<HTMLElement>(`[data-layer="${id}"]`) ?? undefined,
    [],
  );

  view.current = () => {
    const actor = cast.current.get(seen.current);
    if (!actor) return undefined;
    const { figure, store } = actor;
    const words = ports.current.get(figure.id)?.offers.words?.() ?? figure.describe(store.values());
    return { figure, values: store.values(), note: words };
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: an arrival is what it is about
  useEffect(() => {
    const mine = ++turn.current;
    setWaits(false);
    const isMine = () => mine === turn.current;
    const { step: goal } = latest.current;
    const { figure, values, seconds } = goal;
    const actor = actorOf(figure, goal);

    const perform = async () => {
      if (!isMine()) return;
      const animation = figure.animations.find(({ id }) => id === goal.animation);
      if (!animation) return;
      try {
        await ports.current.get(figure.id)?.offers.prepare?.(animation.id);
        if (isMine()) actor.glide.play(animation);
      } catch (error) {
        if (isMine()) latest.current.onTrouble(error instanceof Error ? error.message : String(error));
      }
    };
    const prepareNext = async () => {
      const layer = layerOf(figure.id);
      if (layer) await whenSettled(layer, () => {}, WARM_AFTER);
      const { warm: next } = latest.current;
      if (!isMine() || !next || next.figure.id === seen.current) return;
      actorOf(next.figure, next).store.load(next.values);
    };
    const arrive = () => {
      void perform();
      void prepareNext();
    };
    /** The figure comes in over the one before it once it is drawn; the first one is waited for on the stage. */
    const comeIn = async (isFirst: boolean) => {
      moving(true);
      const layer = await whenThere(() => layerOf(figure.id), isMine);
      if (!layer) return;
      const timer = window.setTimeout(() => setWaits(isMine() && !isFirst), UNTOLD);
      await whenDrawn(layer);
      if (!isFirst) await whenSettled(layer, () => {}, RESTS_WITHIN);
      window.clearTimeout(timer);
      if (!isMine()) return;
      setLeaves(seen.current);
      seen.current = figure.id;
      setShown(figure.id);
      setWaits(false);
      await whenIn(layer);
      if (!isMine()) return;
      setLeaves('');
      moving(false);
      arrive();
    };

    if (seen.current === figure.id) {
      actor.glide.to(values, seconds, arrive);
      return;
    }
    const isFirst = seen.current === '';
    cast.current.get(seen.current)?.glide.stop();
    actor.store.load(values);
    if (isFirst) {
      seen.current = figure.id;
      setShown(figure.id);
    }
    void comeIn(isFirst);
  }, [arrivals, actorOf, layerOf, moving]);

  return (
    <div className="talk-stage" ref={place} data-moving="false">
      {mounted.map(({ figure, store }) => (
        <div
          key={figure.id}
          className="talk-layer"
          data-layer={figure.id}
          data-seen={figure.id === shown}
          data-leaves={figure.id === leaves && figure.id !== shown}
          inert={figure.id !== shown}
        >
          <MountedFigure figure={figure} store={store} theme={theme} prefix="" settings={settings} />
        </div>
      ))}
      {waits && (
        <p className="talk-wait" role="status">
          {text.preparing}
        </p>
      )}
    </div>
  );
}
