import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { landscapeSchema } from '#figures/landscape/schema';
import { oracle } from '../support/landscape';
import { expectNoProblems } from '../support/page';
import {
  COMPUTED,
  control,
  covering,
  enter,
  exact,
  names,
  numberBox,
  saved,
  shareComputed,
  tablesOf,
  words,
} from './computed-page';
import { eventually, middle, settle, written, writtenHash } from './pair-page';

const openLandscape = (hash = '', options: Parameters<typeof shareComputed>[1] = {}) =>
  shareComputed('landscape', { hash, ...options });

const stage = (figure: Locator) => figure.locator('.surface-stage');
const box = async (figure: Locator, key: string) => written(await numberBox(figure, key).inputValue());

/** Waits for the end of the run that was begun; where it ended. */
async function runEnd(figure: Locator): Promise<string | null> {
  const end = figure.locator('[data-readout="run-end"]:not([data-place=""])');
  await end.waitFor({ state: 'attached', timeout: COMPUTED });
  return end.getAttribute('data-place');
}

/** Lets the ball roll and waits for its end; where it ended. */
async function roll(figure: Locator): Promise<string | null> {
  await figure.locator('[data-action="drop"]').click();
  return runEnd(figure);
}

describe('the landscape of the paper', () => {
  it('certifies both roads: a minimum at infinity on one side, the road back on the other', async () => {
    const { figure, problems } = await openLandscape();
    expect(await figure.locator('.certificate-plus').getAttribute('data-verdict')).toBe(
      'minimum-at-infinity',
    );
    expect(await figure.locator('.certificate-minus').getAttribute('data-verdict')).toBe('road-back');
    expect(await exact(figure, 'plus-loss')).toBeCloseTo(0.03948705687436355, 10);
    expect(await exact(figure, 'plus-h')).toBeCloseTo(0.0740726740037, 8);
    expect(await exact(figure, 'minus-loss')).toBeCloseTo(0.052135590839740974, 10);
    expect(await exact(figure, 'minus-h')).toBeCloseTo(-0.0178446813656, 8);
    // Beside gamma = 1.5 the saddle line has exactly one way down.
    expect(await exact(figure, 'spectrum-negative')).toBe(1);
    expectNoProblems(problems);
  });

  it('lets the ball roll into the channel on one side and to a finite minimum on the other; describes, exports and replays it', async () => {
    const { page, figure, problems } = await openLandscape('v=1&gamma=1.5&along=0.05');
    expect(await roll(figure)).toBe('channel');
    expect(await exact(figure, 'ball-gap')).toBeGreaterThan(100);
    expect(await words(figure, 'run-end')).toMatch(/never arrive/);
    await eventually(() => words(figure, 'description')).toMatch(
      /A minimum at infinity\. Loss at infinity 0\.03949, h = 0\.0741.*minus side: An optimum at finite ε/,
    );
    expect(await words(figure, 'description')).not.toMatch(/NaN|undefined/);
    const tables = tablesOf(await saved(figure, 'data-csv', 'landscape.csv'));
    expect(tables.map(({ name }) => name)).toEqual(['feet', 'roads', 'plane', 'run']);
    const [feet, roads, plane, run] = tables;
    expect(feet?.rows.map(([gamma]) => gamma)).toEqual(expect.arrayContaining([0.5, 1.03, 1.5, 3, 1000]));
    expect(roads?.rows.length).toBe(2);
    expect(plane?.rows.length).toBe(81 * 121);
    expect(run?.rows[0]?.[0]).toBe(0);
    expect(run?.rows.length).toBeGreaterThan(20);
    const broken = tables.flatMap(({ columns, rows }) =>
      rows.filter((row) => row.length !== columns.length || !row.every(Number.isFinite)),
    );
    expect(broken).toEqual([]);

    expect(await exact(figure, 'ball-time')).toBeGreaterThan(1e6);
    await control(figure, 'time').focus();
    await page.keyboard.press('Home');
    await eventually(() => exact(figure, 'ball-time')).toBe(0);
    expect(await exact(figure, 'ball-gamma')).toBeCloseTo(1.5, 6);

    await figure.locator('[data-action="clear"]').click();
    await enter(figure, 'along', '-0.05');
    expect(await roll(figure)).toBe('finite');
    expect(await exact(figure, 'ball-loss')).toBeCloseTo(oracle.flowEnds.minus.loss, 6);
    expectNoProblems(problems);
  });

  it('is in the link: slice, axis, start and camera', async () => {
    const { page, figure, problems } = await openLandscape();
    await control(figure, 'slice').selectOption('plane');
    await control(figure, 'axis').selectOption('log');
    await enter(figure, 'gamma', '2.5');
    await control(figure, 'cam').press('ArrowLeft');
    expect(await writtenHash(page)).toBe('#v=1&slice=plane&axis=log&crop=whole&gamma=2.5&cam=75,46,1');
    expectNoProblems(problems);
  });
});

