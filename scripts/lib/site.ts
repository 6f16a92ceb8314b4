import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './paths';
import { toolPath } from './tools';

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
    await run(process.execPath, [toolPath('vite', 'vite'), 'build', '--logLevel', 'error'], {
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
