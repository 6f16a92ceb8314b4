/** Full screen, wake lock, and the warning before unsaved steps are lost. */
import { useEffect, useState } from 'react';

/** Whether the page fills the screen, and a switch; it resolves with false where the browser does not allow it. */
export function useFullScreen(): readonly [full: boolean, set: (full: boolean) => Promise<boolean>] {
  const [full, setFull] = useState(document.fullscreenElement !== null);
  useEffect(() => {
    const update = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', update);
    return () => document.removeEventListener('fullscreenchange', update);
  }, []);
  const set = async (wanted: boolean) => {
    if (wanted === (document.fullscreenElement !== null)) return true;
    try {
      await (wanted ? document.documentElement.requestFullscreen() : document.exitFullscreen());
      return true;
    } catch {
      return false;
    }
  };
  return [full, set];
}

/** Keeps the screen awake where the browser supports it. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let ended = false;
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      try {
        const got = await navigator.wakeLock.request('screen');
        if (ended) await got.release();
        else lock = got;
      } catch {
        // Not supported or refused: the system's own settings apply.
      }
    };
    const askAgain = () => void ask();
    askAgain();
    // The browser releases the lock when the page is hidden.
    document.addEventListener('visibilitychange', askAgain);
    return () => {
      ended = true;
      document.removeEventListener('visibilitychange', askAgain);
      void lock?.release().catch(() => undefined);
    };
  }, []);
}

/** Asks before the page is left while there are steps that only this window has. */
export function useUnsaved(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
}
