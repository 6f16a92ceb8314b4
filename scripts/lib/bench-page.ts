import type { CDPSession, Page } from 'playwright-core';
import { type Figures, figure, median } from './bench-time';
import { launchBrowser } from './browser';
import { serveSite } from './serve';

const events = 60;
const idleSeconds = 2;

async function framesOf(page: Page): Promise<number> {
  return Number(await page.locator('[data-figure="pair"]').getAttribute('data-frames'));
}

async function scriptSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN;
}

async function processorSeconds(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/** One slider event in each animation frame, as a hand that drags gives them; waits for the last to be drawn. */
async function drag(page: Page): Promise<void> {
  await page.locator('[data-param="eps"]').evaluate(async (input: HTMLInputElement, count) => {
    for (let k = 1; k <= count; k++) {
      input.value = String(20 + k);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, events);
  await page.waitForTimeout(1000);
}

/** Moves epsilon once and waits until a copy of the canvas is another one: the copy is made after the drawing. */
async function timeToPixels(page: Page, position: number): Promise<number> {
  return page.locator('[data-figure="pair"]').evaluate(async (figure, to) => {
    const canvas = figure.querySelector<HTMLCanvasElement>('.figure-canvas canvas');
    const input = figure.querySelector<HTMLInputElement>('[data-param="eps"]');
    const copy = new OffscreenCanvas(80, 60).getContext('2d', { willReadFrequently: true });
    if (!canvas || !input || !copy) return Number.NaN;
    const pixels = () => {
      copy.clearRect(0, 0, 80, 60);
      copy.drawImage(canvas, 0, 0, 80, 60);
      return copy.getImageData(0, 0, 80, 60).data.join();
    };
    /** Resolves right after a frame is drawn, while its pixels are still in the canvas. */
    const drawn = () =>
      new Promise<string>((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve(pixels());
        });
        observer.observe(figure, { attributeFilter: ['data-frames'] });
      });
    const move = (value: number) => {
      input.value = String(value);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const first = drawn();
    move(to);
    const before = await first;
    await new Promise((resolve) => setTimeout(resolve, 400));
    const start = performance.now();
    for (let k = 1; k <= 10; k++) {
      const next = drawn();
      move(to + 8 * k);
      if ((await next) !== before) return performance.now() - start;
    }
    return Number.NaN;
  }, position);
}

/**
 * Measures the built site at 1280 x 800. The goals are what the authors' demo takes.
 *
 * @throws Error when the site is not built, or the browser or the page fails.
 */
export async function measurePage(): Promise<Figures> {
  const site = await serveSite({ port: 0 });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 });
    // tsx wraps every named function in a call of this; functions sent to the page carry the calls with them.
    await page.addInitScript('globalThis.__name = (named) => named;');
    await page.goto(`${site.url}?figure=pair`);
    await page.locator('[data-figure="pair"][data-ready="true"]').waitFor();
    // On a busy machine starting goes on for a while after the first frame; idling begins later.
    await page.waitForTimeout(4000);
    const session = await page.context().newCDPSession(page);
    const whole = await browser.newBrowserCDPSession();
    await session.send('Performance.enable');

    const idle = { frames: await framesOf(page), seconds: await processorSeconds(whole) };
    await page.waitForTimeout(idleSeconds * 1000);
    const framesIdle = (await framesOf(page)) - idle.frames;
    const coresIdle = ((await processorSeconds(whole)) - idle.seconds) / idleSeconds;

    await drag(page);
    const dragged = { frames: await framesOf(page), script: await scriptSeconds(session) };
    await drag(page);
    const framesDragged = (await framesOf(page)) - dragged.frames;
    const script = (await scriptSeconds(session)) - dragged.script;

    const times: number[] = [];
    for (let k = 0; k < 9; k++) times.push(await timeToPixels(page, 20 + k));
    return {
      'script for each frame while dragging (ms)': figure((1000 * script) / framesDragged, 30),
      [`frames drawn for ${events} slider events`]: figure(framesDragged),
      'slider event to changed canvas (ms)': figure(median(times), 420),
      [`frames drawn in ${idleSeconds} s when idle`]: figure(framesIdle),
      'cores busy when idle': figure(coresIdle, 1.9),
    };
  } finally {
    await browser.close();
    await site.close();
  }
}
