/** The registry of figures for commands, which run in Node without Vite. */
import { register } from 'node:module';

/** Runs in Node's loader: what only Vite can import, the addresses of workers, is empty for commands. */
const hooks = `export function resolve(specifier, context, next) {
  return specifier.endsWith('?worker&url')
    ? { url: 'data:text/javascript,export default ""', shortCircuit: true }
    : next(specifier, context);
}`;

register(`data:text/javascript,${encodeURIComponent(hooks)}`);

export const { figures } = await import('../../src/figures/registry');
