import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { duoFigure } from '#figures/duo/definition';
import { duoPresets, duoSchema } from '#figures/duo/schema';
import floorRows from '../fixtures/channel-floor.json';
import { expectClose } from '../support/close';
import { oracle } from '../support/landscape';
import { expectNoProblems } from '../support/page';
import {
  control,
  covering,
  enter,
  exact,
  names,
  numberBox,
  problemOf,
  saved,
  shareComputed,
  tablesOf,
  words,
} from './computed-page';
import { eventually, middle, settle, written, writtenHash } from './pair-page';

const openDuo = (options: Parameters<typeof shareComputed>[1] = {}) => shareComputed('duo', options);
const ball = (figure: Locator) => control(figure, 'ball');
const epsilon = async (figure: Locator) => written(await numberBox(figure, 'eps').inputValue());
const halves = (figure: Locator) => figure.locator('.surface-stage');

/** Four numbers of the floor, as the read-outs have them. */
async function floor(figure: Locator) {
  const [gap, gamma, loss, above] = await Promise.all(
    ['gap', 'gamma', 'loss', 'above'].map((name) => exact(figure, `duo-${name}`)),
  );
  return { gap: gap ?? NaN, gamma: gamma ?? NaN, loss: loss ?? NaN, above: above ?? NaN };
}

/** A factor in the formula with numbers. */
async function factor(figure: Locator, name: string): Promise<number> {
  const slot = figure.locator(`[data-slot="${name}"]`).last();
  const shown = await slot.evaluate(
    (element) => element.querySelector<HTMLElement>('[data-shown]')?.dataset.shown,
  );
  return written((shown ?? '').replace(/\s|\+/g, ''));
}

/** The middle of the ball on the screen. */
async function ballPlace(figure: Locator) {
  return middle(ball(figure));
}

