/** How many pixels of the screen a pixel of the page has; it changes with the screen and with the browser's zoom. */

/**
 * Tells when the ratio changes: no element changes its size then, so that a ResizeObserver hears nothing.
 * @returns what ends that
 */
export function onPixelRatio(listener: () => void): () => void {
  let query: MediaQueryList | undefined;
  const changed = () => {
    listen();
    listener();
  };
  // A query only knows whether this one ratio holds.
  const listen = () => {
    query?.removeEventListener('change', changed);
    query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener('change', changed);
  };
  listen();
  return () => query?.removeEventListener('change', changed);
}
