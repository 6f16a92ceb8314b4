/**
 * The step in the URL hash: `#v=1&step=3`. Each shown step is an entry of the browser's history. The steps of a file opened
 * by hand have no address.
 */

/** The index of the step in a hash, the text itself when it is no valid step, or undefined without the key. */
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