describe('the handle', () => {
  // At every epsilon: tests/figures/duo/floor.test.ts. How both halves look: tests/visual/duo.test.ts.
  it('moves through the floor of the channel: the numbers are the oracle’s', async () => {
    const { figure, problems } = await openDuo();
    for (const row of floorRows.rows.filter((_, k) => k % 4 === 0)) {
      await enter(figure, 'eps', String(row.epsilon));
      // Beyond 0.12 the floor bends between the points that are computed.
      const rough = row.epsilon >= 0.12;
      await eventually(async () => (await floor(figure)).loss).toBeCloseTo(row.loss, rough ? 4 : 6);
      const { gap, gamma, loss, above } = await floor(figure);
      if (row.epsilon === 0) expect([gap, gamma]).toEqual([Infinity, Infinity]);
      else {
        expectClose(gap, row.a / row.epsilon, rough ? 2e-2 : 1e-3);
        expectClose(gamma, row.gamma ?? NaN, rough ? 2e-2 : 1e-3);
        const ai = row.c / 2 + row.a / row.epsilon / 2;
        expectClose(await factor(figure, 'ai'), ai, rough ? 2e-2 : 1e-2);
      }
      expect(above).toBeCloseTo(loss - oracle.minimumAtInfinity.loss, 9);
      expectClose(await factor(figure, 'c'), row.c, 0, rough ? 2e-2 : 1.1e-3);
      expectClose(await factor(figure, 'a'), row.a, 0, rough ? 2e-2 : 6e-3);
    }
    expectNoProblems(problems);
  });

  it('moves the ball, the slider and the box, and both halves of the picture are drawn anew', async () => {
    const { page, figure, problems } = await openDuo({ hash: 'v=1&eps=0.2' });
    const [from, slider] = [await ballPlace(figure), await control(figure, 'eps').inputValue()];
    const frames = await figure.getAttribute('data-frames');
    const { loss } = await floor(figure);
    await control(figure, 'eps').press('PageUp');
    await control(figure, 'eps').press('PageUp');
    await settle(page);
    expect(await epsilon(figure)).toBeLessThan(0.1);
    expect(Number(await control(figure, 'eps').inputValue())).toBeGreaterThan(Number(slider));
    await eventually(() => figure.getAttribute('data-frames')).not.toBe(frames);
    expect((await floor(figure)).loss).toBeLessThan(loss);
    const to = await ballPlace(figure);
    expect(Math.hypot(to.x - from.x, to.y - from.y)).toBeGreaterThan(20);
    expectNoProblems(problems);
  });

  it('at 0 shows infinity: infinite weights, the loss at infinity, and no NaN anywhere', async () => {
    const { figure, problems } = await openDuo();
    await enter(figure, 'eps', '0');
    await eventually(async () => (await floor(figure)).gap).toBe(Infinity);
    const { gamma, loss, above } = await floor(figure);
    expect(gamma).toBe(Infinity);
    expectClose(loss, 0.03948705687436356, 1e-9);
    expect(above).toBe(0);
    expect(await words(figure, 'duo-gap')).toBe('∞');
    expect(await words(figure, 'duo-gamma')).toBe('∞');
    expect(await words(figure, 'duo-loss')).toBe('0.03949');
    // Only the limit is left of the formula.
    expect(await figure.locator('.live-formula').getAttribute('data-limit')).toBe('true');
    expect(await factor(figure, 'c')).toBeCloseTo(0.955, 3);
    expect(await names(figure)).toEqual(expect.arrayContaining(['neuron i: +∞', 'neuron j: −∞']));
    expect(await figure.textContent()).not.toMatch(/NaN|undefined/);
    expect(await figure.evaluate((root) => root.outerHTML)).not.toMatch(/NaN/);
    expectNoProblems(problems);
  });

  // More of them: tests/app/number-boxes.test.ts, tests/ui/handle.test.ts.
  it('types: a number out of range or no number gets a sentence and changes nothing', async () => {
    const { page, figure, problems } = await openDuo({ hash: 'v=1&eps=0.05' });
    const before = await floor(figure);
    for (const [typed, sentence] of [
      ['0.5', /ε is 0, or between 10⁻⁶ and 0\.4\..*Nothing was changed/],
      ['abc', /“abc” is not a number.*Nothing was changed/],
      ['', /is not a number/],
    ] as const) {
      await enter(figure, 'eps', typed);
      expect(await problemOf(figure, 'eps'), typed).toMatch(sentence);
      expect(await numberBox(figure, 'eps').getAttribute('aria-invalid')).toBe('true');
      expect(await floor(figure), typed).toEqual(before);
      await numberBox(figure, 'eps').press('Escape');
      expect(await problemOf(figure, 'eps')).toBeUndefined();
    }
    expect(await epsilon(figure)).toBe(0.05);
    expect(await writtenHash(page)).toBe('#v=1&eps=0.05');
    expectNoProblems(problems);
  });
});

