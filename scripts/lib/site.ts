import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './paths';

/** The folder of the built site. */
const dist = join(root, 'dist');

const run = promisify(execFile);

/**
 * Builds the site into `dist`, in a process of its own: this one may have loaded React in its slow form already, of which
 * the article cannot be made together with the fast one.
 *
 * @throws Error with what the build says when it fails.
 */
export async function buildSite(): Promise<void> {
  try {
    await run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
    });
  } catch (error) {
    const said = (error as { readonly stderr?: string }).stderr?.trim();
    throw said ? new Error(said) : error;
  }
}

/** Says whether there is a built site to serve. */
export function siteIsBuilt(): boolean {
  return existsSync(join(dist, 'index.html'));
}

/** All that goes into the site. */
const sources = 'src public scripts/lib index.html embed.html vite.config.ts package-lock.json'.split(' ');

/** When a file, or the newest one in a folder, was changed last, in milliseconds. */
function changedAt(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

/** Says whether there is a built site and nothing that goes into it has changed since. */
export function siteIsFresh(): boolean {
  const built = changedAt(join(dist, 'index.html'));
  return built > 0 && sources.every((source) => changedAt(join(root, source)) <= built);
}
