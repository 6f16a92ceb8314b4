import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectNoProblems } from '../support/page';
import { openHostPage, said } from '../support/two-origins';
import { eventually, type QuestionKind, questions, shareText } from './article-page';

const check = (question: Locator) => question.locator('[data-action="check"]');
const showAnswer = (question: Locator) => question.locator('[data-action="show-answer"]');
const status = (question: Locator) => question.locator('[role="status"]');
const answered = (question: Locator) => question.getAttribute('data-answered');
const isOpen = (question: Locator) => question.locator('details').first().getAttribute('open');
const option = (question: Locator, which: 'right' | 'wrong') =>
  question
    .locator('[data-option]')
    .filter({
      has: question.page().locator(which === 'right' ? 'input[data-right]' : 'input:not([data-right])'),
    })
    .first();

async function first(page: Page, kind: QuestionKind): Promise<Locator> {
  const question = questions(page, kind).first();
  await question.scrollIntoViewIfNeeded();
  return question;
}

/** Tab, until something within has the focus. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  for (let k = 0; k < 12; k++) {
    if (await goal.evaluate((element) => element.contains(document.activeElement))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
}

describe('a question', () => {
  it('is asked in every kind, asks for an answer first, and keeps its own until then', async () => {
    const { page, problems } = await shareText();
    expect(await questions(page).count()).toBeGreaterThanOrEqual(5);
    const ids = await questions(page).evaluateAll((all) =>
      all.map((one) => one.getAttribute('data-predict')),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const kind of ['choice', 'draw', 'slope'] as const) {
      const question = await first(page, kind);
      expect(await question.locator('summary').first().isVisible()).toBe(false);
      await check(question).click();
      expect((await status(question).textContent())?.length, kind).toBeGreaterThan(10);
      expect(await answered(question)).toBeNull();
      expect(await isOpen(question)).toBeNull();
    }
    expectNoProblems(problems);
  });

  it('is answered for who only wants to see', async () => {
    const { page, problems } = await shareText();
    const question = questions(page, 'choice').nth(1);
    await showAnswer(question).click();
    expect(await answered(question)).toBe('shown');
    expect(await isOpen(question)).toBe('');
    await option(question, 'right').locator('.predict-mark').waitFor();
    expect(await option(question, 'right').getAttribute('data-verdict')).toBe('right');
    expect(await question.locator('[data-verdict="wrong"]').count()).toBe(0);
    expect(await status(question).textContent()).not.toBe('');
    expectNoProblems(problems);
  });
});

describe('a choice', () => {
  it('is marked by more than a colour, with its own reason, and can be made again', async () => {
    const { page, problems } = await shareText();
    const question = await first(page, 'choice');
    await option(question, 'wrong').locator('input').check();
    await check(question).click();
    expect(await answered(question)).toBe('wrong');
    expect(await isOpen(question)).toBe('');
    const wrong = question.locator('[data-verdict="wrong"]');
    const right = question.locator('[data-verdict="right"]');
    expect(await wrong.locator('.predict-mark').textContent()).not.toBe(
      await right.locator('.predict-mark').textContent(),
    );
    expect(await wrong.locator('.predict-why').isVisible()).toBe(true);
    expect(await right.locator('.predict-why').isVisible()).toBe(false);
    // Who listens hears the reason, and what is right.
    const heard = (await status(question).textContent()) ?? '';
    expect(heard).toContain((await wrong.locator('.predict-why').textContent())?.trim());
    expect(heard).toContain((await right.locator('label > span').first().textContent())?.trim());

    await option(question, 'right').locator('input').check();
    expect(await question.locator('[data-verdict]').count()).toBe(0);
    await check(question).click();
    expect(await answered(question)).toBe('right');
    expect(await question.locator('[data-verdict]').count()).toBe(1);
    expect(await question.locator('[data-verdict="right"] .predict-why').isVisible()).toBe(true);
    expectNoProblems(problems);
  });

  it('is made by keys alone', async () => {
    const { page, problems } = await shareText();
    const question = questions(page, 'choice').nth(2);
    const inputs = question.locator('[data-option] input');
    await inputs.first().focus();
    await page.keyboard.press('Space');
    expect(await inputs.first().isChecked()).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await inputs.nth(1).isChecked()).toBe(true);
    await tabTo(page, check(question));
    await page.keyboard.press('Enter');
    expect(await answered(question)).toMatch(/right|wrong/);
    // The focus stays where it was.
    expect(await check(question).evaluate((button) => button === document.activeElement)).toBe(true);
    expectNoProblems(problems);
  });
});

describe('a curve', () => {
  const pad = (question: Locator) => question.locator('[data-draw] svg');

  /** The true curve, in pixels of the window. */
  async function truth(question: Locator): Promise<readonly { x: number; y: number }[]> {
    return pad(question).evaluate((svg: SVGSVGElement) => {
      const ground = svg.querySelector('.pad-ground')?.getBoundingClientRect() as DOMRect;
      const [low = 0, high = 1] = (svg.dataset.y ?? '').split(' ').map(Number);
      const heights = (svg.dataset.heights ?? '').split(' ').map(Number);
      return heights.map((height, k) => ({
        x: ground.left + (k / (heights.length - 1)) * ground.width,
        y: ground.bottom - ((height - low) / (high - low)) * ground.height,
      }));
    });
  }

  const heightsOf = async (of: Locator) =>
    ((await of.getAttribute('data-heights')) ?? '').split(' ').map(Number);

  async function draw(page: Page, points: readonly { x: number; y: number }[]): Promise<void> {
    const [start, ...rest] = points;
    await page.mouse.move(start?.x ?? 0, start?.y ?? 0);
    await page.mouse.down();
    for (const { x, y } of rest) await page.mouse.move(x, y);
    await page.mouse.up();
  }

  it('is not taken while half of it is missing; keys draw it: each point a slider with a name, one stop of Tab', async () => {
    const { page, problems } = await shareText();
    const question = await first(page, 'draw');
    // A curve is not taken while half of it is missing.
    await draw(page, (await truth(question)).slice(0, 30));
    await check(question).click();
    expect(await answered(question)).toBeNull();
    const knots = question.getByRole('slider');
    expect(await pad(question).locator('g.pad-truth').count()).toBe(0);
    expect(await knots.count()).toBe(9);
    expect(await question.locator('[role="slider"][tabindex="0"]').count()).toBe(1);
    const names = await knots.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    expect(new Set(names).size).toBe(9);
    const heights = await pad(question).evaluate((svg: SVGSVGElement) =>
      (svg.dataset.heights ?? '').split(' ').map(Number),
    );
    await question.locator('[role="slider"][tabindex="0"]').focus();
    await page.keyboard.press('Home');
    for (let k = 0; k < 9; k++) {
      const focused = knots.nth(k);
      expect(await focused.evaluate((knot) => knot === document.activeElement)).toBe(true);
      const now = async () => Number(await focused.getAttribute('aria-valuenow'));
      // As near to the true curve as the steps of the keys allow.
      const goal = heights[8 * k] as number;
      const start = await now();
      await page.keyboard.press('ArrowUp');
      const step = (await now()) - start;
      const steps = Math.round((goal - start - step) / step);
      for (let n = 0; n < Math.abs(steps); n++)
        await page.keyboard.press(steps > 0 ? 'ArrowUp' : 'ArrowDown');
      expect(await focused.getAttribute('aria-valuetext')).toMatch(/\d/);
      await page.keyboard.press('ArrowRight');
    }
    await check(question).focus();
    await page.keyboard.press('Enter');
    expect(await answered(question)).toBe('right');
    expectNoProblems(problems);
  });

  it('is drawn with the pointer, and the true one over it', async () => {
    const { page, problems } = await shareText();
    const question = await first(page, 'draw');
    const points = await truth(question);
    // A flat line at the top is quite another curve.
    const top = Math.min(...points.map(({ y }) => y));
    await draw(
      page,
      points.map(({ x }) => ({ x, y: top })),
    );
    await check(question).click();
    expect(await answered(question)).toBe('wrong');
    expect(await pad(question).locator('g.pad-truth').count()).toBe(1);
    const far = (await status(question).textContent()) ?? '';
    expect(far).toMatch(/\d/);
    expect(await status(question).isVisible()).toBe(true);

    // A likely curve is near the true one and still not it, and what is said to it is about that curve.
    const mistake = question.locator('.predict-mistake').first();
    const [unit, likely] = [await heightsOf(pad(question)), await heightsOf(mistake)];
    const [low, high] = [Math.min(...unit), Math.max(...unit)];
    const foot = Math.max(...points.map(({ y }) => y));
    await draw(
      page,
      points.map(({ x }, k) => ({
        x,
        y: foot + (((likely[k] ?? 0) - low) / (high - low)) * (top - foot),
      })),
    );
    await check(question).click();
    expect(await answered(question)).toBe('wrong');
    expect(await status(question).textContent()).toContain(await mistake.textContent());

    await draw(page, points);
    await check(question).click();
    expect(await answered(question)).toBe('right');
    expect(await status(question).textContent()).not.toBe(far);
    expectNoProblems(problems);
  });
});