describe('the ball', () => {
  it('dragged with the mouse moves the handle and the number box, in one step of undo', async () => {
    const { page, figure, problems } = await openDuo({ hash: 'v=1&eps=0.03' });
    const target = await ballPlace(figure);
    await enter(figure, 'eps', '0.2');
    const start = await ballPlace(figure);
    const slider = Number(await control(figure, 'eps').inputValue());
    // A little beside its middle: there it is held.
    await page.mouse.move(start.x + 6, start.y + 4);
    await page.mouse.down();
    await page.mouse.move((start.x + target.x) / 2 + 6, (start.y + target.y) / 2 + 4, { steps: 3 });
    await page.mouse.move(target.x + 6, target.y + 4, { steps: 3 });
    await settle(page);
    const held = await epsilon(figure);
    expect(held).toBeGreaterThan(0.027);
    expect(held).toBeLessThan(0.033);
    await page.mouse.up();
    await settle(page);
    expect(await epsilon(figure)).toBe(held);
    const { x, y } = await ballPlace(figure);
    expect(Math.hypot(x - target.x, y - target.y)).toBeLessThan(3);
    expect(Number(await control(figure, 'eps').inputValue())).toBeGreaterThan(slider + 20);
    expect(await writtenHash(page)).toBe(`#v=1&eps=${held}`);
    // It was not the camera that was dragged.
    await figure.locator('[data-action="undo"]').click();
    await settle(page);
    expect(await epsilon(figure)).toBe(0.2);
    expectNoProblems(problems);
  });

  it('dragged over the edge is at infinity, and dragged back is at the entrance', async () => {
    const { page, figure } = await openDuo({ hash: 'v=1&eps=0' });
    const edge = await ballPlace(figure);
    await enter(figure, 'eps', '0.4');
    const entrance = await ballPlace(figure);
    const along = { x: edge.x - entrance.x, y: edge.y - entrance.y };
    await page.mouse.move(entrance.x, entrance.y);
    await page.mouse.down();
    await page.mouse.move(edge.x + along.x, edge.y + along.y, { steps: 4 });
    await settle(page);
    expect(await epsilon(figure)).toBe(0);
    await page.mouse.move(entrance.x - along.x, entrance.y - along.y, { steps: 4 });
    await page.mouse.up();
    await settle(page);
    expect(await epsilon(figure)).toBeGreaterThan(0.35);
  });

  it.each([1280, 390])('is seen wherever it is: no name covers it, %i pixels wide', async (width) => {
    const { page, figure } = await openDuo({ viewport: { width, height: 844 } });
    for (const epsilonThere of [0.4, 0.15, 0.05, 0.01, 0]) {
      await enter(figure, 'eps', String(epsilonThere));
      await settle(page);
      expect(await covering(figure), `ε = ${epsilonThere}`).toEqual([]);
    }
  });

  it('goes along the floor by the keyboard, and says where it is', async () => {
    const { page, figure, problems } = await openDuo();
    await ball(figure).focus();
    const scrolled = () => page.evaluate(() => scrollY);
    const from = await scrolled();
    const key = async (name: string) => {
      await ball(figure).press(name);
      await settle(page);
      return epsilon(figure);
    };
    // To the right and up is towards infinity; 40 positions are a decade.
    const step = 10 ** (1 / 40);
    expectClose(await key('ArrowRight'), 0.1 / step, 0.01);
    expectClose(await key('ArrowDown'), 0.1, 0.01);
    expectClose(await key('PageUp'), 0.1 / step ** 10, 0.01);
    expectClose(await key('PageDown'), 0.1, 0.01);
    expect(await key('Home')).toBe(0.4);
    expect(await ball(figure).getAttribute('aria-valuenow')).toBe('0');
    expect(await key('ArrowLeft')).toBe(0.4);
    expect(await key('End')).toBe(0);
    expect(await ball(figure).getAttribute('aria-valuetext')).toBe('ε = 0');
    expect(await ball(figure).getAttribute('aria-valuenow')).toBe(
      await ball(figure).getAttribute('aria-valuemax'),
    );
    expect(await key('ArrowRight')).toBe(0);
    // Back over the gap before 0 in one step.
    expect(await key('ArrowLeft')).toBe(duoSchema.eps.min);
    expect(await ball(figure).getAttribute('aria-valuetext')).toBe('ε = 1.00\u00a0×\u00a010⁻⁶');
    expect(await scrolled()).toBe(from);
    expect(await ball(figure).getAttribute('aria-label')).toMatch(/arrow keys/i);
    expectNoProblems(problems);
  });
});

describe('playing', () => {
  const play = (figure: Locator) => figure.locator('[data-action="play"]');

  // It is the player of the figure `pair`: tests/e2e/pair-playback.test.ts.
  it('begins at the entrance of the channel when it is at infinity, and stops for the reader’s hand', async () => {
    const { page, figure } = await openDuo({ hash: 'v=1&eps=0' });
    await play(figure).click();
    await eventually(() => epsilon(figure)).toBeGreaterThan(0.05);
    await ball(figure).press('ArrowLeft');
    await eventually(() => play(figure).getAttribute('aria-pressed')).toBe('false');
    const held = await epsilon(figure);
    await page.waitForTimeout(200);
    expect(await epsilon(figure)).toBe(held);
  });
});

