import { expect, it } from 'vitest';
import { openPage, waitReady } from '../support/page';
import { sent } from '../support/sent';

/** Kilobytes that a figure's embed may load, typefaces and worker included: less where there is no surface. */
const limits: readonly [figure: string, kilobytes: number][] = [
  ['pair', 350],
  ['duo', 400],
  ['landscape', 400],
  ['ride', 225],
  ['toy', 230],
];

it.each(limits)('an embed of %s loads at most %i kB, compressed', async (figure, kilobytes) => {
  const paths = new Set<string>();
  const { page } = await openPage({
    path: `embed.html?figure=${figure}&embed=1`,
    computing: 'real',
    before: async (opened) => {
      opened.on('request', (request) => {
        const { protocol, pathname } = new URL(request.url());
        if (protocol.startsWith('http')) paths.add(pathname);
      });
    },
  });
  await waitReady(page, figure);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const total = [...paths].reduce((sum, path) => sum + sent(path), 0) / 1000;
  console.log(`embed of ${figure}: ${total.toFixed(0)} kB in ${paths.size} files`);
  expect(paths.size).toBeGreaterThan(10);
  expect(total).toBeLessThan(kilobytes);
  // Nothing of it belongs to the words around the figures, to sharing or to exporting.
  expect([...paths].filter((path) => /share|export|assets\/page-|talk|poster/.test(path))).toEqual([]);
});
