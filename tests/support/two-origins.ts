/**
 * The built site on one port and pages of somebody else on another: two origins, as with an embedded figure. The site
 * answers with the headers of a plain static host, or with those of a test.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Frame } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { root } from '../../scripts/lib/paths';
import { type OpenedPage, openPage, type PageOptions } from './page';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
};

/** What a static host such as GitHub Pages sends with every file. */
export const plainHeaders: Headers = { 'access-control-allow-origin': '*' };

type Headers = Readonly<Record<string, string>>;
type Answer = (path: string) => Promise<string | Buffer | undefined>;

interface Origin {
  /** The address of its first page; ends with a slash. */
  readonly url: string;
  /** The paths that were asked for, in order. */
  readonly asked: readonly string[];
}

/** Serves what `answer` gives for a path, on any free port of this computer, until the test has ended. */
async function serve(answer: Answer, headers: Headers): Promise<Origin> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    asked.push(path);
    void answer(path).then((body) => {
      const type = types[extname(path)] ?? 'application/octet-stream';
      response.writeHead(body === undefined ? 404 : 200, { 'content-type': type, ...headers });
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked };
}

const dist = join(root, 'dist');

/** A file of the built site; undefined when there is none. */
async function built(path: string): Promise<Buffer | undefined> {
  const file = normalize(join(dist, decodeURIComponent(path)));
  if (!file.startsWith(dist)) return undefined;
  return readFile(file).catch(() => undefined);
}

/** The site on an origin of its own, for as long as the test runs. */
export function serveBuiltSite(headers: Headers = plainHeaders): Promise<Origin> {
  return serve(built, headers);
}

/** Pages by their path (`/index.html`), for as long as the test runs. */
export function servePages(pages: Readonly<Record<string, string>>, headers: Headers = {}): Promise<Origin> {
  return serve(async (path) => pages[path], headers);
}

/** Runs in the host page: keeps what its frames say. */
const listening = `<script>
  window.heard = [];
  addEventListener('message', (event) => {
    window.heard.push({ origin: event.origin, data: event.data, from: event.source });
  });
</script>`;

