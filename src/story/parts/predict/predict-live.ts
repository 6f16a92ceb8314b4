/** Questions that the reader answers before the figure does. */

import { moveFigure } from '#story/parts/figure-link/figure-link-live';
import type { LiveScene, LiveScenes } from '#story/parts/scene/live-scenes';
import type { Words } from '#story/text/words';
import { choiceOf } from './choice-live';
import type { Question } from './question';
import { reportAnswer } from './report-answer';

/** Whether enough of a figure is seen to follow it. */
function isSeen({ place }: LiveScene): boolean {
  const { top, bottom } = place.getBoundingClientRect();
  return Math.min(bottom, window.innerHeight) - Math.max(top, 0) > 0.5 * (bottom - top);
}

/** A button that brings the figure that answers into view and moves it; one such for each question. */
function offerFigure(form: HTMLFormElement, words: Words): void {
  if (form.querySelector('.predict-see')) return;
  const { driveAt = '', to, play, seconds = '2' } = form.dataset;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'drive predict-see';
  button.textContent = words.predict.see;
  Object.assign(button.dataset, { drive: driveAt, seconds, ...(to && { to }), ...(play && { play }) });
  form.querySelector('.predict-actions')?.append(button);
}

/** Lets the figure answer: at once where it is seen, else when the reader asks. */
function answerByFigure(form: HTMLFormElement, scenes: LiveScenes, words: Words): void {
  const { driveAt, to, play, seconds = '2' } = form.dataset;
  if (driveAt === undefined || (to === undefined && play === undefined)) return;
  scenes.withScene(driveAt, (figure) => {
    if (isSeen(figure)) void moveFigure(figure, { to, play, seconds: Number(seconds) });
    else offerFigure(form, words);
  });
}

function start(form: HTMLFormElement, question: Question, scenes: LiveScenes, words: Words): void {
  const status = form.querySelector<HTMLElement>('.predict-said');
  const details = form.querySelector('details');
  const say = (text: string, isSeen = false, why?: Element) => {
    if (!status) return;
    const more = why?.cloneNode(true).childNodes ?? [];
    status.replaceChildren(text, ...(why ? [' ', ...more] : []));
    status.classList.toggle('visually-hidden', isSeen);
  };
  const answered = (how: string) => {
    form.dataset.answered = how;
    question.reveal();
    if (details) details.open = true;
    answerByFigure(form, scenes, words);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = question.given();
    if (!given) {
      say(question.nothing);
      return;
    }
    const { answer, isRight, said, why } = given;
    answered(isRight ? 'right' : 'wrong');
    say(said, question.isSeen, why);
    reportAnswer({ question: form.dataset.predict ?? '', answer, isRight });
  });
  form.querySelector('[data-action="show-answer"]')?.addEventListener('click', () => {
    answered(form.dataset.answered ?? 'shown');
    say(question.shown, true);
  });
}

/** Pads are drawn on by code that comes after the text. */
async function padOf(form: HTMLFormElement, words: Words): Promise<Question | undefined> {
  const pad = form.querySelector<HTMLElement>('[data-draw], [data-slope]');
  if (!pad) return undefined;
  if (pad.dataset.draw === undefined) return (await import('./slope-live')).slopeOf(pad, form, words);
  return (await import('./draw-live')).drawOf(pad, form, words);
}

/** Makes the questions of an article work. */
export function startPredictions(article: HTMLElement, scenes: LiveScenes, words: Words): void {
  for (const form of article.querySelectorAll<HTMLFormElement>('[data-predict]')) {
    const choice = choiceOf(form, words);
    if (choice) start(form, choice, scenes, words);
    else void padOf(form, words).then((pad) => pad && start(form, pad, scenes, words));
  }
}
