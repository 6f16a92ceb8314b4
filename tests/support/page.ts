import {
  type Browser,
  type BrowserContext,
  type CDPSession,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';
import { expect, inject, onTestFailed, onTestFinished } from 'vitest';
import { remember } from './memory';
import { collectProblems } from './problems';

/**
 * How scenes are drawn, which takes the software renderer half of the time of a test: as readers see them, without
 * smooth edges (half of that), or not at all, in which case everything happens but the filling of pixels.
 */
export type Drawing = 'smooth' | 'plain' | 'none';

/** What kind of reader opens which page; everything may be left out. */
export interface PageOptions {
  /**
   * Below the site's address, with the query: `?figure=pair&embed=1`. A full address is taken as it is. Without it, the
   * page with the figure `pair` alone.
   */
  path?: string;
  /** The state after the `#`, without it. */
  hash?: string;
  viewport?: { width: number; height: number };
  theme?: 'light' | 'dark';
  reducedMotion?: boolean;
  /** A phone: touch instead of a mouse, and the mobile viewport. */
  touch?: boolean;
  /** `false`: no canvas gives a WebGL context. */
  webgl?: boolean;
  locale?: string;
  /** `false`: a reader without JavaScript. */
  script?: boolean;
  /** How much of scenes is drawn; `none`, of no use to a test that looks at pictures, unless the project says otherwise. */
  drawing?: Drawing;
  /** `real`: workers compute, in place of saying what they said before (see `memory.ts`). */
  computing?: 'real';
  /** In a context of its own, without files and answers that pages before it left. */
  apart?: true;
  /** Hosts (with port) besides the page's own that may be asked: those of its frames. */
  otherHosts?: readonly string[];
  /** Files that never come, as a pattern of their address. */
  missing?: string;
  /** Prepares the page before it is opened, for init scripts and routes. */
  before?: (page: Page) => Promise<unknown>;
}

/** An opened page, and the list that fills with its problems as they happen. */
export interface OpenedPage {
  page: Page;
  context: BrowserContext;
  problems: string[];
}

const usualSize = { width: 1280, height: 800 };

let browser: Promise<Browser> | undefined;

/** Runs in the page: makes every canvas refuse WebGL, as browsers without a working GPU do. */
function refuseWebgl(): void {
  for (const canvas of [HTMLCanvasElement, OffscreenCanvas]) {
    const original = canvas.prototype.getContext as (...args: unknown[]) => unknown;
    Object.defineProperty(canvas.prototype, 'getContext', {
      value(this: unknown, type: string, ...rest: unknown[]): unknown {
        return type.includes('webgl') ? null : original.call(this, type, ...rest);
      },
    });
  }
}

/** Runs in the page: canvases do not smooth edges, and nobody knows that software draws them. */
function refuseSmoothing(): void {
  const extension = Reflect.get(WebGL2RenderingContext.prototype, 'getExtension') as (
    name: string,
  ) => unknown;
  Object.defineProperty(WebGL2RenderingContext.prototype, 'getExtension', {
    value(this: unknown, name: string): unknown {
      return name === 'WEBGL_debug_renderer_info' ? null : extension.call(this, name);
    },
  });
  for (const canvas of [HTMLCanvasElement, OffscreenCanvas]) {
    const original = canvas.prototype.getContext as (...args: unknown[]) => unknown;
    Object.defineProperty(canvas.prototype, 'getContext', {
      configurable: true,
      value(this: unknown, type: string, asked?: object): unknown {
        return original.call(this, type, type.includes('webgl') ? { ...asked, antialias: false } : asked);
      },
    });
  }
}

/** Runs in the page: WebGL does everything but fill pixels. */
function refuseDrawing(): void {
  for (const name of ['drawElements', 'drawArrays', 'drawElementsInstanced', 'drawArraysInstanced'] as const)
    Object.defineProperty(WebGL2RenderingContext.prototype, name, { value: () => undefined });
}

/** Pages that do not draw their scenes. */
const undrawn = new WeakSet<Page>();

type ContextOptions = Pick<PageOptions, 'touch' | 'locale' | 'script'>;

async function newContext({ touch = false, locale = 'en-GB', script = true }: ContextOptions) {
  browser ??= chromium.connect(inject('browserEndpoint'));
  const context = await (await browser).newContext({
    viewport: usualSize,
    deviceScaleFactor: 1,
    hasTouch: touch,
    isMobile: touch,
    locale,
    javaScriptEnabled: script,
    timezoneId: 'UTC',
  });
  context.setDefaultTimeout(Number(process.env.PATIENCE ?? 30_000));
  return context;
}

/** A context whose pages have one process and one cache, both of which live as long as its first page. */
interface Household {
  readonly context: BrowserContext;
  readonly storage: CDPSession;
}

/** The contexts of this file, by what cannot be changed in an open page. */
const households = new Map<string, Promise<Household>>();

async function newHousehold(options: ContextOptions): Promise<Household> {
  const context = await newContext(options);
  const keeper = await context.newPage();
  await keeper.goto(new URL('favicon.svg', inject('siteUrl')).href);
  return { context, storage: await context.newCDPSession(keeper) };
}

/** A context with a process and files that are there already, which costs a third less, and nothing kept by readers. */
async function sharedContext(options: ContextOptions): Promise<BrowserContext> {
  const key = JSON.stringify([options.touch, options.locale, options.script]);
  const found = households.get(key) ?? newHousehold(options);
  households.set(key, found);
  const { context, storage } = await found;
  const origin = new URL(inject('siteUrl')).origin;
  await storage.send('Storage.clearDataForOrigin', {
    origin,
    storageTypes: 'cookies,local_storage,indexeddb,service_workers',
  });
  return context;
}

/** Opens a page of the built site; what closes it closes its context too, where that is its own. */
async function open(options: PageOptions): Promise<OpenedPage & { close: () => Promise<void> }> {
  const context = options.apart ? await newContext(options) : await sharedContext(options);
  const page = await context.newPage();
  const url = new URL(options.path ?? '?figure=pair', inject('siteUrl'));
  if (options.hash !== undefined) url.hash = options.hash;
  const problems = collectProblems(page, [url.host, ...(options.otherHosts ?? [])]);
  if (options.viewport) await page.setViewportSize(options.viewport);
  await page.emulateMedia({
    colorScheme: options.theme ?? 'light',
    reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
  });
  // The flat map, which is drawn without WebGL, costs nothing.
  const drawing = options.drawing ?? (options.webgl === false ? 'plain' : inject('drawing'));
  if (drawing !== 'smooth') await page.addInitScript(refuseSmoothing);
  if (drawing === 'none') {
    await page.addInitScript(refuseDrawing);
    undrawn.add(page);
  }
  if (options.computing !== 'real') await page.addInitScript(remember);
  if (options.webgl === false) await page.addInitScript(refuseWebgl);
  if (options.missing !== undefined) await page.route(options.missing, () => {});
  await options.before?.(page);
  await page.goto(url.href);
  return { page, context, problems, close: () => (options.apart ? context : page).close() };
}

/**
 * Opens a page of the built site as a new reader would, which closes when the test ends. For use inside a test. Follow it
 * with `expectNoProblems(problems)` once the test has done what it does.
 *
 * @throws Error when the page does not load.
 */
export async function openPage(options: PageOptions = {}): Promise<OpenedPage> {
  const opened = await open(options);
  onTestFinished(opened.close);
  return opened;
}

/** Pages that the tests of this file share, by everything but what can be changed in an open page. */
const shared = new Map<string, Awaited<ReturnType<typeof open>>>();

/** Closes the pages and contexts that the tests of a file shared. */
export async function closeShared(): Promise<void> {
  const all = [...shared.values()].map(({ close }) => close());
  shared.clear();
  const contexts = [...households.values()].map(async (one) => (await one).context.close());
  households.clear();
  await Promise.all([...all, ...contexts]);
}

/** A browser allows few WebGL contexts at a time. */
const mostShared = 4;

/** Runs in the page: shows the state of a hash as if it were opened with it, at its top, with nothing in focus. */
async function showState(hash: string): Promise<void> {
  const frames = async (count: number) => {
    for (let k = 0; k < count; k++) await new Promise((resolve) => requestAnimationFrame(resolve));
  };
  const running = '[data-action="stop"], [data-action="clear"], [data-action="play"][aria-pressed="true"]';
  for (const button of document.querySelectorAll<HTMLButtonElement>(running)) button.click();
  // Another hash first: the page reads an address only when it differs from the one it wrote last.
  window.location.hash = 'default';
  await frames(2);
  window.location.hash = hash;
  // Tab begins at the top of the page again.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  getSelection()?.removeAllRanges();
  scrollTo(0, 0);
  await frames(2);
}

/**
 * The page that the tests of a file with the same options share, in the state of the hash, at its size and theme. Opening
 * takes most of the time of a short test. A test that needs an untouched page (no steps of undo, a first look at the
 * address) opens its own. A page is not shared any further after a test that failed.
 *
 * @throws Error when the page does not load.
 */
export async function sharePage(options: Omit<PageOptions, 'before'> = {}): Promise<OpenedPage> {
  const { hash = '', viewport = usualSize, theme = 'light', ...rest } = options;
  const key = JSON.stringify(rest, Object.keys(rest).sort());
  onTestFailed(async () => {
    const failed = shared.get(key);
    shared.delete(key);
    await failed?.close();
  });
  const found = shared.get(key);
  if (!found) {
    const [oldest] = shared.keys();
    if (oldest !== undefined && shared.size >= mostShared) {
      await shared.get(oldest)?.close();
      shared.delete(oldest);
    }
    const opened = await open(options);
    shared.set(key, opened);
    return opened;
  }
  const { page, problems } = found;
  problems.length = 0;
  await page.mouse.move(1, 1);
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme: theme });
  await page.evaluate(showState, hash);
  return found;
}

