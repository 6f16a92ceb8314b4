/** Sends answers to the page in whose frame the article stands, and nowhere else. They are not kept. */
import { type Announcements, envelope } from '#host/protocol';
import { readQuery } from '#state/query';

let count = 0;

/** Sends one answer. */
export function reportAnswer(answer: Announcements['answer']): void {
  if (window.parent === window) return;
  count += 1;
  window.parent.postMessage(
    envelope(`answer-${count}`, 'answer', answer),
    readQuery(window.location.search).origin ?? '*',
  );
}
