import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, expect, inject, onTestFinished } from 'vitest';
import { rememberAnswers } from './memory';
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
  /** Hosts (with port) besides the page's own that may be asked: those of its frames. */
  otherHosts?: readonly string[];
  /** Prepares the page before it is opened, for init scripts and routes. */
  before?: (page: Page) => Promise<unknown>;
}

/** An opened page, and the list that fills with its problems as they happen. */
export interface OpenedPage {
  page: Page;
  context: BrowserContext;
  problems: string[];
}

let browser: Promise<Browser> | undefined;

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

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

/** Runs in the page: canvases do not smooth edges. */
function refuseSmoothing(): void {
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

/** Contexts whose pages do not draw their scenes. */
const undrawn = new WeakSet<BrowserContext>();

/**
 * Opens a page of the built site in a context of its own, which closes when the test ends. For use inside a
 * test. Follow it with `expectNoProblems(problems)` once the test has done what it does.
 *
 * @throws Error when the page does not load.
 */
export async function openPage(options: PageOptions = {}): Promise<OpenedPage> {
  browser ??= chromium.connect(inject('browserEndpoint'));
  const context = await (await browser).newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    deviceScaleFactor: 1,
    colorScheme: options.theme ?? 'light',
    reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
    hasTouch: options.touch ?? false,
    isMobile: options.touch ?? false,
    locale: options.locale ?? 'en-GB',
    javaScriptEnabled: options.script ?? true,
    timezoneId: 'UTC',
  });
  onTestFinished(() => context.close());
  context.setDefaultTimeout(30_000);
  const url = new URL(options.path ?? '?figure=pair', inject('siteUrl'));
  if (options.hash !== undefined) url.hash = options.hash;
  const problems = collectProblems(context, [url.host, ...(options.otherHosts ?? [])]);
  const page = await context.newPage();
  // The flat map, which is drawn without WebGL, costs nothing.
  const drawing = options.drawing ?? (options.webgl === false ? 'plain' : inject('drawing'));
  if (drawing !== 'smooth') await context.addInitScript(refuseSmoothing);
  if (drawing === 'none') {
    await context.addInitScript(refuseDrawing);
    undrawn.add(context);
  }
  if (options.computing !== 'real') await rememberAnswers(context, inject('answers'));
  if (options.webgl === false) await page.addInitScript(refuseWebgl);
  await options.before?.(page);
  await page.goto(url.href);
  return { page, context, problems };
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
  if (undrawn.has(page.context()))
    throw new Error("nothing is drawn here: open the page with drawing: 'plain'");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return target.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
}
