/** The figures `pair`, `duo` and `landscape` in frames of any size, and what their authors leave out or fix. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectNoProblems, type OpenedPage, param, sharePage, waitReady } from '../support/page';
import { still } from '../support/quiet';
import { control, figureOf, status } from './computed-page';
import { press, settle } from './pair-page';

const figures = ['pair', 'duo', 'landscape'] as const;
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
  if (id !== 'pair') await status(figureOf(opened.page, id), 'ready');
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

describe.each(figures)('%s', (id) => {
  it.each(['none', 'min'])('fits any frame with controls=%s', async (controls) => {
    const { page, problems } = await openFrame(id, `controls=${controls}`, frames[0]);
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
      expect(handles > 0, size).toBe(controls === 'min');
    }
    if (id === 'pair') {
      // It says ε where no slider does.
      const said = await page.locator('.figure-number').allTextContents();
      expect(said).toEqual(controls === 'none' ? [expect.stringMatching(/=\s*0\.3/)] : []);
    }
    expectNoProblems(problems);
  });

  it('its main handle works by mouse and keyboard in any frame', async () => {
    const { page, problems } = await openFrame(id, 'controls=min', frames[0]);
    const figure = figureOf(page, id);
    const key = id === 'landscape' ? 'time' : 'eps';
    const said = () => param(page, key).getAttribute('aria-valuetext');
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

  it('whole, it is never wider than its frame', async () => {
    const { page } = await openFrame(id, 'controls=full', [240, 400]);
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await wide()).toBe(240);
    for (const key of ['a', 'gamma', 'eps']) {
      const slider = param(page, key);
      if ((await slider.count()) === 0) continue;
      const room = await slider.boundingBox();
      expect((room?.x ?? 0) + (room?.width ?? 999), key).toBeLessThanOrEqual(240);
      expect(room?.width, key).toBeGreaterThan(80);
    }
  });
});

describe('what an author leaves out', () => {
  const selectors: Readonly<Record<FigureId, Readonly<Record<string, string>>>> = {
    pair: {
      title: '.figure-head-title',
      scale: '.legend-scale',
      legend: '.legend-scale, .legend-sheets',
      neurons: '.legend-sheets',
      formula: '.live-formula',
      axes: '[data-part="labels"] text',
      at: '.probe, .stretch-line',
      eps: '[data-param="eps"]',
      play: '.play',
    },
    duo: {
      pair: '.duo-pair',
      landscape: '.duo-landscape',
      headings: '.duo-title',
      names: '.pill',
      numbers: '.duo-numbers',
    },
    landscape: {
      legend: '.legend',
      names: '.pill',
      numbers: '.ball-readouts',
      drop: '[data-action="drop"]',
      time: '[data-param="time"]',
    },
  };

  it.each([
    ['pair', 'title,scale,formula,at,play'],
    ['pair', 'legend,axes,eps'],
    ['duo', 'pair,headings,names'],
    ['duo', 'landscape,numbers'],
    ['landscape', 'legend,names,drop'],
    ['landscape', 'numbers,time'],
  ] as const)('is gone from %s: %s', async (id, names) => {
    const { page } = await openFrame(id, `controls=min&hide=${names}`, [1280, 720]);
    // Only what it is in, or what is in it, goes with it.
    const along = names === 'legend,axes,eps' ? ['scale', 'neurons'] : [];
    for (const [name, selector] of Object.entries(selectors[id])) {
      const left = await page.locator(selector).filter({ visible: true }).count();
      const gone = [...names.split(','), ...along].includes(name);
      expect([name, left > 0]).toEqual([name, !gone]);
    }
    expect(await page.locator('.figure-number').count()).toBe(names.endsWith('eps') ? 1 : 0);
    // The figure keeps its name.
    expect(await page.getByRole('region', { name: /neurons|landscape/i }).count()).toBeGreaterThan(0);
    if (names.startsWith('title')) expect(await page.getByRole('heading', { level: 2 }).count()).toBe(1);
  });

  it.each([
    [
      'pair',
      ['weights', 'tiles', 'errors', 'sliders', 'limit', 'remark', 'toolbar', 'presets', 'description'],
    ],
    ['landscape', ['certificates', 'panels', 'ways', 'clear', 'another', 'remark', 'toolbar', 'slice']],
  ] as const)('of the whole %s, anything', async (id, names) => {
    const count = async (query: string) => {
      const { page } = await openFrame(id, query, [1280, 900]);
      const selector = [
        ...['.weights', '.tiles', '.error', '.pair-controls', '.segments', '.surface-remark', '.toolbar'],
        ...['[data-param="preset"]', '.figure-description', '.certificates', '.landscape-panels'],
        ...['[data-action="to-ride"]', '[data-action="clear"]', '[data-action="another"]'],
        ...['[data-param="slice"]'],
      ].join(', ');
      return page.locator(selector).count();
    };
    expect(await count('controls=full')).toBeGreaterThanOrEqual(names.length);
    const left = id === 'landscape' ? 2 : 0; // its examples and its description are not in the list
    expect(await count(`controls=full&hide=${names.join(',')}`)).toBe(left);
  });
});

/** The state in the address, which holds whatever differs from the start. */
function hashOf(page: Page): string {
  return new URL(page.url()).hash;
}

describe('what an author fixes', () => {
  const keys = 'act,eps,a,c,w,bias,dir,dbias,show,sheets,at,cam';

  it('nothing of the pair moves when everything is fixed', async () => {
    const { page, problems } = await openFrame('pair', `controls=full&lock=${keys}`, [1280, 900]);
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
    expectNoProblems(problems);
  });

  it('the ball of the duo stays where ε is fixed, and both cameras where they are', async () => {
    const { page } = await openFrame('duo', 'controls=min&lock=eps,cam,view', [900, 600]);
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
  });

  it('the ball of the landscape stays at a fixed start, and does not roll when that is fixed', async () => {
    const { page } = await openFrame('landscape', 'controls=min&lock=gamma,along,drop,cam', [900, 600]);
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
  });
});

describe('a projector', () => {
  it('a drag moves the ball to where the pointer is', async () => {
    const { page } = await openFrame('duo', 'controls=min&profile=projector', [1280, 720]);
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
  });
});
