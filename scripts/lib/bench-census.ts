import { type Figures, figure } from './bench-time';
import { launchBrowser } from './browser';
import { serveSite } from './serve';

const seconds = 5;

/**
 * Frames of the built page of the census while all cores but one train networks. A page that stands still has one each
 * 16.7 ms.
 *
 * @throws Error when the site is not built, or the browser or the page fails.
 */
export async function measureCensus(): Promise<Figures> {
  const site = await serveSite({ port: 0 });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 });
    // As in bench-page.ts.
    await page.addInitScript('globalThis.__name = (named) => named;');
    await page.goto(`${site.url}?figure=census#v=1&runs=200&seed=9001`);
    await page.locator('[data-figure="census"][data-ready="true"]').waitFor();
    const count = async () => Number(await page.locator('[data-readout="own"]').textContent());
    await page.click('[data-action="train"]');
    // The workers have started once the first network is there.
    while ((await count()) === 0) await page.waitForTimeout(200);
    const before = await count();
    const gaps = await page.evaluate(async (milliseconds) => {
      const times: number[] = [];
      const next = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      do times.push(await next());
      while ((times.at(-1) ?? 0) - (times[0] ?? 0) < milliseconds);
      return times.slice(1).map((time, k) => time - (times[k] ?? 0));
    }, 1000 * seconds);
    const trained = (await count()) - before;
    const sorted = gaps.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(share * sorted.length)] ?? Number.NaN;
    return {
      'frames a second, the middle one': figure(1000 / at(0.5)),
      'from frame to frame, the middle (ms)': figure(at(0.5), 17),
      'from frame to frame, 95 % are below (ms)': figure(at(0.95), 34),
      [`networks trained meanwhile, in ${seconds} s`]: figure(trained),
      'workers that train': figure(await page.evaluate(() => Math.max(1, navigator.hardwareConcurrency - 1))),
    };
  } finally {
    await browser.close();
    await site.close();
  }
}
