/**
 * The built site on one port and pages of somebody else on another: two origins, as with an embedded figure. The site
 * answers with the headers of a plain static host, or with those of a test.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { root } from '../../scripts/lib/paths';
import { ANSWERS, answersFile } from './memory';
import { type OpenedPage, openPage, type PageOptions, sharePage } from './page';

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

/** Servers that the tests of a file share. */
const lasting: Server[] = [];

function close(server: Server): void {
  server.closeAllConnections();
  server.close();
}

/** Closes the servers that the tests of a file shared. */
export function closeSharedServers(): void {
  lasting.splice(0).forEach(close);
  sharedHosts.clear();
}

/** Serves what `answer` gives for a path, on any free port of this computer, until the test or the file has ended. */
async function serve(answer: Answer, headers: Headers, isShared = false): Promise<Origin> {
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
  if (isShared) lasting.push(server);
  else onTestFinished(() => close(server));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked };
}

const dist = join(root, 'dist');

/** A file of the built site, or what its workers answered once; undefined when there is none. */
async function built(path: string): Promise<Buffer | undefined> {
  if (path.endsWith(ANSWERS)) return readFile(answersFile());
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

/** The site in a frame of a host page. */
export interface FrameOptions {
  /** The id of the frame; `embed` when left out. */
  readonly id?: string;
  /** Of the frame's address: `figure=pair&controls=min`; `embed=1` is put before it. `{host}` is the host's origin. */
  readonly query: string;
  /** The state after the `#`, without it. */
  readonly hash?: string;
  /** Size of the frame in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  /** More attributes of the frame, such as `sandbox="allow-scripts"`. */
  readonly attributes?: string;
}

export interface EmbedOptions extends Omit<PageOptions, 'path' | 'hash'>, Omit<FrameOptions, 'id'> {
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

/** The HTML of a frame with the site, which is at this address. */
export function frameTag(site: string, options: FrameOptions): string {
  const { id = 'embed', query, hash, size = { width: 640, height: 400 }, attributes = '' } = options;
  const address = `${site}embed.html?embed=1&${query}${hash === undefined ? '' : `#${hash}`}`;
  return `<iframe id="${id}" title="A figure" width="${size.width}" height="${size.height}"
    src="${address.replaceAll('&', '&amp;')}" ${attributes}></iframe>`;
}

/**
 * The document in a frame of the page.
 *
 * @throws Error when the frame does not load.
 */
export async function frameOf(page: Page, id = 'embed'): Promise<Frame> {
  const element = await page.waitForSelector(`#${id}`, { state: 'attached' });
  const frame = await element.contentFrame();
  if (!frame) throw new Error('the frame has no document');
  await frame.waitForLoadState();
  return frame;
}

interface Hosts {
  readonly site: Origin;
  readonly host: Origin;
}

/** Serves the site, and a page of another origin with the site in an iframe (`#embed`). */
async function serveEmbedded(options: EmbedOptions, isShared: boolean): Promise<Hosts> {
  const { siteHeaders = plainHeaders, below = '', query } = options;
  const site = await serve(built, siteHeaders, isShared);
  const pages: Record<string, string> = {};
  const host = await serve(async (path) => pages[path], {}, isShared);
  const named = query.replace('{host}', encodeURIComponent(host.url.slice(0, -1)));
  pages['/index.html'] = hostPage(frameTag(site.url, { ...options, query: named }) + below);
  return { site, host };
}

/** What is left for the page when the frame has its own. */
function pageOptions(options: EmbedOptions, { site, host }: Hosts): PageOptions {
  const {
    query: _,
    hash: _hash,
    size: _size,
    attributes: _more,
    siteHeaders: _sent,
    below: _below,
    ...page
  } = options;
  return { ...page, path: host.url, otherHosts: [new URL(site.url).host] };
}

/**
 * Opens a page of another origin with the site in an iframe (`#embed`).
 *
 * @throws Error when the frame does not load.
 */
export async function openEmbedded(options: EmbedOptions): Promise<EmbeddedPage> {
  const hosts = await serveEmbedded(options, false);
  const opened = await openPage(pageOptions(options, hosts));
  return { ...opened, ...hosts, frame: await frameOf(opened.page) };
}

/** Servers of the pages that the tests of a file share, by what was asked for. */
const sharedHosts = new Map<string, Promise<Hosts>>();

/**
 * The page of another origin with the site in an iframe that the tests of a file share. Its figure is ready and at its
 * start; of what it said before, the page has only how it began: `ready` and errors.
 *
 * @throws Error when the frame does not load.
 */
export async function shareEmbedded(options: Omit<EmbedOptions, 'before'>): Promise<EmbeddedPage> {
  const key = JSON.stringify(options);
  const serving = sharedHosts.get(key) ?? serveEmbedded(options, true);
  sharedHosts.set(key, serving);
  const hosts = await serving;
  const opened = await sharePage(pageOptions(options, hosts));
  const frame = await frameOf(opened.page);
  await ready(opened);
  await ask(opened, 'reset');
  // What changed is said in the next frame.
  await frame.evaluate(async () => {
    for (let k = 0; k < 2; k++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  await opened.page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve));
    const all = window as unknown as { heard: Heard[] };
    all.heard = all.heard.filter(({ data }) =>
      ['ready', 'error'].includes((data as Partial<Message> | null)?.type ?? ''),
    );
  });
  return { ...opened, ...hosts, frame };
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

/** Posts any data to an embedded figure, as the host page. */
export async function post({ page }: Pick<OpenedPage, 'page'>, data: unknown, id = 'embed'): Promise<void> {
  await page.evaluate(
    ([sent, name]) => {
      document.querySelector<HTMLIFrameElement>(`#${name}`)?.contentWindow?.postMessage(sent, '*');
    },
    [data, id] as const,
  );
}

let asked = 0;

/** Sends a request as the host page and waits for its reply: `{ ok, result }` or `{ ok, error }`. */
export async function ask(
  opened: Pick<OpenedPage, 'page'>,
  type: string,
  payload?: unknown,
  frame = 'embed',
): Promise<Payload> {
  const id = `test-${++asked}`;
  await post(opened, { source: 'minima-at-infinity', v: 1, id, type, payload }, frame);
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
