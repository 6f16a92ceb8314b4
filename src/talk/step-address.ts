/**
 * Which step the address names: `#v=1&step=3`. Each step shown becomes an entry of the browser's history, so that Back and
 * Forward walk through what was shown. The steps of a file are in no address: they are gone with the window.
 */

/** The index of the step that a hash names, what it said when it names none, or undefined when it says nothing of steps. */
export function stepOfHash(hash: string, count: number): number | { readonly said: string } | undefined {
  const said = new URLSearchParams(hash.replace(/^#/, '')).get('step');
  if (said === null) return undefined;
  const step = /^\d{1,6}$/.test(said) ? Number(said) : 0;
  return step >= 1 && step <= count ? step - 1 : { said: said.slice(0, 24) };
}

/** The hash that names a step. */
export function hashOfStep(at: number): string {
  return `#v=1&step=${at + 1}`;
}