describe('the picture', () => {
  // How they look: tests/visual/landscape.test.ts.
  it('names both slices on all four axes, infinity on the axis that goes there; and never a NaN', async () => {
    const { figure, problems } = await openLandscape('v=1&axis=compact');
    const shown = await names(figure);
    for (const name of [/^saddle line$/, /^channel/, /road back/, /^minimum at infinity/]) {
      expect(shown.filter((text) => name.test(text)).length, String(name)).toBe(1);
    }
    for (const { id: slice } of landscapeSchema.slice.options) {
      await control(figure, 'slice').selectOption(slice);
      for (const { id: axis } of landscapeSchema.axis.options) {
        await control(figure, 'axis').selectOption(axis);
        // The axes follow a frame after the names.
        await eventually(() =>
          figure.evaluate((root) => {
            const texts = (selector: string) =>
              [...root.querySelectorAll(selector)].map(({ textContent }) => textContent);
            const all = texts('.pill text');
            return {
              infinity: texts('.surface-overlay .axis-tick').includes('∞'),
              saddleLines: all.filter((name) => name === 'saddle line').length,
              none: /NaN|Infinity/.test(root.querySelector('.surface-stage')?.outerHTML ?? ''),
            };
          }),
        ).toEqual({ infinity: axis === 'compact', saddleLines: 1, none: false });
        if (slice === 'descent' && axis === 'linear') {
          const linear = await names(figure);
          expect(linear).toContain('finite minimum');
          expect(linear.some((name) => /minimum at infinity/.test(name))).toBe(false);
        }
      }
    }
    expectNoProblems(problems);
  });

  it.each([1280, 390])(
    'shows the ball where it starts: no name covers it, nor is it wider than the page, %i pixels wide',
    async (width) => {
      const { page, figure } = await openLandscape('', { viewport: { width, height: 900 } });
      expect(await covering(figure)).toEqual([]);
      // Nor anywhere on its way along the line and across it.
      for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowUp']) {
        await control(figure, 'ball').press(key);
        await settle(page);
        expect(await covering(figure)).toEqual([]);
      }
      await control(figure, 'slice').selectOption('plane');
      await settle(page);
      expect(await covering(figure)).toEqual([]);
      const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
      expect(await wide()).toBeLessThanOrEqual(width);
      if (width > 400) return;
      await page.setViewportSize({ width: 320, height: 640 });
      await settle(page);
      expect(await wide()).toBeLessThanOrEqual(320);
    },
  );
});

