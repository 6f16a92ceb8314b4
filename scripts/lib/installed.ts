import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

interface Lock {
  packages: Record<string, { version?: string }>;
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

/** Lists the packages that `root`'s package.json asks for and that are not installed as package-lock.json says. */
export function missingPackages(root: string): string[] {
  const { dependencies, devDependencies } = read<Manifest>(join(root, 'package.json'));
  const { packages } = read<Lock>(join(root, 'package-lock.json'));
  return Object.keys({ ...dependencies, ...devDependencies }).filter((name) => {
    try {
      const { version } = read<{ version: string }>(join(root, 'node_modules', name, 'package.json'));
      return version !== packages[`node_modules/${name}`]?.version;
    } catch {
      return true;
    }
  });
}
