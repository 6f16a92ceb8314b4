/** Answers, to the page in whose frame the article stands: sent there and nowhere else, and kept nowhere. */
import { type Announcements, envelope } from '#host/protocol';
import { readQuery } from '#state/query';

let count = 0;

/** Says to a page around what a reader has answered. */
export function tellAnswer(answer: Announcements['answer']): void {
  if (window.parent === window) return;
  count += 1;
  window.parent.postMessage(
    envelope(`answer-${count}`, 'answer', answer),
    readQuery(window.location.search).origin ?? '*',
  );
}
