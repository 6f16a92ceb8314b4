import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import fixture from '../fixtures/toy.json';
import { expectNoProblems, openPage, type PageOptions, param, readout, waitReady } from '../support/page';

const PATH = '?figure=toy';
const COMPUTED = 60_000;

/** Opens the figure and waits until the landscape and all four runs are there. */
async function openToy(hash = '', options: PageOptions = {}) {
  const opened = await openPage({ path: PATH, hash, viewport: { width: 1280, height: 900 }, ...options });
  await waitReady(opened.page, 'toy');
  await computed(opened.page);
  return opened;
}

async function computed(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector<HTMLElement>('[data-readout="status"]')?.dataset.status === 'ready',
    undefined,
    { timeout: COMPUTED },
  );
}

async function value(page: Page, name: string): Promise<number> {
  const text = await page.locator(`[data-readout="${name}"]`).first().getAttribute('data-value');
  return text === null || text === '' ? Number.NaN : Number(text);
}

/** How the run at the edge of stability ended, once it has. */
async function edgeEnd(page: Page): Promise<string | null> {
  await page.waitForFunction(
    () => document.querySelector<HTMLElement>('[data-readout="edge-end"]')?.dataset.verdict !== '',
    undefined,
    { timeout: COMPUTED },
  );
  return page.locator('[data-readout="edge-end"]').getAttribute('data-verdict');
}

async function typeInto(page: Page, key: string, text: string): Promise<void> {
  await page.fill(`[data-param-text="${key}"]`, text);
  await page.press(`[data-param-text="${key}"]`, 'Enter');
}

/** Every place on the page where a number is missing. */
async function notNumbers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('[data-figure="toy"]');
    const found = /NaN|undefined|Infinity/;
    return [...(root?.querySelectorAll('*') ?? [])].flatMap((element) => [
      ...[...element.attributes].filter(({ value: text }) => found.test(text)).map(({ name }) => name),
      ...(element.childElementCount === 0 && found.test(element.textContent ?? '')
        ? [element.textContent ?? '']
        : []),
    ]);
  });
}

describe('what is known at infinity', () => {
  it('shows the critical points, the band and the three outcomes', async () => {
    const { page, problems } = await openToy();
    for (const name of ['channel1', 'saddle', 'channel2'] as const) {
      const { w, loss } = fixture.criticalPoints[name];
      expect(Math.abs((await value(page, `${name}-w`)) - w)).toBeLessThan(1e-6);
      expect(Math.abs((await value(page, `${name}-limit-loss`)) - loss)).toBeLessThan(1e-6);
      expect(Math.abs((await value(page, `${name}-loss`)) - loss)).toBeLessThan(1e-6);
    }
    const [low = NaN, high = NaN] = fixture.hPositiveBetween;
    expect(Math.abs((await value(page, 'band-low')) - low)).toBeLessThan(1e-6);
    expect(Math.abs((await value(page, 'band-high')) - high)).toBeLessThan(1e-6);
    expect(await readout(page, 'channel1-w')).toBe('0.866296');
    expect(await readout(page, 'channel2-limit-loss')).toBe('0.0007733');
    expect(await notNumbers(page)).toEqual([]);
    expectNoProblems(problems);
  });

  it('moves w by dragging in the plot, by keys and by the buttons of the critical points', async () => {
    const { page } = await openToy();
    await page.click('[data-action="to-saddle"]');
    await expect.poll(() => value(page, 'limit-a')).toBeCloseTo(0, 3);
    expect(await value(page, 'limit-loss')).toBeCloseTo(fixture.criticalPoints.saddle.loss, 6);
    const plot = param(page, 'w-plot');
    await plot.focus();
    await page.keyboard.press('ArrowRight');
    const stepped = Number(await page.locator('[data-param-text="w"]').inputValue());
    expect(stepped).toBeGreaterThan(1.4);
    const box = await plot.boundingBox();
    if (!box) throw new Error('the plot is not there');
    await page.mouse.move(box.x + 0.5 * box.width, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + 0.94 * box.width, box.y + 90, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => value(page, 'limit-h')).toBeLessThan(0);
    expect(await readout(page, 'limit-verdict')).toMatch(/finite weights/);
    await expect.poll(() => page.evaluate(() => window.location.hash)).toMatch(/w=/);
  });
});

