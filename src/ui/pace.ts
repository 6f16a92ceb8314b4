/**
 * When parts of the page follow what is dragged: before the next frame, and where pictures are slow to draw only now and
 * then, so that the pictures go first.
 */

/** Milliseconds between two updates of everything beside a slow picture. */
const SLOW_PACE = 400;

const waiting = new Set<() => void>();
let frame = 0;
let timer: number | undefined;
let slowUntil = 0;
let lastRun = 0;

function run(): void {
  frame = 0;
  lastRun = performance.now();
  const now = [...waiting];
  waiting.clear();
  for (const update of now) update();
}

function schedule(): void {
  if (frame !== 0 || timer !== undefined || waiting.size === 0) return;
  const now = performance.now();
  const wait = now < slowUntil ? lastRun + SLOW_PACE - now : 0;
  if (wait <= 0) frame = requestAnimationFrame(run);
  else {
    timer = window.setTimeout(() => {
      timer = undefined;
      schedule();
    }, wait);
  }
}

/** Runs an update before the next frame, once however often it is asked for; later while pictures go first. */
export function requestUpdate(update: () => void): void {
  waiting.add(update);
  schedule();
}

/** Forgets an update that was asked for. */
export function cancelUpdate(update: () => void): void {
  waiting.delete(update);
}

/** For this many milliseconds from now, pictures that are slow to draw go first. */
export function yieldToPictures(milliseconds: number): void {
  slowUntil = performance.now() + milliseconds;
}
