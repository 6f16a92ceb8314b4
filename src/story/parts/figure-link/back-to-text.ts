/** The button that leads from a figure back to the phrase from which the page was scrolled to it. */
import { prefersReducedMotion } from '#state/motion';
import type { Words } from '#story/text/words';

/** Scrolls an element into view; a larger one than the window, to its beginning. */
export function scrollIntoView(element: HTMLElement): void {
  const still = prefersReducedMotion();
  const isLarge = element.getBoundingClientRect().height > window.innerHeight;
  element.scrollIntoView({ block: isLarge ? 'start' : 'center', behavior: still ? 'auto' : 'smooth' });
}

/** Makes the button. @returns a function that shows it until the phrase is seen again */
export function createBackToText(words: Words): (origin: HTMLElement) => void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'back-to-text';
  button.dataset.action = 'back-to-text';
  const said = words.backToText;
  button.textContent = `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
  button.hidden = true;
  document.body.append(button);
  let from: HTMLElement | undefined;
  let hasLeft = false;
  const observer = new IntersectionObserver((entries) => {
    const isSeen = entries.at(-1)?.isIntersecting ?? false;
    if (!isSeen) {
      hasLeft = true;
      button.hidden = false;
    } else if (hasLeft) {
      observer.disconnect();
      button.hidden = true;
    }
  });
  button.addEventListener('click', () => {
    if (!from) return;
    scrollIntoView(from);
    from.focus({ preventScroll: true });
  });
  return (origin) => {
    observer.disconnect();
    from = origin;
    hasLeft = false;
    observer.observe(origin);
  };
}
