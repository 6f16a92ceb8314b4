/** A browser with the built site in it, which renders figures to files. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { outputSize } from '#export/size';
import type { StillRequest } from '#export/still-hook';
import { launchBrowser } from '../browser';
import { messageLine } from '../message';
import { root } from '../paths';
import { exitCodes, Failure } from './failure';
import { isData, isMotion, type PictureSpec, stillAddress } from './picture';

/** A file in memory: its bytes, and its size in pixels where it has one. */
export interface RenderedFile {
  readonly bytes: Uint8Array;
  readonly pixels?: { readonly width: number; readonly height: number };
  readonly frames?: number;
}

export interface Renderer {
  /**
   * Renders one picture; several may be rendered at a time.
   *
   * @throws Failure with the figure's own sentence when it cannot be shown.
   */
  render(picture: PictureSpec): Promise<RenderedFile>;
  close(): Promise<void>;
}

/** Milliseconds for a figure to come to rest; it gives up earlier by itself and says why. */
const READY_TIMEOUT = 120_000;

/** The built site's address in this browser alone: its requests are answered from the disk, without a server. */
const SITE = 'http://localhost/';

async function serveFromDisk(context: BrowserContext): Promise<void> {
  await context.route(`${SITE}**`, (route) => {
    const name = decodeURIComponent(new URL(route.request().url()).pathname);
    const path = join(root, 'dist', name.endsWith('/') ? `${name}index.html` : name);
    return route.fulfill(existsSync(path) ? { path } : { status: 404 });
  });
}

/**
 * Sets the dates in a PDF to the beginning of 1970, so that the same picture is the same file. The places of all parts stay
 * as they are.
 */
export function withoutDates(pdf: Uint8Array): Uint8Array {
  const plain = Buffer.from(pdf)
    .toString('latin1')
    .replace(/\(D:\d{14}([^)]*)\)/g, (_, zone: string) => `(D:19700101000000${zone.replace(/\d/g, '0')})`);
  return Buffer.from(plain, 'latin1');
}

async function printPdf(page: Page, request: StillRequest): Promise<RenderedFile> {
  await page.evaluate((asked) => window.minima?.print(asked), request);
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true, pageRanges: '1' });
  return { bytes: withoutDates(bytes), pixels: { width: request.width, height: request.height } };
}

/** Has the page's own hook (src/export/still-hook.ts) make the file. */
async function exportFile(page: Page, request: StillRequest): Promise<RenderedFile> {
  const { format, width, height, scale, motion } = request;
  if (isMotion(format)) {
    // Whether a browser encodes films it says only after some loading; the rest every browser writes.
    const known = await page.evaluate((factor) => window.minima?.formats(factor), scale);
    const found = known?.find((one) => one.format === format);
    if (found?.reason !== undefined && !found.available) throw new Error(found.reason);
  }
  const file = await page.evaluate((asked) => window.minima?.export(asked), request);
  if (!file) throw new Error('the page exports nothing');
  const bytes = Buffer.from(file.base64, 'base64');
  if (isData(format)) return { bytes };
  const pixels = format === 'svg' ? { width, height } : outputSize(request);
  if (!isMotion(format) || motion === undefined) return { bytes, pixels };
  return { bytes, pixels, frames: Math.round(motion.seconds * motion.framesPerSecond) };
}

/** What went wrong, without what Playwright puts before it. */
function reasonOf(error: unknown): string {
  return messageLine(error).replace(/^page\.\w+: (?:Error: )?/, '');
}

/**
 * Starts the browser.
 *
 * @param published where the site is published, for the links in the files
 * @throws Failure when there is no browser or it does not start.
 */
export async function openRenderer(published: string | undefined): Promise<Renderer> {
  const browser = await launchBrowser().catch((error: unknown) => {
    const line = messageLine(error);
    const sentence = line.startsWith('No browser') ? line : `The browser does not start: ${line}`;
    throw new Failure(exitCodes.noBrowser, sentence);
  });
  return {
    async render(picture) {
      const { width, height, format } = picture.request;
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: 'light',
        reducedMotion: 'reduce',
        locale: 'en-GB',
        timezoneId: 'UTC',
      });
      try {
        await serveFromDisk(context);
        const page = await context.newPage();
        const problems: string[] = [];
        page.on('pageerror', (error) => problems.push(messageLine(error)));
        page.on('console', (message) => {
          if (message.type() === 'error') problems.push(messageLine(message.text()));
        });
        await page.goto(`${SITE}${stillAddress(picture)}`, { waitUntil: 'commit' });
        const settled = page.locator('html:is([data-ready="true"], [data-error])');
        await settled.waitFor({ state: 'attached', timeout: READY_TIMEOUT });
        const error = await settled.getAttribute('data-error');
        if (error !== null) throw new Error(error);
        const request = { ...picture.request, ...(published !== undefined && { site: published }) };
        const file = await (format === 'pdf' ? printPdf(page, request) : exportFile(page, request));
        // A picture of a page on which something went wrong may lack something.
        if (problems[0] !== undefined) throw new Error(`The page has an error: ${problems[0]}`);
        return file;
      } catch (error) {
        throw new Failure(exitCodes.figureFailed, reasonOf(error));
      } finally {
        // Nobody waits for it; a browser that is gone has closed it already.
        context.close().catch(() => {});
      }
    },
    close: () => browser.close(),
  };
}
