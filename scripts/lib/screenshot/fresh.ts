/** Whether the built site is that of the sources. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** All that goes into the site, but for the plugins of the build. */
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** The scripts with which it is built. */
function plugins(root: string): readonly string[] {
  const config = readFileSync(join(root, 'vite.config.ts'), 'utf8');
  return [...config.matchAll(/from '\.\/(scripts\/[^']+)'/g)].map(([, path = '']) => path);
}

function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path).reduce(
    (latest, name) => Math.max(latest, newest(join(path, name))),
    found.mtimeMs,
  );
}

/** Whether `dist` below a folder is there and nothing that goes into it has changed since. */
export function siteIsFresh(root: string): boolean {
  const built = statSync(join(root, 'dist', 'index.html'), { throwIfNoEntry: false })?.mtimeMs;
  if (built === undefined) return false;
  return [...SOURCES, ...plugins(root)].every((source) => newest(join(root, source)) <= built);
}
