/** Whoever is taken from a phrase to its figure, further up, finds a button that leads back to the phrase. */
import type { Words } from '#story/text/words';

/** Scrolls an element into view; a larger one than the window, to its beginning. */
export function scrollTo(element: HTMLElement): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const isLarge = element.getBoundingClientRect().height > window.innerHeight;
  element.scrollIntoView({ block: isLarge ? 'start' : 'center', behavior: still ? 'auto' : 'smooth' });
}

/** Makes the button. @returns what offers it, until the reader is back at the origin in whichever way */
export function createWayBack(words: Words): (origin: HTMLElement) => void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'way-back';
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
    scrollTo(from);
    from.focus({ preventScroll: true });
  });
  return (origin) => {
    observer.disconnect();
    from = origin;
    hasLeft = false;
    observer.observe(origin);
  };
}