it('each example sets what it says, and says what it teaches until it is left', async () => {
  const { page, figure, problems } = await openDuo({ hash: 'v=1&eps=0.007&sheets=0' });
  const lesson = figure.locator('.preset-teaches');
  for (const { id, teaches } of duoFigure.presets) {
    await control(figure, 'preset').selectOption(id);
    await settle(page);
    const wanted = duoPresets[id as keyof typeof duoPresets].eps;
    expect(await epsilon(figure)).toBe(wanted);
    expect(await control(figure, 'sheets').isChecked()).toBe(true);
    expect(await lesson.textContent()).toBe(teaches);
    await ball(figure).press(wanted === 0 ? 'ArrowLeft' : 'ArrowRight');
    await settle(page);
    expect(await lesson.textContent()).toBe('');
    await control(figure, 'sheets').uncheck();
  }
  expectNoProblems(problems);
});

describe('the link', () => {
  it('has the keys of the first figure alone', async () => {
    const { page, figure, problems } = await openDuo();
    await enter(figure, 'eps', '0.003');
    await control(figure, 'sheets').uncheck();
    await control(figure, 'cam').press('ArrowLeft');
    await control(figure, 'view').press('ArrowRight');
    expect(await writtenHash(page)).toBe('#v=1&eps=0.003&sheets=0&cam=30,65,1.1&view=79,44,1.12');
    expectNoProblems(problems);
  });

  it('that cannot be shown as asked is mended, with a notice', async () => {
    const { page, figure, problems } = await openDuo({
      hash: 'v=1&eps=7&view=1,2&cam=1e308,1e308,1e308',
    });
    const notice = page.locator('[data-notices]');
    expect(await notice.getAttribute('data-notices')).toBe('eps cam view');
    expect(await notice.textContent()).toMatch(
      /ε, distance of the two neurons: 7 is out of range; showing 0\.4/,
    );
    expect(await epsilon(figure)).toBe(0.4);
    await eventually(() => writtenHash(page)).toBe('#v=1&eps=0.4&cam=180,90,4');
    expectNoProblems(problems);
  });
});

describe('in words and in numbers', () => {
  it('describes what it shows, also to screen readers, once it has come to rest', async () => {
    const { figure, problems } = await openDuo({ hash: 'v=1&eps=0.01' });
    await eventually(() => words(figure, 'description')).toMatch(
      /ε = 0\.0100.*output weights are 72\.8 and −71\.8/,
    );
    expect(await words(figure, 'description')).toMatch(/γ = 12\.7, loss 0\.03949, 7\.\d\s×\s10−6 above/);
    await enter(figure, 'eps', '0');
    await eventually(() => words(figure, 'spoken')).toMatch(
      /infinite and of opposite sign.*γ = ∞, loss 0\.03949/,
    );
    expect(await figure.locator('[data-readout="spoken"]').getAttribute('aria-live')).toBe('polite');
    expectNoProblems(problems);
  });

  it('exports the rows of the floor as CSV and JSON', async () => {
    const { figure, problems } = await openDuo({ hash: 'v=1&eps=0.05' });
    const [table] = tablesOf(await saved(figure, 'data-csv', 'duo.csv'));
    expect(table?.name).toBe('floor');
    const get = (row: readonly number[] | undefined, name: string) =>
      row?.[table?.columns.indexOf(name) ?? -1] ?? NaN;
    expect(table?.rows.length).toBeGreaterThanOrEqual(48);
    const [first, ...others] = table?.rows ?? [];
    expect([get(first, 'epsilon'), get(first, 'gamma'), get(first, 'ai'), get(first, 'aj')]).toEqual([
      0,
      Infinity,
      Infinity,
      -Infinity,
    ]);
    expectClose(get(first, 'loss'), oracle.minimumAtInfinity.loss, 1e-9);
    for (const row of others) {
      expect(row.every(Number.isFinite)).toBe(true);
      expectClose(get(row, 'outputGap'), get(row, 'a') / get(row, 'epsilon'), 1e-12);
    }
    const json = JSON.parse(await saved(figure, 'data-json', 'duo.json')) as {
      figure: string;
      link: string;
      values: Record<string, unknown>;
      tables: { rows: (number | string)[][] }[];
    };
    expect(json.figure).toBe('duo');
    expect(json.values).toMatchObject({ eps: 0.05, sheets: true });
    expect(new URL(json.link).hash).toBe('#v=1&eps=0.05');
    // Infinity is no number of JSON: it stands there as a word.
    expect(json.tables[0]?.rows.map((row) => row.map(Number))).toEqual(table?.rows);
    expectNoProblems(problems);
  });
});

