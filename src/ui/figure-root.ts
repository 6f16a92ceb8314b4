/** What every figure's root says to tests and hosts: how many frames it drew, and when the first is in place. */
import { type RefObject, useRef } from 'react';

/**
 * Counts drawn frames in `data-frames`, and sets `data-ready` once the first is drawn in the right typefaces.
 * @returns a function to call after each drawn frame
 */
export function useReady(root: RefObject<HTMLElement | null>): () => void {
  const frames = useRef(0);
  const report = useRef(() => {
    frames.current += 1;
    const element = root.current;
    if (!element) return;
    element.dataset.frames = String(frames.current);
    if (frames.current > 1) return;
    void document.fonts.ready.then(() => {
      requestAnimationFrame(() => {
        element.dataset.ready = 'true';
      });
    });
  });
  return report.current;
}
