import { type Plugin, preview } from 'vite';
import { root } from './paths';
import { siteIsBuilt } from './site';

/** A running server of the built site. */
export interface Served {
  /** The address of the site's first page; ends with a slash. */
  url: string;
  close(): Promise<void>;
}

/** Where to serve: on which port (0: any free one) and below which path (`/` unless told). */
export interface ServeOptions {
  port: number;
  base?: string;
  plugins?: Plugin[];
}

/**
 * Serves `dist` on this computer only. A port that is taken is replaced by the next free one. Unlike `vite preview` it
 * answers 404, not the first page, for files that are not there.
 *
 * @throws Error when the site is not built.
 */
export async function serveSite({ port, base = '/', plugins = [] }: ServeOptions): Promise<Served> {
  if (!siteIsBuilt()) throw new Error('dist is not built: run npm run build');
  const server = await preview({
    root,
    base,
    configFile: false,
    appType: 'mpa',
    logLevel: 'silent',
    plugins,
    preview: { host: '127.0.0.1', port, strictPort: false },
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('the server started without an address');
  return { url, close: () => server.close() };
}
