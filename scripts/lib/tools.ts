import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths';

interface Manifest {
  bin?: string | Record<string, string>;
}

/**
 * The script of a command that an installed package brings, to be run by Node on every system.
 *
 * @throws Error when the package is not installed or brings no such command.
 */
export function toolPath(packageName: string, command: string): string {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const script = typeof bin === 'string' ? bin : bin?.[command];
  if (script === undefined) throw new Error(`${packageName} brings no command ${command}`);
  return join(folder, script);
}
