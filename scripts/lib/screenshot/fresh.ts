/** Whether the built site is that of the sources. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** All that goes into the site. */
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json', 'scripts/lib/oembed'];

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
  return built !== undefined && SOURCES.every((source) => newest(join(root, source)) <= built);
}
