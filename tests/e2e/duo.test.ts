import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { duoFigure } from '#figures/duo/definition';
import { duoPresets, duoSchema } from '#figures/duo/schema';
import floorRows from '../fixtures/channel-floor.json';
import { expectClose } from '../support/close';
import { oracle } from '../support/landscape';
import { expectNoProblems, openPage, picture, waitReady } from '../support/page';
import {
  askedJobs,
  control,
  covering,
  enter,
  exact,
  figureOf,
  names,
  numberBox,
  openComputed,
  problemOf,
  saved,
  shareComputed,
  status,
  tablesOf,
  watchWorkers,
  words,
} from './computed-page';
import { eventually, middle, settle, written, writtenHash } from './pair-page';
import { differing } from './same-picture';

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
  const shown = await figure.locator(`[data-slot="${name}"]`).last().textContent();
  return written((shown ?? '').replace(/\s|\+/g, ''));
}

/** The middle of the ball on the screen. */
async function ballPlace(figure: Locator) {
  return middle(ball(figure));
}

describe('the handle', () => {
  it('moves through the floor of the channel: the numbers are the oracle’s at every epsilon', async () => {
    const { figure, problems } = await openDuo();
    for (const row of floorRows.rows.filter((_, k) => k % 2 === 0)) {
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

  it('moves both halves of the picture, the ball, the slider and the box', async () => {
    const { page, figure, problems } = await openDuo({ hash: 'v=1&eps=0.2', drawing: 'plain' });
    const pictures = async () => {
      const [left, right] = [halves(figure).first(), halves(figure).last()];
      return [await picture(left), await picture(right)] as const;
    };
    const before = await pictures();
    const [from, slider] = [await ballPlace(figure), await control(figure, 'eps').inputValue()];
    const { loss } = await floor(figure);
    await control(figure, 'eps').press('PageUp');
    await control(figure, 'eps').press('PageUp');
    await settle(page);
    expect(await epsilon(figure)).toBeLessThan(0.1);
    expect(Number(await control(figure, 'eps').inputValue())).toBeGreaterThan(Number(slider));
    expect((await floor(figure)).loss).toBeLessThan(loss);
    const to = await ballPlace(figure);
    expect(Math.hypot(to.x - from.x, to.y - from.y)).toBeGreaterThan(20);
    const after = await pictures();
    // On the right it is only the ball that moves.
    expect(differing(after[0], before[0])).toBeGreaterThan(1000);
    expect(differing(after[1], before[1])).toBeGreaterThan(50);
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
    expect(await words(figure, 'duo-loss')).toBe('0.0394871');
    // Only the limit is left of the formula.
    expect(await figure.locator('.live-formula').getAttribute('data-limit')).toBe('true');
    expect(await factor(figure, 'c')).toBeCloseTo(0.955, 3);
    expect(await names(figure)).toEqual(expect.arrayContaining(['neuron i: +∞', 'neuron j: −∞']));
    expect(await figure.textContent()).not.toMatch(/NaN|undefined/);
    expect(await figure.evaluate((root) => root.outerHTML)).not.toMatch(/NaN/);
    expectNoProblems(problems);
  });

  it('types: a number out of range or no number gets a sentence and changes nothing', async () => {
    const { page, figure, problems } = await openDuo({ hash: 'v=1&eps=0.05' });
    const before = await floor(figure);
    for (const [typed, sentence] of [
      ['0.5', /ε is 0, or between 0\.000001 and 0\.4\..*Nothing was changed/],
      ['-1', /ε is 0, or between/],
      ['1e-7', /ε is 0, or between/],
      ['inf', /ε is 0, or between/],
      ['abc', /“abc” is not a number.*Nothing was changed/],
      ['1/0', /“1\/0” is not a number/],
      ['', /is not a number/],
      ['NaN', /is not a number/],
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
    for (const epsilonThere of [0.1, 0.4, 0.25, 0.15, 0.07, 0.05, 0.03, 0.01, 0.001, 0]) {
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
    expectClose(await key('ArrowUp'), 0.1 / step ** 2, 0.01);
    expectClose(await key('ArrowLeft'), 0.1 / step, 0.01);
    expectClose(await key('ArrowDown'), 0.1, 0.01);
    expectClose(await key('PageUp'), 0.1 / step ** 10, 0.01);
    expectClose(await key('PageDown'), 0.1, 0.01);
    expectClose(await key('Shift+ArrowRight'), 0.1 / step ** 10, 0.01);
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
    expect(await ball(figure).getAttribute('aria-valuetext')).toBe('ε = 1.00e-6');
    expect(await scrolled()).toBe(from);
    expect(await ball(figure).getAttribute('aria-label')).toMatch(/arrow keys/i);
    expectNoProblems(problems);
  });
});

describe('playing', () => {
  const play = (figure: Locator) => figure.locator('[data-action="play"]');

  it('runs to 0 and stops there; pause holds it', async () => {
    const { page, figure, problems } = await openDuo({ hash: 'v=1&eps=0.01' });
    await play(figure).click();
    await eventually(() => epsilon(figure)).toBeLessThan(5e-3);
    expect(await play(figure).getAttribute('aria-label')).toBe('Pause');
    await play(figure).click();
    await settle(page);
    const held = await epsilon(figure);
    await page.waitForTimeout(300);
    expect(await epsilon(figure)).toBe(held);
    expect(await writtenHash(page)).toBe(`#v=1&eps=${held}`);
    await play(figure).click();
    await eventually(() => epsilon(figure)).toBe(0);
    await eventually(() => play(figure).getAttribute('aria-pressed')).toBe('false');
    await eventually(async () => (await floor(figure)).gap).toBe(Infinity);
    expectNoProblems(problems);
  });

  it('begins at the entrance of the channel when it is at infinity, and stops for the reader’s hand', async () => {
    const { page, figure } = await openDuo({ hash: 'v=1&eps=0' });
    await play(figure).click();
    await eventually(() => epsilon(figure)).toBeGreaterThan(0.05);
    await ball(figure).press('ArrowLeft');
    await eventually(() => play(figure).getAttribute('aria-pressed')).toBe('false');
    const held = await epsilon(figure);
    await page.waitForTimeout(300);
    expect(await epsilon(figure)).toBe(held);
  });

  it('goes in whole decades where motion is unwanted', async () => {
    const { page, figure, problems } = await openDuo({ reducedMotion: true, hash: 'v=1&eps=1e-4' });
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      const input = document.querySelector<HTMLInputElement>('[data-param-text="eps"]');
      const look = () => {
        const value = input?.value ?? '';
        if (seen.at(-1) !== value) seen.push(value);
        requestAnimationFrame(look);
      };
      look();
    });
    await play(figure).click();
    await eventually(() => epsilon(figure)).toBe(0);
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(seen.map(Number)).toEqual([1e-4, 1e-5, 1e-6, 0]);
    expectNoProblems(problems);
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
  it('has the keys of the first figure alone, and opens the figure as it is', async () => {
    const { page, figure, problems } = await openDuo();
    await enter(figure, 'eps', '0.003');
    await control(figure, 'sheets').uncheck();
    await control(figure, 'cam').press('ArrowLeft');
    await control(figure, 'view').press('ArrowRight');
    const hash = await writtenHash(page);
    expect(hash).toBe('#v=1&eps=0.003&sheets=0&cam=30,65,1.1&view=79,44,1.12');
    const numbers = await floor(figure);
    await page.reload();
    await waitReady(page, 'duo');
    await status(figure, 'ready');
    await settle(page);
    expect(await floor(figure)).toEqual(numbers);
    expect(await control(figure, 'sheets').isChecked()).toBe(false);
    expect(await writtenHash(page)).toBe(hash);
    expectNoProblems(problems);
  });

  it('has them alone on the whole page too, beside those of the others', async () => {
    const { page, problems } = await openPage({ path: '?figure=all', hash: 'v=1&eps=0.02&pair.eps=0.5' });
    await waitReady(page, 'duo');
    const figure = figureOf(page, 'duo');
    expect(await epsilon(figure)).toBe(0.02);
    await control(figure, 'sheets').uncheck();
    expect(await writtenHash(page)).toBe('#v=1&eps=0.02&sheets=0&pair.eps=0.5');
    expectNoProblems(problems);
  });

  it('that cannot be shown as asked is mended, with a notice', async () => {
    const { page, figure, problems } = await openComputed('duo', {
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
    const { figure, problems } = await openComputed('duo', { hash: 'v=1&eps=0.01' });
    await eventually(() => words(figure, 'description')).toMatch(
      /ε = 0\.0100.*output weights are 72\.8 and −71\.8/,
    );
    expect(await words(figure, 'description')).toMatch(/γ = 12\.7, loss 0\.0394945, 7\.\de-6 above/);
    expect(await words(figure, 'spoken')).toBe('');
    await enter(figure, 'eps', '0');
    await eventually(() => words(figure, 'spoken')).toMatch(
      /infinite and of opposite sign.*γ = ∞, loss 0\.0394871/,
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

  it('is the first of the page, and shares its landscape with the figure `landscape`: it is computed once', async () => {
    const { page, problems } = await openPage({ path: '?figure=all', before: watchWorkers });
    await waitReady(page, 'duo');
    expect(await page.locator('[data-figure]').first().getAttribute('data-figure')).toBe('duo');
    await status(figureOf(page, 'duo'), 'ready');
    await page.locator('.figure-wait').first().scrollIntoViewIfNeeded();
    const landscape = figureOf(page, 'landscape');
    await eventually(async () => {
      await page.mouse.wheel(0, 800);
      return landscape.count();
    }).toBe(1);
    await waitReady(page, 'landscape');
    await status(landscape, 'ready');
    expect(await exact(landscape, 'plus-loss')).toBeCloseTo(oracle.minimumAtInfinity.loss, 10);
    const landscapes = (await askedJobs(page)).filter(({ job }) => job === 'landscape');
    expect(landscapes.length).toBe(1);
    expectNoProblems(problems);
  });
});
