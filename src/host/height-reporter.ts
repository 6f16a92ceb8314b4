/** Reports the height of the content to the host page: debounced, and without feedback loops. */

/** Milliseconds without a change before a height is reported. */
const STANDS = 120;
/** Milliseconds within which a return to the earlier height counts as a reaction to the last report. */
const CIRCLE = 1000;

interface Timer {
  readonly now: () => number;
  readonly setTimeout: (task: () => void, milliseconds: number) => number;
  readonly clearTimeout: (id: number) => void;
}

export interface HeightReporter {
  /** Records the height of the content, in CSS pixels. */
  readonly note: (height: number) => void;
  readonly dispose: () => void;
}

/**
 * Reports heights once they are stable. Growing the frame may shrink its content (a scroll bar disappears), which would
 * shrink the frame, and so on: a smaller height that returns right after a report is not reported.
 */
export function createHeightReporter(report: (height: number) => void, timer: Timer): HeightReporter {
  let pending: number | undefined;
  let reported: { readonly height: number; readonly at: number } | undefined;
  let before: number | undefined;
  /** The suppressed height, until another one comes. */
  let kept: number | undefined;
  const dispose = () => {
    if (pending !== undefined) timer.clearTimeout(pending);
    pending = undefined;
  };
  return {
    dispose,
    note(exact) {
      dispose();
      const height = Math.ceil(exact);
      if (height <= 0 || height === reported?.height) return;
      pending = timer.setTimeout(() => {
        pending = undefined;
        const comesBack =
          reported && height === before && height < reported.height && timer.now() - reported.at < CIRCLE;
        if (comesBack || height === kept) {
          kept = height;
          return;
        }
        kept = undefined;
        before = reported?.height;
        reported = { height, at: timer.now() };
        report(height);
      }, STANDS);
    },
  };
}
