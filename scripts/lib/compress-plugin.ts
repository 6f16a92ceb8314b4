/** Lets the preview server send text compressed, as static hosts do; Vite's own sends it as it is. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Plugin } from 'vite';
import { root } from './paths';

const compress = promisify(gzip);
const dist = join(root, 'dist');

/** What hosts compress; pictures and typefaces are compressed already. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.txt': 'text/plain',
};

/** The file of the built site that an address names. */
function fileOf(url: string, base: string): string {
  const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  const below = path.startsWith(base) ? path.slice(base.length) : path;
  return normalize(below.endsWith('/') || below === '' ? `${below}index.html` : below);
}

/**
 * The plugin.
 * @param base the path below which the site is served
 */
export function compressPlugin(base: string): Plugin {
  const sent = new Map<string, Promise<Buffer>>();
  const packed = (file: string) => {
    const known = sent.get(file) ?? readFile(join(dist, file)).then((text) => compress(text));
    sent.set(file, known);
    return known;
  };
  return {
    name: 'minima:compress',
    configurePreviewServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const file = fileOf(request.url ?? '/', base);
        const type = types[extname(file)];
        const accepts = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
        if (type === undefined || !accepts || file.startsWith('..')) {
          next();
          return;
        }
        packed(file).then(
          (bytes) => {
            response.writeHead(200, {
              'content-type': type,
              'content-encoding': 'gzip',
              'content-length': bytes.length,
              'cache-control': 'max-age=600',
            });
            response.end(bytes);
          },
          // No such file, or a redirect: as without this.
          () => next(),
        );
      });
    },
  };
}
