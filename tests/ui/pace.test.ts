import { afterEach, beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => setTimeout(callback, 16));
  vi.stubGlobal('window', globalThis);
  vi.resetModules();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('updates once before the next frame, however often it is asked to', async () => {
  const { cancelUpdate, requestUpdate } = await import('#ui/pace');
  const [update, forgotten] = [vi.fn(), vi.fn()];
  requestUpdate(update);
  requestUpdate(update);
  requestUpdate(forgotten);
  cancelUpdate(forgotten);
  vi.advanceTimersByTime(20);
  expect(update).toHaveBeenCalledTimes(1);
  expect(forgotten).not.toHaveBeenCalled();
  requestUpdate(update);
  vi.advanceTimersByTime(20);
  expect(update).toHaveBeenCalledTimes(2);
});

it('updates a few times a second while pictures go first, and soon after the last of them', async () => {
  const { requestUpdate, yieldToPictures } = await import('#ui/pace');
  const update = vi.fn();
  for (let k = 0; k < 150; k++) {
    yieldToPictures(150);
    requestUpdate(update);
    vi.advanceTimersByTime(20);
  }
  const during = update.mock.calls.length;
  expect(during).toBeGreaterThan(4);
  expect(during).toBeLessThan(12);
  vi.advanceTimersByTime(450);
  expect(update.mock.calls.length).toBe(during + 1);
});
