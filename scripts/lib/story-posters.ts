/**
 * Pictures of the figures of the article as they begin, taken from the built article itself: each stands in its place until
 * the figure is drawn, on paper, and where there is no JavaScript.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import {
  type PosterSize,
  type PosterTheme,
  posterFile,
  posterShapes,
  posterThemes,
} from '../../src/story/posters';

/** The windows in which the places have the shapes of the posters. */
const windows = {
  wide: { width: 1440, height: 900, density: 1.5 },
  narrow: { width: 390, height: 844, density: 2 },
} as const;

/** Bytes that a poster may have; that of the opening figure is part of the first view. */
export const POSTER_LIMIT = 24_000;
export const OPENING_LIMIT = 8_600;
/** The place of the opening figure. */
const OPENING = 'duo';
/** How it is made smaller until it has no more: by how much it is reduced, and its quality. */
const SCALES = [1, 0.8, 2 / 3, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35];
const steps = (qualities: readonly number[]) =>
  SCALES.flatMap((scale) => qualities.map((quality) => [scale, quality] as const));
const STEPS = steps([0.6, 0.45, 0.3]);
/** What is soon covered may be coarse, where few pixels would blur its words. */
const OPENING_STEPS = steps([0.25]);
/** Milliseconds for the longest computation of a figure. */
const COMPUTED = 180_000;

/** What of a figure is no picture: in one, it would look alive. */
const CONTROLS =
  ':is(button, input, select, textarea, label, a, .epsilon-bar, .control, .stage-status, .scene-poster)';

/** Leaves nothing of the page but one figure. */
const STYLE = `
  html, body { background: transparent !important }
  * { visibility: hidden !important; transition: none !important }
  [data-isolated] .scene-live * { visibility: inherit !important }
  [data-isolated] .scene-live { visibility: visible !important }
  [data-isolated] .scene-live [hidden], [data-isolated] .visually-hidden { visibility: hidden !important }
  [data-isolated] .scene-live ${CONTROLS}, [data-isolated] .scene-live ${CONTROLS} * { visibility: hidden !important }
`;

/** Waits until a figure is drawn, has computed what it computes, and draws no more. */
async function settled(page: Page, name: string): Promise<void> {
  const place = page.locator(`[data-place="${name}"]`);
  await place.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await place.locator('[data-figure][data-ready="true"]').waitFor({ timeout: COMPUTED });
  let frames = '';
  const end = Date.now() + COMPUTED;
  for (let quiet = 0; quiet < 4; ) {
    if (Date.now() > end) throw new Error(`the figure at ${name} does not come to rest`);
    await page.waitForTimeout(400);
    const now = (await place.locator('[data-figure]').getAttribute('data-frames')) ?? '';
    const isComputing = (await place.locator('[data-status="computing"], .stage-poster').count()) > 0;
    quiet = now === frames && !isComputing ? quiet + 1 : 0;
    frames = now;
  }
}

/**
 * A PNG as WebP of few bytes. Half of them would be those of its transparency: so it is drawn on white, or on black in the
 * dark theme, with the colours that `multiply` and `screen` (story.css) turn into its own on the page's paper.
 */
async function pack(page: Page, png: Buffer, theme: PosterTheme, isOpening: boolean): Promise<Buffer> {
  const limit = isOpening ? OPENING_LIMIT : POSTER_LIMIT;
  const made = await page.evaluate(
    async ({ source, steps, limit, isDark }) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      for (const [scale, quality] of steps) {
        const canvas = document.createElement('canvas');
        canvas.width = Math.round(image.naturalWidth * scale);
        canvas.height = Math.round(image.naturalHeight * scale);
        const context = canvas.getContext('2d');
        if (!context) return undefined;
        context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--paper');
        context.fillRect(0, 0, canvas.width, canvas.height);
        const paper = [...context.getImageData(0, 0, 1, 1).data];
        context.imageSmoothingQuality = 'high';
        context.drawImage(image, 0, 0, canvas.width, canvas.height);
        const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
        for (const [k, shown] of pixels.data.entries()) {
          const ground = paper[k % 4] ?? 255;
          // Opacity stays: it is every fourth.
          if (k % 4 === 3) continue;
          pixels.data[k] = isDark
            ? (255 * (shown - ground)) / (255 - ground)
            : (255 * shown) / Math.max(ground, 1);
        }
        context.putImageData(pixels, 0, 0);
        const packed = canvas.toDataURL('image/webp', quality);
        if (packed.startsWith('data:image/webp') && (3 / 4) * packed.length < limit) return packed;
      }
      return undefined;
    },
    {
      source: `data:image/png;base64,${png.toString('base64')}`,
      steps: isOpening ? OPENING_STEPS : STEPS,
      limit,
      isDark: theme === 'dark',
    },
  );
  if (made === undefined) throw new Error(`this browser makes no WebP of at most ${limit} bytes`);
  return Buffer.from(made.slice(made.indexOf(',') + 1), 'base64');
}

async function take(
  page: Page,
  name: string,
  theme: PosterTheme,
): Promise<{ picture: Buffer; size: PosterSize }> {
  await settled(page, name);
  const place = page.locator(`[data-place="${name}"]`);
  await place.evaluate((element) => element.setAttribute('data-isolated', ''));
  const style = await page.addStyleTag({ content: STYLE });
  const box = await place.boundingBox();
  if (!box) throw new Error(`the place ${name} has no size`);
  // Not of the element: a hidden one would be waited for.
  const png = await page.screenshot({ omitBackground: true, clip: box });
  const picture = await pack(page, png, theme, name === OPENING);
  await style.evaluate((element) => (element as unknown as HTMLElement).remove());
  await place.evaluate((element) => element.removeAttribute('data-isolated'));
  return { picture, size: { width: Math.round(box.width), height: Math.round(box.height) } };
}

/**
 * Takes the posters of all places of the built article.
 * @param folder where they are saved
 * @param onTaken told of each, with its bytes
 * @returns the sizes of the places, by their names and shapes
 * @throws Error when a figure is not drawn
 */
export async function takeStoryPosters(
  browser: Browser,
  url: string,
  folder: string,
  onTaken: (file: string, bytes: number) => void,
): Promise<Record<string, Record<string, PosterSize>>> {
  const sizes: Record<string, Record<string, PosterSize>> = {};
  for (const shape of posterShapes) {
    const { density, ...viewport } = windows[shape];
    for (const theme of posterThemes) {
      const page = await browser.newPage({
        viewport,
        deviceScaleFactor: density,
        colorScheme: theme,
        reducedMotion: 'reduce',
      });
      await page.goto(url);
      const names = await page
        .locator('[data-place]')
        .evaluateAll((places) => places.map((place) => place.getAttribute('data-place') ?? ''));
      for (const name of names) {
        const { picture, size } = await take(page, name, theme);
        const file = posterFile(name, theme, shape);
        await writeFile(join(folder, file), picture);
        sizes[name] = { ...sizes[name], [shape]: size };
        onTaken(file, picture.length);
      }
      await page.close();
    }
  }
  return sizes;
}
