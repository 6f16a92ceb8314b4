import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './paths';

/** The folder of the built site. */
const dist = join(root, 'dist');

/**
 * Builds the site into `dist`, for production whatever this process runs as (vitest sets NODE_ENV to `test`,
 * with which React would be built in its slow form).
 *
 * @throws Error when the build fails.
 */
export async function buildSite(): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'silent' });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** Says whether there is a built site to serve. */
export function siteIsBuilt(): boolean {
  return existsSync(join(dist, 'index.html'));
}