describe('a slope', () => {
  const handle = (question: Locator) => question.getByRole('slider');
  const slopeNow = async (question: Locator) => Number(await handle(question).getAttribute('aria-valuenow'));
  const truth = async (question: Locator) =>
    Number(await question.locator('[data-slope] svg').getAttribute('data-true'));

  it('is set by arrow keys, says its value, and is compared with the computed one', async () => {
    const { page, problems } = await shareText();
    const question = await first(page, 'slope');
    const goal = await truth(question);
    await handle(question).focus();
    await page.keyboard.press(goal > 0 ? 'ArrowDown' : 'ArrowUp');
    expect(Math.sign(await slopeNow(question))).toBe(-Math.sign(goal));
    await check(question).click();
    expect(await answered(question)).toBe('wrong');
    expect(await question.locator('[data-slope] g.pad-truth').count()).toBe(1);
    // Which of the wrong slopes it was is spoken of.
    const reasons = await question.locator('.predict-mistake').allTextContents();
    const heard = (await status(question).textContent()) ?? '';
    expect(reasons.filter((reason) => heard.includes(reason))).toHaveLength(1);
    await handle(question).focus();
    const key = goal > 0 ? 'ArrowUp' : 'ArrowDown';
    for (let k = 0; k < 40 && Math.abs((await slopeNow(question)) - goal) > 0.13; k++) {
      await page.keyboard.press(key);
    }
    const said = (await handle(question).getAttribute('aria-valuetext')) ?? '';
    expect(Number(said.replace('−', '-'))).toBe(await slopeNow(question));
    await check(question).click();
    expect(await answered(question)).toBe('right');
    expect(await status(question).textContent()).toContain(said);
    expectNoProblems(problems);
  });

  it('is dragged by its handle', async () => {
    const { page, problems } = await shareText();
    const question = await first(page, 'slope');
    const box = await handle(question).boundingBox();
    if (!box) throw new Error('no handle');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 - 40, { steps: 5 });
    expect(await slopeNow(question)).toBeGreaterThan(0);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + 40, { steps: 5 });
    expect(await slopeNow(question)).toBeLessThan(0);
    await page.mouse.up();
    await check(question).click();
    expect(await answered(question)).not.toBeNull();
    expectNoProblems(problems);
  });
});