describe('the function beside it', () => {
  it('is that of the limit network when that is asked for: epsilon 0, infinite weights, the loss at infinity', async () => {
    const { figure, problems } = await openLandscape();
    await eventually(() => exact(figure, 'fn-eps')).toBeGreaterThan(0);
    for (const side of ['plus', 'minus'] as const) {
      await control(figure, 'show').selectOption(side);
      await eventually(() => exact(figure, 'fn-eps')).toBe(0);
      expect(await exact(figure, 'fn-loss')).toBe(await exact(figure, `${side}-loss`));
      expect([await exact(figure, 'fn-ai'), await exact(figure, 'fn-aj')].sort((a, b) => a - b)).toEqual([
        -Infinity,
        Infinity,
      ]);
      expect(await words(figure, 'fn-ai')).toMatch(/^−?∞$/);
      for (const name of ['wi-1', 'wi-2', 'wi-0', 'a', 'c']) {
        expect(Number.isFinite(await exact(figure, `fn-${name}`)), name).toBe(true);
      }
      expect(await figure.locator('.fn-view').textContent()).not.toMatch(/NaN/);
    }
    await control(figure, 'show').selectOption('plus');
    await eventually(() => exact(figure, 'fn-loss')).toBeCloseTo(oracle.minimumAtInfinity.loss, 10);
    expect(await exact(figure, 'fn-c')).toBeCloseTo(oracle.minimumAtInfinity.c, 8);
    await control(figure, 'show').selectOption('ball');
    await eventually(() => exact(figure, 'fn-eps')).toBeGreaterThan(0);
    expectNoProblems(problems);
  });

  it('follows the start on the plane slice, whose parameters the worker finds', async () => {
    const { figure, problems } = await openLandscape('v=1&slice=plane&gamma=1.5&along=0.4');
    // alpha = 0.1 at gamma = 1.5: a point of the oracle's slice.
    const slice = oracle.slices.find(({ gamma }) => gamma === 1.5);
    const loss = (alpha: number) =>
      slice?.loss[slice.alpha.findIndex((entry) => Math.abs(entry - alpha) < 1e-9)] ?? NaN;
    await eventually(() => exact(figure, 'fn-loss')).toBeCloseTo(loss(0.1), 7);
    expect(await box(figure, 'along')).toBeCloseTo(0.1, 9);
    const epsilon = await exact(figure, 'fn-eps');
    await enter(figure, 'along', '-0.2');
    await eventually(() => exact(figure, 'fn-loss')).toBeCloseTo(loss(-0.2), 7);
    await eventually(() => exact(figure, 'fn-eps')).not.toBe(epsilon);
    expect(await exact(figure, 'ball-off')).toBe(0);
    expectNoProblems(problems);
  });
});

