/** Makes a file of what a page shows. */
import type { Page } from 'playwright-core';
import { exitCodes, Trouble } from './exit';
import { withoutDates } from './pdf';
import { moves, type Shot } from './shot';
import type { TakenPicture } from './studio';

/** The picture of a still that has come to rest. */
export async function develop(
  page: Page,
  { request }: Shot,
  _site: string | undefined,
): Promise<TakenPicture> {
  const { format, width, height, scale, background, motion } = request;
  void motion;
  void moves;
  const pixels = { width: Math.round(width * scale), height: Math.round(height * scale) };
  if (format === 'png') {
    const bytes = await page.screenshot({ omitBackground: background === 'transparent' });
    return { bytes, pixels };
  }
  if (format === 'pdf') {
    const bytes = await page.pdf({
      width: `${width}px`,
      height: `${height}px`,
      printBackground: true,
      pageRanges: '1',
    });
    return { bytes: withoutDates(bytes), pixels: { width, height } };
  }
  throw new Trouble(exitCodes.figureFailed, `This build of the site cannot make ${format}.`);
}
