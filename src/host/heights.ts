/** When a page around is told a new height: once it stands, and never in a circle. */

/** Milliseconds that a height must stand before it is told. */
const STANDS = 120;
/** Milliseconds within which a height that comes back is taken for an answer to the last one told. */
const CIRCLE = 1000;

interface Timer {
  readonly now: () => number;
  readonly setTimeout: (task: () => void, milliseconds: number) => number;
  readonly clearTimeout: (id: number) => void;
}

export interface HeightTeller {
  /** Takes note of the height that the content has now, in CSS pixels. */
  readonly note: (height: number) => void;
  readonly dispose: () => void;
}

/**
 * Tells heights that have stood for a moment, each once. A frame that grows may make its content smaller (a scroll bar
 * goes), which would make the frame shrink, and so on: a height that comes back at once, and is the smaller of the two, is
 * not told.
 */
export function createHeightTeller(tell: (height: number) => void, timer: Timer): HeightTeller {
  let pending: number | undefined;
  let told: { readonly height: number; readonly at: number } | undefined;
  let before: number | undefined;
  /** The height that came back, for as long as it stays. */
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
      if (height <= 0 || height === told?.height) return;
      pending = timer.setTimeout(() => {
        pending = undefined;
        const comesBack = told && height === before && height < told.height && timer.now() - told.at < CIRCLE;
        if (comesBack || height === kept) {
          kept = height;
          return;
        }
        kept = undefined;
        before = told?.height;
        told = { height, at: timer.now() };
        tell(height);
      }, STANDS);
    },
  };
}
