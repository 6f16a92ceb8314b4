/**
 * The figures `pair`, `triple`, `duo` and `landscape` in frames of any size, and what authors leave out or fix there.
 * What can be left out without a look at the surface is tested in tests/app/hide.test.ts.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectNoProblems, type OpenedPage, param, sharePage, waitReady } from '../support/page';
import { still } from '../support/quiet';
import { control, figureOf, status } from './computed-page';
import { press, setProfile, settle } from './pair-page';

const figures = ['pair', 'triple', 'duo', 'landscape'] as const;
type FigureId = (typeof figures)[number];
const frames = [
  [240, 200],
  [390, 844],
  [1280, 720],
] as const;

/** A figure in a frame, in the page of all tests with the same query, once it is complete. */
async function openFrame(
  id: FigureId,
  query: string,
  [width, height]: readonly [number, number] = [800, 600],
): Promise<OpenedPage> {
  const opened = await sharePage({
    path: `?embed=1&figure=${id}&${query}`,
    viewport: { width, height },
  });
  await waitReady(opened.page, id);
  if (id === 'duo' || id === 'landscape') await status(figureOf(opened.page, id), 'ready');
  await settle(opened.page);
  await settle(opened.page);
  return opened;
}

/** What can be read in a frame, and where it is. */
interface Word {
  readonly text: string;
  /** Axis labels and names of lines; or something beside the picture. */
  readonly kind: 'axis' | 'pill' | 'beside';
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function wordsOf(page: Page): Promise<Word[]> {
  return page.evaluate(() => {
    const beside = [
      ...['.figure-head-title', '.figure-number', '.legend-scale', '.legend-sheets li', '.line-legend li'],
      ...['.surface-remark', '.live-formula > div', '.duo-title', '.duo-numbers', '.ball-readouts dl'],
      ...['.epsilon-bar', '.run-bar'],
    ];
    const kinds = [
      ['axis', '.surface-overlay [data-part="labels"] text'],
      ['pill', '.pill rect'],
      ['beside', beside.join(', ')],
    ] as const;
    return kinds.flatMap(([kind, selector]) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter(
          (element) =>
            element.checkVisibility({ visibilityProperty: true }) &&
            element.getBoundingClientRect().width > 1,
        )
        .map((element) => {
          const box = element.getBoundingClientRect();
          const { left, right, height } = box;
          // The box of a text in a drawing is that of its line: its letters take the middle half of that.
          const lead = element instanceof SVGTextElement ? height / 4 : 0;
          const [top, bottom] = [box.top + lead, box.bottom - lead];
          const text = (kind === 'pill' ? element.parentElement : element)?.textContent ?? '';
          return { text: text.slice(0, 40), kind, left, top, right, bottom };
        }),
    );
  });
}

/** Pairs of words that lie on each other by more than a pixel. */
function collisions(words: readonly Word[]): string[] {
  return words.flatMap((one, k) =>
    words
      .slice(k + 1)
      .filter(
        (other) =>
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
          Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1,
      )
      .map((other) => `${one.kind} “${one.text}” on ${other.kind} “${other.text}”`),
  );
}

/** What of a page would have to be scrolled to. */
function hidden(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, .figure-frame, [data-figure]')]
      .filter(
        (element) =>
          element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1,
      )
      .map(({ className, scrollWidth, scrollHeight }) => `${className} ${scrollWidth} x ${scrollHeight}`),
  );
}

/** Gives the frame another size and waits until the figure fits it. */
async function resize(page: Page, [width, height]: readonly [number, number]): Promise<void> {
  await page.setViewportSize({ width, height });
  await settle(page);
  await still(page);
}

/** What is seen of a figure when nothing is hidden. */
const seen: Readonly<Record<FigureId, readonly string[]>> = {
  pair: [
    ...['.figure-head-title', '.legend-scale', '.legend-sheets', '.live-formula', '.probe', '.stretch-line'],
    ...['[data-part="labels"] text', '[data-param="eps"]', '.play'],
  ],
  triple: [
    ...['.figure-head-title', '.legend-scale', '.legend-sheets', '.live-formula'],
    ...['[data-part="labels"] text', '[data-param="eps"]', '.play'],
  ],
  duo: ['.duo-pair', '.duo-landscape', '.duo-title', '.pill', '.duo-numbers'],
  landscape: ['.legend', '.pill', '.ball-readouts', '[data-action="drop"]', '[data-param="time"]'],
};

/** Whether a half of the duo, and the other one, are shown while the style sheet is told to leave it out. */
function isShownWithout(page: Page, name: string): Promise<{ itself: boolean; other: boolean }> {
  return page.evaluate((half) => {
    const views = document.querySelector<HTMLElement>('.duo-views');
    if (!views) throw new Error('no duo');
    views.dataset[half] = 'false';
    const isShown = (side: string) => views.querySelector(`.duo-${side}`)?.checkVisibility() ?? false;
    const shown = { itself: isShown(half), other: isShown(half === 'pair' ? 'landscape' : 'pair') };
    views.dataset[half] = 'true';
    return shown;
  }, name);
}

