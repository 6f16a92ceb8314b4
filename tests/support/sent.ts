import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { root } from '../../scripts/lib/paths';

/** Bytes of a built file as a host sends it. */
export function sent(path: string): number {
  const bytes = readFileSync(join(root, 'dist', path === '/' ? 'index.html' : path));
  return /\.(?:js|css|html)$/.test(path) || path === '/' ? brotliCompressSync(bytes).length : bytes.length;
}
