/** A browser with the built site in it that takes pictures of figures. */
import { join } from 'node:path';
import { messageLine } from '../message';
import { root } from '../paths';
import { recode } from '../recode';
import { type Chromium, startChromium } from './chromium';
import { develop } from './develop';
import { exitCodes, Trouble } from './exit';
import { type Shot, stillAddress } from './shot';
import { serveFolder } from './site-server';
import { openTab } from './tab';

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

/** Whatever is at hand already, or what it takes to get it. */
async function launch(early: Promise<Chromium | undefined> | undefined): Promise<Chromium> {
  try {
    return (await early) ?? (await startChromium());
  } catch (error) {
    throw new Trouble(exitCodes.noBrowser, noBrowser(error));
  }
}

function noBrowser(error: unknown): string {
  const line = messageLine(error);
  return line.startsWith('No browser') ? `${line}.` : `The browser does not start: ${line}`;
}

/**
 * Opens the studio: starts the browser and serves the site meanwhile.
 *
 * @param published where the site is, for the links in the files
 * @param early a browser that is being started already
 */
export async function openStudio(
  published: string | undefined,
  early?: Promise<Chromium | undefined>,
): Promise<Studio> {
  const [chromium, site] = await Promise.all([launch(early), serveFolder(join(root, 'dist'))]);
  return {
    async take(shot) {
      const tab = await openTab(chromium, shot.request, PATIENCE);
      try {
        const error = await tab.show(`${site.url}${stillAddress(shot)}`);
        if (error !== undefined) throw new Trouble(exitCodes.figureFailed, error);
        const picture = await develop(tab, shot, published);
        // A picture of a page on which something went wrong may lack something.
        const [problem] = tab.complaints;
        if (problem !== undefined)
          throw new Trouble(exitCodes.figureFailed, `The page complains: ${problem}`);
        return picture;
      } catch (error) {
        if (error instanceof Trouble) throw error;
        throw new Trouble(exitCodes.figureFailed, messageLine(error));
      } finally {
        // Nobody waits for it; a browser that is gone has closed it already.
        tab.close().catch(() => {});
      }
    },
    async recode(png, type, quality) {
      const tab = await openTab(chromium, { width: 300, height: 200 }, PATIENCE);
      try {
        return await recode((work, about) => tab.run(work, about), png, type, quality);
      } finally {
        await tab.close();
      }
    },
    async close() {
      await Promise.all([chromium.close(), site.close()]);
    },
  };
}