describe('on the page', () => {
  const sides = async (figure: Locator) => {
    const [left, right] = await Promise.all([0, 1].map((k) => halves(figure).nth(k).boundingBox()));
    if (!left || !right) throw new Error('not both halves are shown');
    return { left, right };
  };
  const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

  it('stands side by side where there is room, and one above the other on phones, never wider than the screen', async () => {
    const { page, figure } = await openDuo();
    const wide = await sides(figure);
    expect(wide.right.x).toBeGreaterThanOrEqual(wide.left.x + wide.left.width);
    expect(Math.abs(wide.right.y - wide.left.y)).toBeLessThan(2);
    for (const size of [1024, 768, 390, 320]) {
      await page.setViewportSize({ width: size, height: 800 });
      await settle(page);
      expect(await width(page), `${size} pixels`).toBeLessThanOrEqual(size);
      const { left, right } = await sides(figure);
      if (size < 768) expect(right.y).toBeGreaterThanOrEqual(left.y + left.height);
      for (const side of [left, right]) {
        expect(side.x).toBeGreaterThanOrEqual(0);
        expect(side.x + side.width).toBeLessThanOrEqual(size);
        expect(side.height).toBeGreaterThan(150);
      }
    }
  });

  it('has the map from above in the place of a half whose graphics card lets it down, until it is back', async () => {
    const { page, figure, problems } = await openDuo();
    const stage = halves(figure).last();
    const place = () =>
      stage.evaluate((element) => {
        const { x, y, width: wide, height } = element.getBoundingClientRect();
        return [x, y + scrollY, wide, height];
      });
    const before = await place();
    await page.evaluate(() => {
      const canvas = document.querySelectorAll<HTMLCanvasElement>('.figure-canvas canvas')[1];
      const extension = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
      if (!extension) throw new Error('no WEBGL_lose_context');
      Object.assign(window, { extension });
      extension.loseContext();
    });
    await stage.locator('[data-message="context-lost"]').waitFor();
    const map = page.locator('canvas[data-part="map"]');
    await map.waitFor();
    expect(await place()).toEqual(before);
    await control(figure, 'eps').press('End');
    const plot = await map.boundingBox();
    await eventually(async () => (await ballPlace(figure)).x).toBeCloseTo(
      (plot?.x ?? NaN) + (plot?.width ?? NaN),
      -1,
    );
    await page.evaluate(() =>
      (window as unknown as { extension: WEBGL_lose_context }).extension.restoreContext(),
    );
    await stage.locator('[data-message="context-lost"]').waitFor({ state: 'detached' });
    expect(await page.locator('.flat-picture').count()).toBe(0);
    expect(await place()).toEqual(before);
    const lost = problems.filter((problem) => !/THREE\.WebGLRenderer: Context (Lost|Restored)/.test(problem));
    expectNoProblems(lost);
  });
});
