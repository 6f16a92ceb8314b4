/** For commands, which run without Vite: what only Vite can import, the addresses of workers, is empty. Load it first. */
import { register } from 'node:module';

/** Runs in Node's loader. */
const hooks = `export function resolve(specifier, context, next) {
  return specifier.endsWith('?worker&url')
    ? { url: 'data:text/javascript,export default ""', shortCircuit: true }
    : next(specifier, context);
}`;

register(`data:text/javascript,${encodeURIComponent(hooks)}`);