describe.each(figures)('%s', (id) => {
  /** What is read fits all frames, and nothing stands on anything; there are controls or none. */
  async function expectFit(page: Page, hasControls: boolean): Promise<void> {
    for (const [width, height] of frames) {
      const size = `${width} x ${height}`;
      await resize(page, [width, height]);
      expect(await hidden(page), size).toEqual([]);
      const words = await wordsOf(page);
      expect(words.filter(({ kind }) => kind === 'axis').length, size).toBeGreaterThan(2);
      const outside = words.filter(
        ({ left, top, right, bottom }) => left < 0 || top < 0 || right > width || bottom > height,
      );
      expect(
        outside.map(({ text, kind }) => `${kind} ${text}`),
        size,
      ).toEqual([]);
      expect(collisions(words), size).toEqual([]);
      const handles = await page.locator('input:visible, button:visible, select:visible').count();
      expect(handles > 0, size).toBe(hasControls);
    }
  }

  it('fits any frame without controls', async () => {
    // The point has no words.
    const { page, problems } = await openFrame(
      id,
      `controls=none${id === 'pair' ? '&hide=at' : ''}`,
      frames[0],
    );
    await expectFit(page, false);
    if (id === 'pair') {
      expect(await page.locator('.probe, .stretch-line').filter({ visible: true }).count()).toBe(0);
      // It says ε where no slider does.
      expect(await page.locator('.figure-number').allTextContents()).toEqual([
        expect.stringMatching(/=\s*0\.3/),
      ]);
    }
    expectNoProblems(problems);
  });

  it('fits any frame with its main handle, which works there by mouse and keyboard', async () => {
    const { page, problems } = await openFrame(id, 'controls=min', frames[0]);
    await expectFit(page, true);
    for (const selector of seen[id])
      expect(await page.locator(selector).filter({ visible: true }).count(), selector).toBeGreaterThan(0);
    expect(await page.locator('.figure-number').count()).toBe(0);
    if (id === 'duo') {
      // That this is written when an author leaves out one of them is tested without layout.
      for (const name of ['pair', 'landscape'])
        expect(await isShownWithout(page, name), name).toEqual({ itself: false, other: true });
    }
    const figure = figureOf(page, id);
    const key = id === 'landscape' ? 'time' : 'eps';
    const said = () => param(page, key).getAttribute('aria-valuetext');
    await resize(page, frames[0]);
    if (id === 'landscape') {
      const drop = figure.locator('[data-action="drop"]');
      expect((await drop.boundingBox())?.height).toBeGreaterThanOrEqual(24);
      await drop.click();
      await figure.locator('[data-readout="run-end"]:not([data-place=""])').waitFor({ state: 'attached' });
    }
    for (const [k, frame] of [frames[0], frames[2]].entries()) {
      await resize(page, frame);
      const before = await said();
      const room = await param(page, key).boundingBox();
      if (!room) throw new Error('the handle has no place');
      expect(room.height).toBeGreaterThanOrEqual(24);
      await page.mouse.click(room.x + (0.4 + 0.1 * k) * room.width, room.y + room.height / 2);
      await settle(page);
      const clicked = await said();
      expect(clicked).not.toBe(before);
      await press(param(page, key), 'ArrowRight');
      expect(await said()).not.toBe(clicked);
    }
    expectNoProblems(problems);
  });
});

describe('a projector', () => {
  it('a drag moves the ball to where the pointer is', async () => {
    const { page } = await openFrame('duo', 'controls=min', [1280, 720]);
    await setProfile(page, 'projector');
    await still(page);
    const figure = figureOf(page, 'duo');
    const middle = async () => {
      const room = await control(figure, 'ball').boundingBox();
      if (!room) throw new Error('no ball');
      return [room.x + room.width / 2, room.y + room.height / 2] as const;
    };
    const start = await middle();
    await param(page, 'eps').fill('200');
    await settle(page);
    await settle(page);
    const goal = await middle();
    expect(Math.hypot(goal[0] - start[0], goal[1] - start[1])).toBeGreaterThan(20);
    await page.mouse.move(...goal);
    await page.mouse.down();
    await page.mouse.move(...start, { steps: 6 });
    await page.mouse.up();
    await settle(page);
    await settle(page);
    const end = await middle();
    expect(Math.hypot(end[0] - start[0], end[1] - start[1])).toBeLessThan(6);
    await setProfile(page, 'screen');
  });
});