/**
 * Expects that nothing went wrong on a page so far: no console warning, no error, no request to another host.
 */
export function expectNoProblems(problems: readonly string[]): void {
  expect(problems).toEqual([]);
}

/**
 * Waits until a figure has drawn itself.
 *
 * @throws Error when it does not within 30 seconds.
 */
export async function waitReady(page: Page, figure = 'pair'): Promise<void> {
  await page.locator(`[data-figure="${figure}"][data-ready="true"]`).first().waitFor();
}

/** The control of one parameter. */
export function param(page: Page, key: string): Locator {
  return page.locator(`[data-param="${key}"]`);
}

/**
 * The text of one readout, without space around it.
 *
 * @throws Error when the page has no such readout, or several.
 */
export async function readout(page: Page, name: string): Promise<string> {
  return ((await page.locator(`[data-readout="${name}"]`).textContent()) ?? '').trim();
}

/**
 * A picture of the page or of one element of it, with fonts loaded, animations ended and no caret.
 *
 * @throws Error when scenes are not drawn on this page.
 */
export async function picture(target: Page | Locator): Promise<Buffer> {
  const page = 'page' in target ? target.page() : target;
  if (undrawn.has(page)) throw new Error("nothing is drawn here: open the page with drawing: 'plain'");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return target.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
}
