/** Pictures in other formats, written by the browser. */
import type { Page } from 'playwright-core';

/**
 * A PNG as WebP or JPEG.
 *
 * @param quality 0 to 1
 * @throws Error when the browser does not write the format.
 */
export async function recode(
  page: Page,
  png: Uint8Array,
  type: 'image/webp' | 'image/jpeg',
  quality: number,
): Promise<Buffer> {
  const source = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const made = await page.evaluate(
    async (wanted) => {
      const image = new Image();
      image.src = wanted.source;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      return canvas.toDataURL(wanted.type, wanted.quality);
    },
    { source, type, quality },
  );
  if (!made.startsWith(`data:${type}`)) throw new Error(`this browser does not write ${type}`);
  return Buffer.from(made.slice(made.indexOf(',') + 1), 'base64');
}
