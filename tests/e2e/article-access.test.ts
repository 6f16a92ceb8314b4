import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectNoProblems } from '../support/page';
import {
  drivenNumber,
  eventually,
  numberIn,
  openArticle,
  openText,
  type QuestionKind,
  questions,
} from './article-page';
import { looks, violations } from './axe';

/** What moves, or would move, by a rule of style. */
const moving = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((one) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
        return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior === 'smooth';
      })
      .map(({ className }) => String(className)),
  );

it('axe-core finds nothing in the article, wide or narrow and dark; who wants no motion sees none', async () => {
  const { page, problems } = await openArticle({ reducedMotion: true });
  await page.locator('[data-figure="duo"][data-ready="true"]').waitFor();
  const opening = page.locator('[data-figure="duo"] input').first();
  const start = await opening.inputValue();
  const { value, phrase, goal } = await drivenNumber(page);
  await phrase.evaluate((button) => {
    button.dataset.seconds = '600';
  });
  await phrase.click();
  await eventually(() => numberIn(value)).toBeCloseTo(goal, 3);
  expect(await moving(page)).toEqual([]);
  expect(await opening.inputValue()).toBe(start);
  // And back, as it opened.
  await phrase.click();

  expect.soft(await violations(page), 'as it opens').toEqual([]);
  for (const kind of ['choice', 'draw', 'slope'] satisfies QuestionKind[]) {
    const question = questions(page, kind).first();
    await question.locator('[data-action="show-answer"]').click();
  }
  const choice = questions(page, 'choice').nth(1);
  await choice.locator('input').first().check();
  await choice.locator('[data-action="check"]').click();
  expect.soft(await violations(page, '.predict'), 'with answers').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 800 });
  await page.locator('[data-symbol][tabindex="0"]').first().focus();
  expect.soft(await violations(page, 'html', looks), 'narrow and dark').toEqual([]);
  expectNoProblems(problems);
}, 180_000);

/** Where Tab went, and what is wrong with it. */
interface Stop {
  readonly what: string;
  readonly problems: readonly string[];
}

interface Walk {
  readonly stops: Stop[];
  /** Tab has left the page at its end. */
  isOver: boolean;
}

/** Runs in the page: looks at what has the focus whenever a key is pressed, before it moves on. */
function watchFocus(): void {
  const walk: Walk = { stops: [], isOver: false };
  Object.assign(window, { walk });
  let before: Element | undefined;
  const look = () => {
    const element = document.activeElement;
    const isOut = !element || element === document.body;
    if (isOut && before) walk.isOver = true;
    if (isOut || walk.isOver || element === before) return;
    const follows =
      !before || Boolean(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
    before = element;
    const { top, bottom, width } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    // Knots and handles of pads show it by a ring of their own.
    const ring = element.querySelector(':scope > .pad-touch');
    const isMarked = ring ? getComputedStyle(ring).stroke !== 'none' : style.outlineStyle !== 'none';
    const name =
      element.getAttribute('aria-label') ??
      (element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element.textContent);
    const problems = [
      follows ? '' : 'comes too late',
      bottom > 0 && top < innerHeight && width > 0 ? '' : 'is not seen',
      isMarked ? '' : 'does not show the focus',
      name?.trim() ? '' : 'has no name',
    ].filter(Boolean);
    walk.stops.push({ what: element.outerHTML.slice(0, 100), problems });
  };
  addEventListener('keydown', look, { capture: true });
}

it('by keyboard alone all of the text is reached in its order, seen and named, or skipped to', async () => {
  const { page, problems } = await openText();
  await page.evaluate(watchFocus);
  const walk = () => page.evaluate(() => (window as unknown as { walk: Walk }).walk);
  // The key is held down, which asks the browser half as often.
  for (let pressed = 0; pressed < 600 && !(await walk()).isOver; pressed += 40) {
    for (let k = 0; k < 40; k++) await page.keyboard.down('Tab');
  }
  await page.keyboard.up('Tab');
  const { stops, isOver } = await walk();
  expect(isOver).toBe(true);
  expect(stops.filter((stop) => stop.problems.length > 0)).toEqual([]);
  expect(stops[0]?.what).toContain('skip');
  for (const hook of ['data-drive=', 'data-symbol=', 'data-action="check"', 'role="slider"', 'type="radio"'])
    expect(
      stops.some(({ what }) => what.includes(hook)),
      hook,
    ).toBe(true);
  // The first link skips to the text.
  await page.locator('.skip').focus();
  await page.keyboard.press('Enter');
  const first = page.locator('[data-chapter]').first();
  expect(await first.evaluate((chapter) => chapter === document.activeElement)).toBe(true);
  expectNoProblems(problems);
}, 180_000);
