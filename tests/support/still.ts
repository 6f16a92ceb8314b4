/** Files made by the still composition, and how much their pictures differ. */
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import type { StillRequest } from '../../src/export/still-hook';
import { type OpenedPage, openPage, type PageOptions } from './page';

/** Opens a figure as a still and waits until it stands still. */
export async function openStill(figure: string, options: PageOptions = {}): Promise<OpenedPage> {
  const opened = await openPage({ path: `?figure=${figure}&still=1`, drawing: 'plain', ...options });
  await waitStill(opened.page);
  return opened;
}

/** Waits until a still stands still. @throws Error with what it says when it does not. */
export async function waitStill(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.documentElement.dataset.ready ?? document.documentElement.dataset.error,
    undefined,
    { timeout: 85_000 },
  );
  const error = await page.evaluate(() => document.documentElement.dataset.error);
  if (error !== undefined) throw new Error(error);
}

/** Asks a still for a file, of the size of its window unless told. */
export async function fileOf(
  page: Page,
  request: Partial<StillRequest> = {},
): Promise<{ name: string; type: string; bytes: Buffer }> {
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  const whole = { format: 'png', scale: 1, background: 'paper', ...size, ...request } as const;
  const made = await page.evaluate(async (asked) => {
    const hook = (window as { minima?: { export: (request: unknown) => Promise<unknown> } }).minima;
    return (await hook?.export(asked)) as { name: string; type: string; base64: string };
  }, whole);
  return { name: made.name, type: made.type, bytes: Buffer.from(made.base64, 'base64') };
}

/** The share of pixels, 0 to 1, that a reader would see to differ. @throws Error when the sizes differ. */
export function difference(one: Buffer, other: Buffer): number {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  if (a.width !== b.width || a.height !== b.height) {
    throw new Error(`${a.width} x ${a.height} against ${b.width} x ${b.height}`);
  }
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.1 }) / (a.width * a.height);
}
