/** Waits until a figure has drawn what its store says, and not a moment longer. */
import { abortReason } from './abort-reason';
import { motionText } from './text';

/** Frames of the browser without a new picture after which a change is taken to be one that shows nothing. */
const NOTHING_NEW = 4;
/** The same after a new picture: what is drawn a frame later by what follows the main view is seen by then. */
const AFTER_NEWS = 1;
/** Frames of the browser after which waiting is given up: counted, not timed, since hidden pages have none. */
const MOST_WAITING = 1800;

/** What can be seen of a figure from outside. */
export interface Sign {
  /** Pictures drawn so far. */
  readonly frames: number;
  readonly computing: boolean;
}

/** What has been seen since a change. */
export interface Watch {
  readonly frames: number;
  readonly news: boolean;
  readonly quiet: number;
  readonly looks: number;
}

/** The watch at a change. */
export function beginWatch({ frames }: Sign): Watch {
  return { frames, news: false, quiet: 0, looks: 0 };
}

/** The watch after one more look; `drawn` when the change is on the picture, `late` when it never comes. */
export function watchOn(watch: Watch, { frames, computing }: Sign): Watch | 'drawn' | 'late' {
  const isNew = frames !== watch.frames;
  const quiet = isNew || computing ? 0 : watch.quiet + 1;
  const news = watch.news || isNew;
  if (quiet >= (news ? AFTER_NEWS : NOTHING_NEW)) return 'drawn';
  if (watch.looks >= MOST_WAITING) return 'late';
  return { frames, news, quiet, looks: watch.looks + 1 };
}

function signOf(place: ParentNode): Sign {
  const root = place.querySelector<HTMLElement>('[data-figure]');
  return {
    frames: Number(root?.dataset.frames ?? 0),
    computing: place.querySelector('[data-status="computing"]') !== null,
  };
}

/**
 * Makes a change and resolves when the figure shows it; at once when nothing has changed.
 * @param change returns whether something is new
 */
export function whenDrawn(
  place: ParentNode,
  change: () => boolean,
  signal: AbortSignal | undefined,
): Promise<void> {
  const before = signOf(place);
  if (!change()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    let watch = beginWatch(before);
    let request = 0;
    const end = (settle: () => void) => {
      cancelAnimationFrame(request);
      signal?.removeEventListener('abort', stop);
      settle();
    };
    const stop = () => end(() => reject(abortReason(signal)));
    const look = () => {
      const next = watchOn(watch, signOf(place));
      if (next === 'drawn') return end(resolve);
      if (next === 'late') return end(() => reject(new Error(motionText.notDrawn)));
      watch = next;
      request = requestAnimationFrame(look);
    };
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop);
    request = requestAnimationFrame(look);
  });
}
