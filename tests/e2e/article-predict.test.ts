import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectNoProblems } from '../support/page';
import { openHostPage, said } from '../support/two-origins';
import { eventually, hashOf, openArticle, openText, type QuestionKind, questions } from './article-page';

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
  it('is asked five times at least, in every kind', async () => {
    const { page, problems } = await openText();
    expect(await questions(page).count()).toBeGreaterThanOrEqual(5);
    for (const kind of ['choice', 'draw', 'slope'] as const) {
      expect(await questions(page, kind).count(), kind).toBeGreaterThan(0);
    }
    const ids = await questions(page).evaluateAll((all) =>
      all.map((one) => one.getAttribute('data-predict')),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expectNoProblems(problems);
  });

  it('asks for an answer first, and keeps its own until then', async () => {
    const { page, problems } = await openText();
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
    const { page, problems } = await openText();
    const question = await first(page, 'choice');
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
    const { page, problems } = await openText();
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

  it('moves the figure', async () => {
    const { page, problems } = await openArticle({ reducedMotion: true });
    const all = questions(page, 'choice');
    const goals = await all.evaluateAll((forms) =>
      forms.map((form) => [form.getAttribute('data-drive-at'), form.getAttribute('data-to')]),
    );
    const which = goals.findIndex(([at, to]) => at && to);
    expect(which, 'a choice with a figure').toBeGreaterThanOrEqual(0);
    const [at, to] = goals[which] as [string, string];
    const question = all.nth(which);
    await option(question, 'right').locator('input').check();
    await check(question).click();
    const see = question.locator('[data-drive]');
    if (await see.isVisible()) await see.click();
    const [key = '', value = ''] = to.split('&')[0]?.split('=') ?? [];
    await eventually(async () => (await hashOf(page)).get(`${at}.${key}`)).toBe(value);
    expectNoProblems(problems);
  });

  it('is made by keys alone', async () => {
    const { page, problems } = await openText();
    const question = await first(page, 'choice');
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

  it('is drawn with the pointer, and the true one over it', async () => {
    const { page, problems } = await openText();
    const question = await first(page, 'draw');
    const points = await truth(question);
    // A flat line at the top is quite another curve.
    const top = Math.min(...points.map(({ y }) => y));
    await draw(
      page,
      points.map(({ x }) => ({ x, y: top })),
    );
    expect(await pad(question).locator('g.pad-truth').count()).toBe(0);
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

  it('is not taken while half of it is missing', async () => {
    const { page } = await openText();
    const question = await first(page, 'draw');
    const points = await truth(question);
    await draw(page, points.slice(0, 30));
    await check(question).click();
    expect(await answered(question)).toBeNull();
  });

  it('is drawn by keys: each of its points a slider with a name and a value, one stop of Tab', async () => {
    const { page, problems } = await openText();
    const question = await first(page, 'draw');
    const knots = question.getByRole('slider');
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
      let before = await now();
      for (const [key, sign] of [
        ['ArrowUp', 1],
        ['ArrowDown', -1],
      ] as const) {
        while (sign * (goal - before) > 0) {
          await page.keyboard.press(key);
          const after = await now();
          if (Math.abs(goal - after) > Math.abs(goal - before)) break;
          before = after;
        }
      }
      expect(await focused.getAttribute('aria-valuetext')).toMatch(/\d/);
      await page.keyboard.press('ArrowRight');
    }
    await check(question).focus();
    await page.keyboard.press('Enter');
    expect(await answered(question)).toBe('right');
    expectNoProblems(problems);
  });
});

describe('a slope', () => {
  const handle = (question: Locator) => question.getByRole('slider');
  const slopeNow = async (question: Locator) => Number(await handle(question).getAttribute('aria-valuenow'));
  const truth = async (question: Locator) =>
    Number(await question.locator('[data-slope] svg').getAttribute('data-true'));

  it('is set by arrow keys, says its value, and is compared with the computed one', async () => {
    const { page, problems } = await openText();
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
    const { page, problems } = await openText();
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
  it('go to the page around, and only when they are given', async () => {
    const opened = await openHostPage(
      (site) => `<iframe id="embed" title="The article" width="1000" height="700" src="${site}"></iframe>`,
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
    expectNoProblems(opened.problems);
  });

  it('are said to the origin of the address alone', async () => {
    const opened = await openHostPage(
      (site) =>
        `<iframe id="embed" title="The article" width="1000" height="700" src="${site}?origin=https%3A%2F%2Fexample.org"></iframe>`,
    );
    const frame = await (await opened.page.waitForSelector('#embed')).contentFrame();
    if (!frame) throw new Error('no frame');
    await frame.locator('[data-value][role="slider"]').first().waitFor();
    const question = frame
      .locator('[data-predict]')
      .filter({ has: frame.locator('[data-option]') })
      .first();
    await question.locator('input').first().check();
    await question.locator('[data-action="check"]').click();
    // The browser says that it has kept the message from another origin.
    await eventually(() => opened.problems.join(' ')).toMatch(/postMessage.*https:\/\/example\.org/);
    expect(await said(opened, 'answer')).toEqual([]);
  });
});