describe('answers', () => {
  it('go to the page around when they are given, to none but that of the address, and move the figure', async () => {
    const opened = await openHostPage(
      (site) => `<iframe id="embed" title="The article" width="1000" height="700" src="${site}"></iframe>`,
      { reducedMotion: true },
    );
    const frame = await (await opened.page.waitForSelector('#embed')).contentFrame();
    if (!frame) throw new Error('no frame');
    await frame.locator('[data-value][role="slider"]').first().waitFor();
    const question = frame.locator('[data-predict]').filter({ has: frame.locator('[data-option]') });
    const id = await question.first().getAttribute('data-predict');
    await question.first().locator('[data-action="check"]').click();
    await question.first().locator('input:not([data-right])').first().check();
    const answer = await question.first().locator('input:checked').getAttribute('value');
    await question.first().locator('[data-action="check"]').click();
    await eventually(async () => (await said(opened, 'answer')).map(({ payload }) => payload)).toEqual([
      { question: id, answer, isRight: false },
    ]);
    await question.nth(1).locator('[data-action="show-answer"]').click();
    await question.first().locator('input[data-right]').check();
    await question.first().locator('[data-action="check"]').click();
    await eventually(async () => (await said(opened, 'answer')).length).toBe(2);
    const [one, two] = await said(opened, 'answer');
    expect(two?.payload).toMatchObject({ question: id, isRight: true });
    expect(one?.id).not.toBe(two?.id);

    // The answer moves the figure.
    const driven = await frame
      .locator('[data-predict][data-drive-at][data-to]:has([data-option])')
      .evaluateAll((forms) =>
        forms
          .map((form) => form.dataset)
          .filter(({ driveAt, to }) => driveAt && to)
          .map(({ predict = '', driveAt = '', to = '' }) => ({ predict, driveAt, to })),
      );
    const which = driven[0];
    if (!which) throw new Error('no choice has a figure');
    const form = frame.locator(`[data-predict="${which.predict}"]`);
    await form.locator('input[data-right]').check();
    await form.locator('[data-action="check"]').click();
    const see = form.locator('[data-drive]');
    if (await see.isVisible()) await see.click();
    const [key = '', value = ''] = which.to.split('&')[0]?.split('=') ?? [];
    const state = () => frame.evaluate(() => window.location.hash.slice(1));
    await eventually(async () => new URLSearchParams(await state()).get(`${which.driveAt}.${key}`)).toBe(
      value,
    );
    expectNoProblems(opened.problems);

    // To another origin than that of the address nothing is said.
    const count = (await said(opened, 'answer')).length;
    const text = opened.page.frameLocator('#embed');
    await opened.page.locator('#embed').evaluate((element: HTMLIFrameElement) => {
      element.src += '?origin=https%3A%2F%2Fexample.org';
    });
    await text.locator('html[data-view]').waitFor({ state: 'attached' });
    await opened.page.mouse.move(300, 300);
    await text.locator('[data-symbol][tabindex="0"]').first().waitFor();
    const again = text.locator(`[data-predict="${id}"]`);
    await again.locator('input').first().check();
    await again.locator('[data-action="check"]').click();
    // The browser says that it has kept the message from another origin.
    await eventually(() => opened.problems.join(' ')).toMatch(/postMessage.*https:\/\/example\.org/);
    expect((await said(opened, 'answer')).length).toBe(count);
  });
});