describe('the four runs', () => {
  it('reach channel 2; SGD and Adam stop far short of the flow', async () => {
    const { page, problems } = await openToy();
    expect(await page.locator('[data-readout="run-end"]').getAttribute('data-place')).toBe('2');
    const flow = await value(page, 'flow-gamma');
    expect(flow).toBeGreaterThan(50);
    expect(await value(page, 'data-gamma')).toBeGreaterThan(50);
    expect(await value(page, 'flow-loss')).toBeCloseTo(fixture.criticalPoints.channel2.loss, 5);
    for (const runner of ['sgd', 'adam']) {
      expect(await value(page, `${runner}-gamma`)).toBeLessThan(flow / 10);
      expect(await value(page, `${runner}-loss`)).toBeGreaterThan(1.5 * fixture.criticalPoints.channel2.loss);
    }
    expect(await readout(page, 'run-end')).toMatch(/channel 2 .* never arrives/);
    expectNoProblems(problems);
  });

  it('reach channel 1 from the other side of the saddle line', async () => {
    const { page } = await openToy('v=1&alpha=-0.2');
    expect(await page.locator('[data-readout="run-end"]').getAttribute('data-place')).toBe('1');
    expect(await value(page, 'flow-loss')).toBeCloseTo(fixture.criticalPoints.channel1.loss, 4);
    expect(await value(page, 'sgd-gamma')).toBeLessThan((await value(page, 'flow-gamma')) / 10);
  });

  it('are replayed on one clock: SGD has long stopped while the flow goes on', async () => {
    const { page } = await openToy();
    const [flow, sgd] = [await value(page, 'flow-gamma'), await value(page, 'sgd-gamma')];
    await param(page, 'time').focus();
    await page.keyboard.press('Home');
    await expect.poll(() => value(page, 'flow-time')).toBe(0);
    expect(await value(page, 'flow-gamma')).toBeCloseTo(1.5, 6);
    await typeInto(page, 'time', '0.6');
    await expect.poll(() => value(page, 'sgd-gamma')).toBe(sgd);
    const middle = await value(page, 'flow-gamma');
    expect(middle).toBeLessThan(flow);
    expect(middle).toBeGreaterThan(sgd);
  });

  it('play from their start, and stop', async () => {
    const { page } = await openToy();
    await page.click('[data-action="drop"]');
    await page.locator('[data-action="stop"]').waitFor();
    await expect.poll(() => value(page, 'flow-time')).toBeLessThan(1e6);
    await page.click('[data-action="stop"]');
    await page.locator('[data-action="drop"]').waitFor();
  });

  it('start where the map is clicked, and where the start is dragged or moved by keys', async () => {
    const { page } = await openToy();
    const ground = page.locator('.toy-map-ground');
    const box = await ground.boundingBox();
    if (!box) throw new Error('the map is not there');
    await ground.click({ position: { x: 0.3 * box.width, y: 0.85 * box.height } });
    const box2 = page.locator('[data-param-text="alpha"]');
    await expect.poll(async () => Number((await box2.inputValue()).replace('−', '-'))).toBeLessThan(-0.5);
    const start = param(page, 'start');
    const at = await start.boundingBox();
    if (!at) throw new Error('the start is not there');
    await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 0.5 * box.width, box.y + 0.5 * box.height, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => page.locator('[data-param-text="gamma"]').inputValue()).toMatch(/^5/);
    const before = await page.locator('[data-param-text="gamma"]').inputValue();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('[data-param-text="gamma"]').inputValue()).not.toBe(before);
    await page.waitForTimeout(300);
    await computed(page);
    expect(await value(page, 'flow-gamma')).toBeGreaterThan(50);
  });

  it('take other ways with another seed', async () => {
    const { page } = await openToy();
    const before = await value(page, 'sgd-gamma');
    await typeInto(page, 'seed', '5');
    await expect
      .poll(() => value(page, 'sgd-gamma'), { timeout: COMPUTED })
      .toSatisfy((gamma: number) => Number.isFinite(gamma) && gamma !== before);
  });
});

describe('the edge of stability', () => {
  it('stalls where the sharpness is 2 / eta, and farther out for a smaller step', async () => {
    const { page, problems } = await openToy();
    expect(await edgeEnd(page)).toBe('stalled');
    const far = await value(page, 'edge-difference');
    expect(Math.abs(far / 5.89 - 1)).toBeLessThan(0.02);
    expect(Math.abs((await value(page, 'edge-sharpness')) / (2 / 0.316) - 1)).toBeLessThan(0.02);
    expect(Math.abs((await value(page, 'edge-predicted')) / far - 1)).toBeLessThan(0.03);
    await typeInto(page, 'eta', '0.237');
    await expect
      .poll(async () => Math.abs((await value(page, 'edge-difference')) / 6.86 - 1), { timeout: COMPUTED })
      .toBeLessThan(0.02);
    expect(await edgeEnd(page)).toBe('stalled');
    expect(Math.abs((await value(page, 'edge-sharpness')) / 8.4 - 1)).toBeLessThan(0.02);
    await typeInto(page, 'eta', '0.133');
    await expect
      .poll(() => page.locator('[data-readout="edge-end"]').getAttribute('data-verdict'), {
        timeout: COMPUTED,
      })
      .toBe('climbing');
    expect(await readout(page, 'edge-end')).toMatch(/still climbing after 60,000 steps/);
    expectNoProblems(problems);
  });

  it('says when a step is so large that training diverges; nothing becomes NaN', async () => {
    const { page, problems } = await openToy('v=1&eta=2');
    expect(await edgeEnd(page)).toBe('diverged');
    expect(await readout(page, 'edge-end')).toMatch(/diverges.*smaller step/);
    expect(await notNumbers(page)).toEqual([]);
    expectNoProblems(problems);
  });
});