describe('the ball', () => {
  /** The point of the picture that the ball lies on: its handle reaches a little further up than down. */
  const place = async (figure: Locator) => {
    const [ball, origin] = [await middle(control(figure, 'ball')), await stage(figure).boundingBox()];
    if (!origin) throw new Error('no picture');
    return { x: ball.x - origin.x, y: ball.y + 4 - origin.y };
  };

  it.each(['descent', 'plane'] as const)('is put where the %s slice is tapped, and rolls', async (slice) => {
    const { page, figure, problems } = await openLandscape(`v=1&slice=${slice}&axis=log&gamma=3&along=0.4`);
    const target = await place(figure);
    const along = await box(figure, 'along');
    await enter(figure, 'gamma', '1.2');
    await enter(figure, 'along', slice === 'plane' ? '-0.1' : '-0.4');
    const other = await place(figure);
    expect(Math.hypot(target.x - other.x, target.y - other.y)).toBeGreaterThan(50);
    await control(figure, 'cam').click({ position: target });
    await settle(page);
    expect(await box(figure, 'gamma')).toBeGreaterThan(2.5);
    expect(await box(figure, 'gamma')).toBeLessThan(3.5);
    expect(Math.abs((await box(figure, 'along')) - along)).toBeLessThan(0.15 * Math.abs(along));
    expect(await runEnd(figure)).toMatch(/channel|finite|elsewhere/);
    // Its start is where the tap was.
    await figure.locator('[data-action="clear"]').click();
    await settle(page);
    const start = await place(figure);
    expect(Math.hypot(target.x - start.x, target.y - start.y)).toBeLessThan(8);
    expectNoProblems(problems);
  });

  it('follows the pointer that drags it over the surface, and rolls when it is let go', async () => {
    const { page, figure, problems } = await openLandscape('v=1&axis=log&gamma=3&along=0.4');
    const target = await place(figure);
    await enter(figure, 'gamma', '1.3');
    const start = await place(figure);
    expect(Math.hypot(target.x - start.x, target.y - start.y)).toBeGreaterThan(30);
    const ball = await middle(control(figure, 'ball'));
    await page.mouse.move(ball.x, ball.y);
    await page.mouse.down();
    await page.mouse.move(ball.x + target.x - start.x, ball.y + target.y - start.y, { steps: 6 });
    await eventually(() => box(figure, 'gamma')).toBeGreaterThan(2.4);
    const at = await place(figure);
    expect(Math.hypot(target.x - at.x, target.y - at.y)).toBeLessThan(6);
    await page.mouse.up();
    expect(await box(figure, 'gamma')).toBeLessThan(3.3);
    expect(Math.abs((await box(figure, 'along')) - 0.4)).toBeLessThan(0.06);
    expect(await runEnd(figure)).toBe('channel');
    expectNoProblems(problems);
  });

  it('is not put anywhere by a tap beside the surface, nor by a drag', async () => {
    const { page, figure } = await openLandscape();
    const rect = await stage(figure).boundingBox();
    if (!rect) throw new Error('no stage');
    await page.mouse.click(rect.x + 12, rect.y + 12);
    const { x, y } = await middle(control(figure, 'cam'));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 5, { steps: 3 });
    await page.mouse.up();
    await settle(page);
    expect(await box(figure, 'gamma')).toBe(1.5);
    expect(await figure.locator('[data-action="drop"]').count()).toBe(1);
    expect(await writtenHash(page)).toMatch(/^#v=1&crop=whole&cam=[\d.,-]+$/);
  });

  it('moves along and across the line by arrow keys, and rolls on Enter', async () => {
    const { page, figure, problems } = await openLandscape();
    const ball = control(figure, 'ball');
    const press = async (key: string) => {
      await ball.press(key);
      await settle(page);
      return [await box(figure, 'gamma'), await box(figure, 'along')] as const;
    };
    const scrolled = () => page.evaluate(() => scrollY);
    await ball.focus();
    const from = await scrolled();
    // A fiftieth of the axis, which is 1.97 long; across of the way from foot to foot.
    expect(await press('ArrowRight')).toEqual([expect.closeTo(1.5 + 1.97 / 50, 4), 0.1]);
    expect(await press('ArrowUp')).toEqual([expect.closeTo(1.5 + 1.97 / 50, 4), 0.14]);
    expect(await press('Shift+ArrowDown')).toEqual([expect.closeTo(1.5 + 1.97 / 50, 4), -0.06]);
    expect(await press('ArrowLeft')).toEqual([expect.closeTo(1.5, 4), -0.06]);
    const [gamma] = await press('Shift+ArrowLeft');
    for (let k = 0; k < 3; k++) await ball.press('Shift+ArrowLeft');
    expect(gamma).toBeLessThan(1.5);
    expect((await press('ArrowLeft'))[0]).toBe(1.03);
    expect(await ball.getAttribute('aria-valuetext')).toBe('γ = 1.03, s = −0.06');
    expect(await scrolled()).toBe(from);
    await ball.press('Enter');
    expect(await runEnd(figure)).toMatch(/finite|channel/);
    expect(await exact(figure, 'ball-time')).toBeGreaterThan(0);
    // The start is moved again: the ball is there, and the track stays, as after a tap.
    await press('ArrowRight');
    await eventually(() => exact(figure, 'ball-time')).toBe(0);
    expect(await figure.locator('[data-action="clear"]').isEnabled()).toBe(true);
    await control(figure, 'time').focus();
    // It stands at the end already: only a change of it shows the run again.
    await page.keyboard.press('Home');
    await page.keyboard.press('End');
    await eventually(() => exact(figure, 'ball-time')).toBeGreaterThan(0);
    expectNoProblems(problems);
  });

  it('rolls by an optimizer with a learning rate, stops when it is told to, and its track can be cleared', async () => {
    const { figure, problems } = await openLandscape('v=1&gamma=1.5&along=0.05&opt=gd&rate=0.0001');
    const time = () => exact(figure, 'ball-time');
    await figure.locator('[data-action="drop"]').click();
    await eventually(time).toBeGreaterThan(0);
    await figure.locator('[data-action="stop"]').click();
    await figure.locator('[data-action="drop"]').waitFor();
    const held = await time();
    await figure.page().waitForTimeout(200);
    expect(await time()).toBe(held);
    expect(await words(figure, 'trouble')).toBe('');
    await figure.locator('[data-action="clear"]').click();
    await eventually(time).toBe(0);
    expect(await figure.locator('[data-action="clear"]').isDisabled()).toBe(true);

    // What each of them does: tests/workers/run-job.test.ts.
    for (const { id } of landscapeSchema.opt.options) {
      await control(figure, 'opt').selectOption(id);
      // The flow has none.
      expect(await numberBox(figure, 'rate').count()).toBe(id === 'flow' ? 0 : 1);
    }
    await control(figure, 'opt').selectOption('sgd');
    await enter(figure, 'rate', '0.003');
    const loss = await exact(figure, 'ball-loss');
    expect(await roll(figure)).toMatch(/channel|finite|elsewhere/);
    // Small batches make noise.
    expect(await exact(figure, 'ball-loss')).toBeLessThan(1.1 * loss);
    expect(await time()).toBeGreaterThan(1);
    expectNoProblems(problems);
  });
});
