/** Phrases that move a figure to a state, and back. */
import { decodeHash } from '#state/codec';
import { createMotion, type Motion, windowClock } from '#state/motion';
import type { Schema, Values } from '#state/schema';
import type { LiveScene, LiveScenes } from '#story/parts/scene/live-scenes';
import type { Words } from '#story/text/words';
import { createBackToText, scrollIntoView } from './back-to-text';

/** A change of a figure that a phrase or a question asks for. */
export interface FigureMove {
  /** The goal, as in a link. */
  readonly to?: string | undefined;
  /** An animation by its id, or `player`, the figure's own. */
  readonly play?: string | undefined;
  readonly seconds: number;
}

const motions = new WeakMap<LiveScene, Motion>();

/** What moves a figure for the text. */
export function motionOf(figure: LiveScene): Motion {
  const known = motions.get(figure) ?? createMotion(figure.store, windowClock());
  motions.set(figure, known);
  return known;
}

/** Moves a figure; resolves with whether it arrived. */
export async function moveFigure(figure: LiveScene, { to, play, seconds }: FigureMove): Promise<boolean> {
  figure.mount();
  const motion = motionOf(figure);
  if (to !== undefined) {
    const goal = decodeHash(figure.store.schema, to, '', figure.store.values()).values;
    if (!(await motion.moveTo(goal, seconds))) return false;
  }
  if (play === 'player') return figure.togglePlayer();
  const animation = figure.animations.find(({ id }) => id === play);
  return animation ? motion.play(animation) : true;
}

/** Seconds for the way back. */
const BACK = 0.8;

/** Gives some values back to a figure; the others stay. */
function moveBack(figure: LiveScene, values: Partial<Values<Schema>>): Promise<boolean> {
  const goal = { ...figure.store.values(), ...values } as Values<Schema>;
  return motionOf(figure).moveTo(goal, BACK);
}

/** Only what a move changes is taken back; the rest may have been changed by the reader since. */
function before(figure: LiveScene, { to = '' }: FigureMove): Partial<Values<Schema>> {
  const { schema } = figure.store;
  const now = figure.store.values();
  const keys = [...new URLSearchParams(to).keys()].filter((key) => key in schema);
  return Object.fromEntries(keys.map((key) => [key, now[key]])) as Partial<Values<Schema>>;
}

/** The figure has to be seen to be followed. @returns whether the page is scrolled for that */
function show({ place }: LiveScene): boolean {
  const { top, bottom } = place.getBoundingClientRect();
  const hidden = Math.max(0, -top) + Math.max(0, bottom - window.innerHeight);
  if (hidden <= 0.5 * (bottom - top)) return false;
  scrollIntoView(place);
  return true;
}

/** Makes the phrases of an article buttons that work: once to go there, once more to come back. */
export function startFigureLinks(article: HTMLElement, scenes: LiveScenes, words: Words): void {
  for (const phrase of article.querySelectorAll<HTMLElement>('[data-drive]')) {
    phrase.setAttribute('role', 'button');
    phrase.tabIndex = 0;
  }
  article.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    const phrase = event.target as HTMLElement;
    if (phrase.dataset.drive === undefined || !phrase.hasAttribute('role')) return;
    event.preventDefault();
    phrase.click();
  });
  const offerBackToText = createBackToText(words);
  const returns = new WeakMap<HTMLElement, Partial<Values<Schema>>>();
  article.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-drive]');
    if (!button) return;
    const { drive: name = '', to, play, seconds = '1.2' } = button.dataset;
    const move: FigureMove = { to, play, seconds: Number(seconds) };
    scenes.withScene(name, (figure) => {
      if (show(figure)) offerBackToText(button);
      const way = returns.get(button);
      if (way) {
        returns.delete(button);
        button.removeAttribute('data-back');
        button.removeAttribute('title');
        void moveBack(figure, way);
        return;
      }
      const from = before(figure, move);
      if (Object.keys(from).length > 0) {
        returns.set(button, from);
        button.dataset.back = words.back;
        button.title = words.back;
      }
      void moveFigure(figure, move);
    });
  });
}