describe('weight decay', () => {
  it('pulls the optimum back to finite weights, where the flow comes to rest', async () => {
    const { page } = await openToy('v=1&decay=1e-5');
    expect(await value(page, 'optimum-2')).toBeCloseTo(3.3425, 3);
    expect(await value(page, 'flow-gamma')).toBeCloseTo(3.3425, 2);
    await typeInto(page, 'decay', '0.0001');
    await expect.poll(() => value(page, 'optimum-2'), { timeout: COMPUTED }).toBeCloseTo(2.301, 2);
    await typeInto(page, 'decay', '0.01');
    await expect
      .poll(() => page.locator('[data-readout="optimum-1"]').getAttribute('data-verdict'), {
        timeout: COMPUTED,
      })
      .toBe('none');
    expect(await notNumbers(page)).toEqual([]);
  });
});

describe('as a figure', () => {
  it('keeps its state in the link', async () => {
    const { page, context } = await openToy();
    await typeInto(page, 'gamma', '2.5');
    await typeInto(page, 'alpha', '-0.4');
    await typeInto(page, 'w', '1.25');
    await typeInto(page, 'eta', '0.2');
    await param(page, 'axis').selectOption('linear');
    await param(page, 'follow').selectOption('sgd');
    await expect.poll(() => page.evaluate(() => window.location.hash)).toMatch(/follow=sgd/);
    const again = await context.newPage();
    await again.goto(page.url());
    await waitReady(again, 'toy');
    for (const [key, shown] of Object.entries({ gamma: '2.5', alpha: '−0.4', w: '1.25', eta: '0.2' })) {
      expect(await again.locator(`[data-param-text="${key}"]`).inputValue()).toBe(shown);
    }
    expect(await param(again, 'axis').inputValue()).toBe('linear');
    await computed(again);
    await page.waitForTimeout(300);
    await computed(page);
    expect(await value(again, 'sgd-gamma')).toBe(await value(page, 'sgd-gamma'));
  });

  it('says what is wrong with a typed number and with a link', async () => {
    const { page } = await openToy('v=1&gamma=1e9&eta=x');
    expect(await page.locator('[data-notices]').textContent()).toMatch(/γ|gamma/);
    await typeInto(page, 'eta', 'abc');
    expect(await page.locator('[data-problem="eta"]').textContent()).toMatch(/not a number/);
    await typeInto(page, 'eta', '7');
    expect(await page.locator('[data-problem="eta"]').textContent()).toMatch(/from 0.05 to 3/);
    await typeInto(page, 'seed', '1.5');
    expect(await page.locator('[data-problem="seed"]').textContent()).toMatch(/whole number/);
  });

  it('shows the same as a surface, and as a map where there is no WebGL', async () => {
    const { page, problems } = await openToy('v=1&view=surface');
    await page.locator('.figure-canvas canvas').waitFor();
    await page.waitForTimeout(500);
    const frames = await page.locator('[data-figure="toy"]').getAttribute('data-frames');
    await page.waitForTimeout(500);
    expect(await page.locator('[data-figure="toy"]').getAttribute('data-frames')).toBe(frames);
    await param(page, 'start').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.locator('[data-param-text="alpha"]').inputValue()).not.toBe('0.2');
    expectNoProblems(problems);
    const flat = await openToy('v=1&view=surface', { webgl: false });
    await flat.page.locator('.toy-map canvas').waitFor();
    expect(await flat.page.locator('[data-message="no-webgl"]').isVisible()).toBe(true);
  });

  it('fits on a phone, and its start goes where a finger taps', async () => {
    const { page, problems } = await openToy('', {
      viewport: { width: 390, height: 844 },
      touch: true,
      reducedMotion: true,
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const ground = page.locator('.toy-map-ground');
    const box = await ground.boundingBox();
    if (!box) throw new Error('the map is not there');
    await ground.tap({ position: { x: 0.6 * box.width, y: 0.62 * box.height } });
    await expect.poll(() => page.locator('[data-param-text="gamma"]').inputValue()).not.toBe('1.5');
    expectNoProblems(problems);
  });

  it('describes itself and gives its data away', async () => {
    const { page } = await openToy();
    await edgeEnd(page);
    await expect
      .poll(() => page.locator('[data-readout="description"]').textContent())
      .toMatch(/channel 2 with 0.000773.*Gradient flow.*SGD.*stalls/s);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('[data-action="data-csv"]'),
    ]);
    expect(download.suggestedFilename()).toBe('toy.csv');
  });

  it('has presets that show what they teach', async () => {
    const { page } = await openToy();
    await param(page, 'preset').selectOption('other');
    await expect
      .poll(() => page.locator('[data-readout="run-end"]').getAttribute('data-place'), { timeout: COMPUTED })
      .toBe('1');
    await param(page, 'preset').selectOption('diverge');
    expect(await page.locator('.preset-teaches').textContent()).toMatch(/diverges/);
    await expect
      .poll(() => page.locator('[data-readout="edge-end"]').getAttribute('data-verdict'), {
        timeout: COMPUTED,
      })
      .toBe('diverged');
  });
});