/** A page of somebody else, around a text of HTML. */
export function hostPage(body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host page</title><link rel="icon" href="data:,">
    <style>body { margin: 8px; background: #e8f0ff; } iframe { border: 0; display: block; }</style>
    ${listening}<h1>A host page</h1>${body}`;
}

export interface EmbedOptions extends Omit<PageOptions, 'path' | 'hash'> {
  /** Of the frame's address: `figure=pair&controls=min`; `embed=1` is put before it. `{host}` is the host's origin. */
  readonly query: string;
  /** The state after the `#`, without it. */
  readonly hash?: string;
  /** Size of the frame in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  /** More attributes of the frame, such as `sandbox="allow-scripts"`. */
  readonly attributes?: string;
  /** Headers of the site; those of a plain static host when left out. */
  readonly siteHeaders?: Headers;
  /** HTML below the frame. */
  readonly below?: string;
}

/** An opened host page with the site in a frame. */
export interface EmbeddedPage extends OpenedPage {
  /** The embedded document. */
  readonly frame: Frame;
  readonly site: Origin;
  readonly host: Origin;
}

/** A message as the host page heard it. */
export interface Heard {
  readonly origin: string;
  readonly data: unknown;
}

/**
 * Opens a page of another origin with the site in an iframe (`#embed`).
 *
 * @throws Error when the frame does not load.
 */
export async function openEmbedded(options: EmbedOptions): Promise<EmbeddedPage> {
  const {
    query,
    hash,
    size = { width: 640, height: 400 },
    attributes = '',
    siteHeaders,
    below = '',
    ...page
  } = options;
  const site = await serveBuiltSite(siteHeaders);
  const pages: Record<string, string> = {};
  const host = await servePages(pages);
  const asked = `embed=1&${query.replace('{host}', encodeURIComponent(host.url.slice(0, -1)))}`;
  const address = `${site.url}embed.html?${asked}${hash === undefined ? '' : `#${hash}`}`;
  const frameTag = `<iframe id="embed" title="A figure" width="${size.width}" height="${size.height}"
    src="${address.replaceAll('&', '&amp;')}" ${attributes}></iframe>`;
  pages['/index.html'] = hostPage(frameTag + below);
  const opened = await openPage({ ...page, path: host.url, otherHosts: [new URL(site.url).host] });
  const element = await opened.page.waitForSelector('#embed', { state: 'attached' });
  const frame = await element.contentFrame();
  if (!frame) throw new Error('the frame has no document');
  await frame.waitForLoadState();
  return { ...opened, frame, site, host };
}

/** Opens a page of another origin with any content, which is given the address of the site. */
export async function openHostPage(
  body: (site: string) => string,
  options: Omit<PageOptions, 'path' | 'hash'> & {
    readonly siteHeaders?: Headers;
    readonly hostHeaders?: Headers;
  } = {},
): Promise<OpenedPage & { readonly site: Origin; readonly host: Origin }> {
  const { siteHeaders, hostHeaders, ...page } = options;
  const site = await serveBuiltSite(siteHeaders);
  const host = await servePages({ '/index.html': hostPage(body(site.url)) }, hostHeaders);
  const opened = await openPage({ ...page, path: host.url, otherHosts: [new URL(site.url).host] });
  return { ...opened, site, host };
}

/** What the host page has heard so far. */
export function heard({ page }: Pick<OpenedPage, 'page'>): Promise<Heard[]> {
  return page.evaluate(() => {
    const all = (window as unknown as { heard: Heard[] }).heard;
    return all.map(({ origin, data }) => ({ origin, data }));
  });
}

/** The messages of our kind that the host page has heard so far, of one type. */
export async function said(opened: Pick<OpenedPage, 'page'>, type: string): Promise<Message[]> {
  const all = (await heard(opened)).map(({ data }) => data as Message | null);
  return all.filter((one): one is Message => one?.source === 'minima-at-infinity' && one.type === type);
}

/** What messages carry, each its part of it, as tests read it. */
export interface Payload {
  readonly ok: boolean;
  readonly error: string;
  readonly result: Payload;
  readonly figure: string;
  readonly title: string;
  readonly version: string;
  readonly hash: string;
  readonly values: Readonly<Record<string, number>>;
  readonly state: Payload;
  readonly problems: readonly string[];
  readonly isPlaying: boolean;
  readonly isFinal: boolean;
  readonly isUserInitiated: boolean;
  readonly isComplete: boolean;
  readonly code: string;
  readonly sentence: string;
  readonly height: number;
  readonly presets: readonly { readonly id: string }[];
  readonly keys: readonly { readonly key: string; readonly options: readonly string[] }[];
}

export interface Message {
  readonly source: string;
  readonly v: number;
  readonly id: string | number;
  readonly type: string;
  readonly payload: Payload;
}

/** Posts any data to the embedded figure, as the host page. */
export async function post({ page }: Pick<OpenedPage, 'page'>, data: unknown): Promise<void> {
  await page.evaluate((sent) => {
    document.querySelector<HTMLIFrameElement>('#embed')?.contentWindow?.postMessage(sent, '*');
  }, data);
}

let asked = 0;

/** Sends a request as the host page and waits for its reply: `{ ok, result }` or `{ ok, error }`. */
export async function ask(
  opened: Pick<OpenedPage, 'page'>,
  type: string,
  payload?: unknown,
): Promise<Payload> {
  const id = `test-${++asked}`;
  await post(opened, { source: 'minima-at-infinity', v: 1, id, type, payload });
  const reply = await opened.page.waitForFunction((wanted) => {
    const all = (window as unknown as { heard: Heard[] }).heard;
    const found = all.find(({ data }) => {
      const { type: kind, id: which } = (data ?? {}) as Partial<Message>;
      return kind === 'reply' && which === wanted;
    });
    return found ? { payload: (found.data as Message).payload } : undefined;
  }, id);
  return ((await reply.jsonValue()) as { payload: Payload }).payload;
}

/** Waits until the embedded figure has said that it is ready, and returns what it said. */
export async function ready(opened: Pick<OpenedPage, 'page'>): Promise<Payload> {
  await opened.page.waitForFunction(() =>
    (window as unknown as { heard: Heard[] }).heard.some(
      ({ data }) => (data as Partial<Message> | null)?.type === 'ready',
    ),
  );
  const [first] = await said(opened, 'ready');
  if (!first) throw new Error('no word of a ready figure');
  return first.payload;
}