/** Whole, a figure is never wider than its frame. */
async function expectNarrow(page: Page): Promise<void> {
  await resize(page, [240, 400]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(240);
  for (const key of ['a', 'gamma', 'eps']) {
    const slider = param(page, key);
    if ((await slider.count()) === 0) continue;
    const room = await slider.boundingBox();
    expect((room?.x ?? 0) + (room?.width ?? 999), key).toBeLessThanOrEqual(240);
    expect(room?.width, key).toBeGreaterThan(80);
  }
}

/** What an author leaves out is not in the picture, and the figure keeps its name. */
async function expectGone(page: Page, selector: string): Promise<void> {
  expect(await page.locator(selector).filter({ visible: true }).count()).toBe(0);
  expect(await page.getByRole('region', { name: /neurons|landscape/i }).count()).toBeGreaterThan(0);
}

/** The state in the address, which holds whatever differs from the start. */
function hashOf(page: Page): string {
  return new URL(page.url()).hash;
}

describe('what an author fixes', () => {
  const keys = 'act,eps,a,c,w,bias,dir,dbias,show,sheets,at,cam';

  it('nothing of the pair moves when everything is fixed', async () => {
    const { page, problems } = await openFrame('pair', `controls=full&hide=axes&lock=${keys}`, [1280, 900]);
    const figure = figureOf(page, 'pair');
    const values = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLInputElement>('[data-param-text]')]
          .map(({ value }) => value)
          .join(' '),
      );
    const picture = () => figure.locator('.surface-overlay').last().innerHTML();
    const before = [await values(), await picture()];
    for (const target of ['cam', 'at', 'w', 'tip-i', 'tip-j']) {
      await control(figure, target).focus();
      for (const key of ['ArrowRight', 'ArrowUp', '+']) await page.keyboard.press(key);
    }
    for (const target of ['w', 'tip-i', 'cam']) {
      const room = await control(figure, target).boundingBox();
      if (!room) throw new Error(`${target} has no place`);
      const middle = [room.x + room.width / 2, room.y + room.height / 2] as const;
      await page.mouse.move(...middle);
      await page.mouse.down();
      await page.mouse.move(middle[0] + 60, middle[1] - 40, { steps: 4 });
      await page.mouse.up();
    }
    await settle(page);
    expect([await values(), await picture()]).toEqual(before);
    for (const key of ['eps', 'gap', 'a', 'wlen', 'wdir']) {
      expect(await control(figure, key).isDisabled(), key).toBe(true);
      expect(await page.locator(`[data-param-text="${key}"]`).isDisabled(), key).toBe(true);
    }
    for (const key of ['act', 'sheets', 'to-limit']) {
      expect(await control(figure, key).isDisabled(), key).toBe(true);
    }
    expect(await control(figure, 'show').first().isDisabled()).toBe(true);
    expect(await page.locator('[data-action="play"]').isDisabled()).toBe(true);
    await control(figure, 'preset').selectOption('ridge');
    await settle(page);
    expect([await values(), await picture()]).toEqual(before);
    expect(hashOf(page)).not.toMatch(/eps|w=|cam/);
    await expectGone(page, '.surface-overlay [data-part="labels"] text');
    await expectNarrow(page);
    expectNoProblems(problems);
  });

  it('the ball of the duo stays where ε is fixed, and both cameras where they are', async () => {
    const { page } = await openFrame('duo', 'controls=full&hide=names&lock=eps,cam,view', [900, 900]);
    const figure = figureOf(page, 'duo');
    const place = () => control(figure, 'ball').boundingBox();
    const before = await place();
    await control(figure, 'ball').press('ArrowRight');
    await control(figure, 'view').press('ArrowRight');
    await control(figure, 'cam').press('ArrowRight');
    if (!before) throw new Error('no ball');
    await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
    await page.mouse.down();
    await page.mouse.move(before.x + 80, before.y + 120, { steps: 4 });
    await page.mouse.up();
    await settle(page);
    expect(await place()).toEqual(before);
    expect(await control(figure, 'eps').isDisabled()).toBe(true);
    expect(await control(figure, 'eps').getAttribute('aria-valuetext')).toBe('0.1');
    await expectGone(page, '.pill');
    await expectNarrow(page);
  });

  it('the ball of the landscape stays at a fixed start, and does not roll when that is fixed', async () => {
    const { page } = await openFrame(
      'landscape',
      'controls=full&hide=names&lock=gamma,along,drop,cam',
      [900, 900],
    );
    const figure = figureOf(page, 'landscape');
    const place = () => control(figure, 'ball').boundingBox();
    const before = await place();
    for (const key of ['ArrowRight', 'ArrowUp', 'Enter']) await control(figure, 'ball').press(key);
    await control(figure, 'cam').press('ArrowRight');
    const stage = await control(figure, 'cam').boundingBox();
    if (!stage) throw new Error('no stage');
    await page.mouse.click(stage.x + stage.width / 2, stage.y + stage.height / 2);
    await settle(page);
    expect(await place()).toEqual(before);
    expect(await figure.locator('[data-action="drop"]').isDisabled()).toBe(true);
    expect(await figure.locator('[data-action="stop"]').count()).toBe(0);
    await expectGone(page, '.pill');
    await expectNarrow(page);
  });
});
