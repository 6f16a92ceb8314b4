import { expect, inject, it } from 'vitest';
import { ANSWERS } from '../support/memory';
import { openPage, waitReady } from '../support/page';
import { sent } from '../support/sent';

/** Kilobytes that a figure's embed may load, typefaces and worker included: less where there is no surface. */
const limits: readonly [figure: string, kilobytes: number][] = [
  ['pair', 350],
  ['triple', 355],
  ['duo', 400],
  ['landscape', 405],
  ['ride', 235],
  ['toy', 245],
  ['levels', 210],
  ['train', 190],
  ['line', 182],
];

it('an embed loads no more than its figure needs, compressed', async () => {
  const paths = new Set<string>();
  // Nothing is computed: the page only begins to.
  const { page } = await openPage({
    path: 'teach/teach.css',
    apart: true,
    before: async (opened) => {
      // What is kept from one page to the next would not be asked for.
      const session = await opened.context().newCDPSession(opened);
      await session.send('Network.setCacheDisabled', { cacheDisabled: true });
      opened.on('request', (request) => {
        const { protocol, pathname } = new URL(request.url());
        if (protocol.startsWith('http') && !pathname.endsWith(ANSWERS)) paths.add(pathname);
      });
    },
  });
  for (const [figure, kilobytes] of limits) {
    // What the page before still asks for is not this one's.
    await page.goto('about:blank');
    paths.clear();
    await page.goto(new URL(`embed.html?figure=${figure}&embed=1`, inject('siteUrl')).href);
    await waitReady(page, figure);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const total = [...paths].reduce((sum, path) => sum + sent(path), 0) / 1000;
    console.log(`embed of ${figure}: ${total.toFixed(0)} kB in ${paths.size} files`);
    expect(paths.size, figure).toBeGreaterThan(10);
    expect(total, figure).toBeLessThan(kilobytes);
    // Nothing of it belongs to the words around the figures, to sharing or to exporting.
    expect([...paths].filter((path) => /share|export|assets\/page-|talk|poster/.test(path))).toEqual([]);
  }
});
