/** The figures of the article, to its text: they may come later than the text, and are asked for by their names. */

import type { Animation } from '#state/animation';
import type { FigureStore } from '#state/figure-store';
import type { Schema } from '#state/schema';

/** A figure of the article that is there. */
export interface StagedFigure {
  /** What the text calls it. */
  readonly name: string;
  /** The figure's id. */
  readonly figure: string;
  readonly title: string;
  readonly store: FigureStore<Schema>;
  readonly animations: readonly Animation[];
  /** Brings it on the page, if the reader has not come near it yet. */
  readonly wake: () => void;
  /** Starts or stops its own player, such as the ball; nothing where it has none now. */
  readonly press: () => boolean;
  /** Its place. */
  readonly place: HTMLElement;
}

export interface Stage {
  /** The figures so far. */
  readonly figures: () => readonly StagedFigure[];
  readonly find: (name: string) => StagedFigure | undefined;
  /** Asks for the figures, now. */
  readonly want: () => void;
  /** Told once when they are first asked for. */
  readonly onWanted: (task: () => void) => void;
  /** Runs a task when the figures are there; asks for them. */
  readonly withFigure: (name: string, task: (figure: StagedFigure) => void) => void;
  /** Runs a task when the figures are there; does not ask for them. */
  readonly whenThere: (task: (figures: readonly StagedFigure[]) => void) => void;
  /** Puts them there. */
  readonly fill: (figures: readonly StagedFigure[]) => void;
}

/** A stage without figures. */
export function createStage(): Stage {
  let figures: readonly StagedFigure[] = [];
  let wanted = false;
  let onWanted: (() => void) | undefined;
  const waiting: ((all: readonly StagedFigure[]) => void)[] = [];
  const find = (name: string) => figures.find((figure) => figure.name === name);
  const want = () => {
    if (wanted) return;
    wanted = true;
    onWanted?.();
  };
  const whenThere = (task: (all: readonly StagedFigure[]) => void) => {
    if (figures.length > 0) task(figures);
    else waiting.push(task);
  };
  return {
    figures: () => figures,
    find,
    want,
    onWanted(task) {
      onWanted = task;
      if (wanted) task();
    },
    whenThere,
    withFigure(name, task) {
      whenThere(() => {
        const figure = find(name);
        if (figure) task(figure);
      });
      want();
    },
    fill(all) {
      figures = all;
      for (const task of waiting.splice(0)) task(all);
    },
  };
}
