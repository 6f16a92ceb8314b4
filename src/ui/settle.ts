/** Waiting until a figure stands still. */
import { initialStillness, nextStillness, type Observation, type Stillness } from '#state/stillness';

/** What can be seen of a figure inside an element. */
function observe(place: ParentNode): Omit<Observation, 'now' | 'fonts'> {
  const root = place.querySelector<HTMLElement>('[data-figure]');
  if (!root) return { figure: 'absent', status: 'idle', frames: 0 };
  const said = [...root.querySelectorAll<HTMLElement>('[data-status]')].map(({ dataset }) => dataset.status);
  const status = (['computing', 'failed', 'ready'] as const).find((one) => said.includes(one)) ?? 'idle';
  const figure =
    root.dataset.error !== undefined ? 'crashed' : root.dataset.ready === 'true' ? 'drawn' : 'waiting';
  return { figure, status, frames: Number(root.dataset.frames ?? 0) };
}

/** Milliseconds after which waiting is given up: the hardest networks take twenty seconds on a slow machine. */
const LIMIT = 90_000;

/**
 * Resolves with the state in which the figure inside an element came to rest, `ready` or `failed`.
 * @param onPhase told about each phase
 */
export function whenSettled(
  place: ParentNode,
  onPhase: (state: Stillness) => void = () => {},
  limit = LIMIT,
): Promise<Stillness> {
  let fonts = false;
  void document.fonts.ready.then(() => {
    fonts = true;
  });
  let state = initialStillness(performance.now());
  return new Promise((resolve) => {
    const look = () => {
      const next = nextStillness(state, { ...observe(place), now: performance.now(), fonts }, limit);
      if (next.phase !== state.phase) onPhase(next);
      state = next;
      if (state.phase === 'ready' || state.phase === 'failed') resolve(state);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
