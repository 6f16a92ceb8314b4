/** A browser with the built site in it that takes pictures of figures. */
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser, launchOptions } from '../browser';
import { messageLine } from '../message';
import { root } from '../paths';
import { recode } from '../recode';
import { develop } from './develop';
import { exitCodes, Trouble } from './exit';
import { type Shot, stillAddress } from './shot';
import { serveFolder } from './site-server';

/** A file in the making: its bytes, and its size in pixels where it has one. */
export interface TakenPicture {
  readonly bytes: Uint8Array;
  readonly pixels?: { readonly width: number; readonly height: number };
  readonly frames?: number;
}

export interface Studio {
  /**
   * Takes one picture; several may be taken at a time.
   *
   * @throws Trouble with the figure's own sentence when it cannot be shown.
   */
  take(shot: Shot): Promise<TakenPicture>;
  /** A PNG as WebP or JPEG, of a quality from 0 to 1. */
  recode(png: Uint8Array, type: 'image/webp' | 'image/jpeg', quality: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Milliseconds for a figure to come to rest; it gives up earlier by itself and says why. */
const PATIENCE = 120_000;

async function launch(): Promise<Browser> {
  try {
    // An interrupted command puts its files away itself before it ends.
    const own = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
    return await chromium.launch({ ...launchOptions(await findBrowser()), ...own });
  } catch (error) {
    throw new Trouble(exitCodes.noBrowser, noBrowser(error));
  }
}

function noBrowser(error: unknown): string {
  const line = messageLine(error);
  return line.startsWith('No browser') ? `${line}.` : `The browser does not start: ${line}`;
}

/** Shows a still and waits until it stands still. */
async function show(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const told = await page.waitForFunction(
    () => {
      const { ready, error } = document.documentElement.dataset;
      return error !== undefined || ready === 'true' ? { error } : undefined;
    },
    undefined,
    { timeout: PATIENCE, polling: 'raf' },
  );
  const error = (await told.jsonValue())?.error;
  if (error !== undefined) throw new Trouble(exitCodes.figureFailed, error);
}

/**
 * Opens the studio: starts the browser and serves the site meanwhile.
 *
 * @param published where the site is, for the links in the files
 */
export async function openStudio(published: string | undefined): Promise<Studio> {
  const [browser, site] = await Promise.all([launch(), serveFolder(join(root, 'dist'))]);
  /** What went wrong on a page, first thing first; a picture of it may lack something. */
  const wrong = new WeakMap<Page, string[]>();
  /** Pages that stand idle, by what they are laid out for. */
  const idle = new Map<string, Page[]>();

  async function pageFor(key: string, { request }: Shot): Promise<Page> {
    const waiting = idle.get(key)?.pop();
    if (waiting) return waiting;
    const page = await browser.newPage({
      viewport: { width: request.width, height: request.height },
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'UTC',
    });
    page.setDefaultTimeout(PATIENCE);
    const said: string[] = [];
    wrong.set(page, said);
    page.on('pageerror', (error) => said.push(messageLine(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') said.push(messageLine(message.text()));
    });
    return page;
  }

  return {
    async take(shot) {
      const { width, height } = shot.request;
      const key = `${width}x${height}`;
      const page = await pageFor(key, shot);
      try {
        await show(page, `${site.url}${stillAddress(shot)}`);
        const picture = await develop(page, shot, published);
        const [problem] = wrong.get(page) ?? [];
        if (problem !== undefined)
          throw new Trouble(exitCodes.figureFailed, `The page complains: ${problem}`);
        // The same address with another hash would not load anew.
        await page.goto('about:blank');
        idle.set(key, [...(idle.get(key) ?? []), page]);
        return picture;
      } catch (error) {
        await page.close().catch(() => {});
        if (error instanceof Trouble) throw error;
        throw new Trouble(exitCodes.figureFailed, messageLine(error));
      }
    },
    async recode(png, type, quality) {
      const page = await browser.newPage();
      try {
        return await recode(page, png, type, quality);
      } finally {
        await page.close();
      }
    },
    async close() {
      await Promise.all([browser.close(), site.close()]);
    },
  };
}
