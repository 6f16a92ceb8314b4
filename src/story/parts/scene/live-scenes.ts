/** The scenes of the article whose figures React has mounted. They may come later than the text, which finds them by name. */
import type { Animation } from '#state/animation';
import type { FigureStore } from '#state/figure-store';
import type { Schema } from '#state/schema';

/** A scene with its figure. */
export interface LiveScene {
  /** The name by which the text refers to it. */
  readonly name: string;
  /** The figure's id. */
  readonly figure: string;
  readonly title: string;
  readonly store: FigureStore<Schema>;
  readonly animations: readonly Animation[];
  /** Mounts the figure, if the reader has not come near it yet. */
  readonly mount: () => void;
  /** Starts or stops the player of the figure, such as the ball. @returns false where it has none now */
  readonly togglePlayer: () => boolean;
  /** The element in which the figure is mounted. */
  readonly place: HTMLElement;
}

export interface LiveScenes {
  readonly find: (name: string) => LiveScene | undefined;
  /** Asks for the figures to be loaded now. */
  readonly request: () => void;
  /** Calls the task once, when they are first asked for. */
  readonly onRequested: (task: () => void) => void;
  /** Runs a task when the scenes are there, and asks for them. */
  readonly withScene: (name: string, task: (scene: LiveScene) => void) => void;
  /** Runs a task when the scenes are there, without asking for them. */
  readonly whenMounted: (task: (scenes: readonly LiveScene[]) => void) => void;
  /** Called by the page with all scenes. */
  readonly provide: (scenes: readonly LiveScene[]) => void;
}

/** Starts without any scene. */
export function createLiveScenes(): LiveScenes {
  let scenes: readonly LiveScene[] = [];
  let isRequested = false;
  let onRequested: (() => void) | undefined;
  const waiting: ((all: readonly LiveScene[]) => void)[] = [];
  const find = (name: string) => scenes.find((scene) => scene.name === name);
  const request = () => {
    if (isRequested) return;
    isRequested = true;
    onRequested?.();
  };
  const whenMounted = (task: (all: readonly LiveScene[]) => void) => {
    if (scenes.length > 0) task(scenes);
    else waiting.push(task);
  };
  return {
    find,
    request,
    onRequested(task) {
      onRequested = task;
      if (isRequested) task();
    },
    whenMounted,
    withScene(name, task) {
      whenMounted(() => {
        const scene = find(name);
        if (scene) task(scene);
      });
      request();
    },
    provide(all) {
      scenes = all;
      for (const task of waiting.splice(0)) task(all);
    },
  };
}
