/**
 * `npm run posters`: takes pictures of the surfaces with which the figures open, in both themes, from the built page
 * itself, and saves them in public/posters. The page shows each until the surface is drawn (src/scene/poster.tsx). They are
 * not taken of stills, in which the surfaces have another size than on the page. Then it takes pictures of the figures of the
 * article as they begin (scripts/lib/story-posters.ts); `-- --story` takes these alone.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { POSTER_DENSITY } from '../src/scene/poster-density';
import { launchBrowser } from './lib/browser';
import { messageLine } from './lib/message';
import { root } from './lib/paths';
import { recode } from './lib/recode';
import { serveSite } from './lib/serve';
import { buildSite } from './lib/site';
import { takeStoryPosters } from './lib/story-posters';

/** The window for which posters fit best; elsewhere the page scales them. */
const WINDOW = { width: 1440, height: 900 };
const QUALITY = 0.74;
/** Milliseconds for the whole landscape. */
const COMPUTED = 120_000;

/** The stages of each figure, as they follow each other on it. */
const figures = { duo: ['duo-pair', 'duo-landscape'], landscape: ['landscape'] } as const;

/** Leaves nothing of the page but the canvas of one stage, on whole pixels. */
async function isolate(page: Page, stage: number): Promise<{ width: number; height: number }> {
  return page.locator('.surface-stage').evaluateAll((stages, index) => {
    const style = document.getElementById('isolate') ?? document.createElement('style');
    style.id = 'isolate';
    style.textContent = `
      html, body { background: transparent !important }
      * { visibility: hidden !important }
      .surface-stage[data-isolated] canvas { visibility: visible !important }
    `;
    document.head.append(style);
    for (const element of stages) element.removeAttribute('data-isolated');
    const chosen = stages[index] as HTMLElement;
    const { width, height } = chosen.getBoundingClientRect();
    const size = { width: Math.floor(width), height: Math.floor(height) };
    chosen.dataset.isolated = '';
    chosen.style.cssText = `position: fixed; z-index: 9; inset: 0 auto auto 0; min-height: 0; margin: 0;
      width: ${size.width}px; height: ${size.height}px`;
    return size;
  }, stage);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { story: { type: 'boolean', default: false } } });
  const storyOnly = values.story;
  const folder = join(root, 'public', 'posters');
  await mkdir(folder, { recursive: true });
  await buildSite();
  const site = await serveSite({ port: 4181 });
  const browser = await launchBrowser();
  let total = 0;
  try {
    for (const theme of storyOnly ? [] : (['light', 'dark'] as const)) {
      for (const [figure, names] of Object.entries(figures)) {
        const page = await browser.newPage({
          viewport: WINDOW,
          deviceScaleFactor: POSTER_DENSITY,
          colorScheme: theme,
          reducedMotion: 'reduce',
        });
        await page.goto(`${site.url}?figure=${figure}`);
        await page.waitForSelector(`[data-figure="${figure}"][data-ready="true"]`);
        await page.waitForSelector('[data-status="ready"]', { state: 'attached', timeout: COMPUTED });
        for (const [stage, name] of names.entries()) {
          const { width, height } = await isolate(page, stage);
          // The canvas follows its stage a frame later.
          await page.waitForTimeout(500);
          const clip = { x: 0, y: 0, width, height };
          const png = await page.screenshot({ omitBackground: true, clip });
          const picture = await recode(page, png, 'image/webp', QUALITY);
          await writeFile(join(folder, `${name}-${theme}.webp`), picture);
          total += picture.length;
          console.log(`${name}-${theme}.webp: stage ${width} x ${height}, ${picture.length} bytes`);
        }
        await page.close();
      }
    }
    const sizes = await takeStoryPosters(browser, site.url, folder, (file, bytes) => {
      total += bytes;
      console.log(`${file}: ${bytes} bytes`);
    });
    await writeFile(join(root, 'src/story/posters.json'), `${JSON.stringify(sizes, null, 2)}\n`);
    console.log(`${(total / 1000).toFixed(1)} kB in all`);
  } finally {
    await browser.close();
    await site.close();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(messageLine(error));
    process.exit(1);
  },
);
