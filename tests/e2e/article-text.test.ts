import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectNoProblems } from '../support/page';
import { drivenNumber, eventually, hashOf, numberIn, openArticle, shareArticle } from './article-page';
import { swipe } from './touch';

const box = (page: Page) => page.locator('#symbol-box');

const term = (page: Page) => page.locator('#two-neurons .term').first();
const cite = (page: Page) => page.locator('#meaning .cite a').first();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

/** A symbol of the text that stands in a formula of its chapter as well. */
async function sharedSymbol(
  page: Page,
  also = '',
): Promise<{ name: string; symbol: Locator; chapter: Locator }> {
  const found = await page.evaluate((more) => {
    for (const key of document.querySelectorAll<HTMLElement>('[data-chapter] [data-key][tabindex="0"]')) {
      const name = key.dataset.symbol ?? '';
      const chapter = key.closest<HTMLElement>('[data-chapter]');
      const near = (where: string) => chapter?.querySelector(`${where} [data-symbol="${name}"]`);
      if (key.closest('details') || !near('.katex') || (more && !near(more))) continue;
      return { name, chapter: chapter?.dataset.chapter };
    }
    return undefined;
  }, also);
  if (!found) throw new Error('no symbol stands in the text and in a formula of the same chapter');
  const chapter = page.locator(`[data-chapter="${found.chapter}"]`);
  const symbol = chapter.locator(`[data-key][tabindex="0"][data-symbol="${found.name}"]`).first();
  // Its figure takes the place of its picture, with other symbols.
  await symbol.scrollIntoViewIfNeeded();
  await chapter.locator('[data-figure][data-ready="true"]').first().waitFor({ timeout: 60_000 });
  return { name: found.name, symbol, chapter };
}

/** Expects that the symbol is lit wherever it stands in its chapter, and nothing else. */
async function expectLit(page: Page, chapter: Locator, name: string): Promise<void> {
  const all = await chapter.locator(`[data-symbol="${name}"]`).count();
  await eventually(() => page.locator('[data-lit]').count()).toBe(all);
  expect(await chapter.locator(`[data-symbol="${name}"][data-lit]`).count()).toBe(all);
  expect(all).toBeGreaterThan(1);
}

describe('a symbol', () => {
  it('is explained and lit in text and formulas when it is pointed at, focused or tapped', async () => {
    const { page, problems } = await shareArticle();
    const { name, symbol, chapter } = await sharedSymbol(page);
    await symbol.scrollIntoViewIfNeeded();
    await symbol.hover();
    await box(page).waitFor({ state: 'visible' });
    await expectLit(page, chapter, name);
    const said = await box(page).textContent();
    expect(said?.length).toBeGreaterThan(5);
    await page.mouse.move(2, 2);
    await box(page).waitFor({ state: 'hidden' });
    expect(await page.locator('[data-lit]').count()).toBe(0);

    await symbol.focus();
    await box(page).waitFor({ state: 'visible' });
    await expectLit(page, chapter, name);
    expect(await symbol.getAttribute('aria-describedby')).toBe('symbol-box');
    await page.keyboard.press('Escape');
    await box(page).waitFor({ state: 'hidden' });
    expect(await page.locator('[data-lit]').count()).toBe(0);

    // In a formula it is the same symbol.
    const formula = chapter.locator(`.katex [data-symbol="${name}"]:visible`).first();
    await formula.hover();
    await box(page).waitFor({ state: 'visible' });
    expect(await box(page).textContent()).toBe(said);
    expectNoProblems(problems);
  });

  it('is explained to a finger', async () => {
    const { page, problems } = await shareArticle({ touch: true, viewport: { width: 390, height: 800 } });
    const { name, symbol, chapter } = await sharedSymbol(page);
    await symbol.scrollIntoViewIfNeeded();
    await symbol.tap();
    await box(page).waitFor({ state: 'visible' });
    await expectLit(page, chapter, name);
    const edges = await box(page).boundingBox();
    expect(edges?.x).toBeGreaterThanOrEqual(0);
    expect((edges?.x ?? 0) + (edges?.width ?? 0)).toBeLessThanOrEqual(390);
    await page.locator('[data-chapter] h2').first().tap();
    await box(page).waitFor({ state: 'hidden' });
    expectNoProblems(problems);
  });

  it('is lit in the figure as well, and told with its value as it is now', async () => {
    const { page, problems } = await shareArticle();
    const scene = page.locator('[data-scene]').first();
    await scene.scrollIntoViewIfNeeded();
    await scene.locator('[data-ready="true"]').waitFor({ timeout: 60_000 });
    const { name, symbol, chapter } = await sharedSymbol(page, '[data-figure]');
    await symbol.scrollIntoViewIfNeeded();
    await symbol.focus();
    await box(page).waitFor({ state: 'visible' });
    await expectLit(page, chapter, name);
    expect(await chapter.locator(`[data-figure] [data-symbol="${name}"][data-lit]`).count()).toBeGreaterThan(
      0,
    );
    expectNoProblems(problems);
  });

  it('is a stop of the Tab key once in a stretch of text', async () => {
    const { page } = await shareArticle();
    const repeated = await page.evaluate(() => {
      const seen = new Map<Element | null, string[]>();
      const stretches = '[data-scene], [data-chapter], .opening, details, .predict-why';
      for (const key of document.querySelectorAll<HTMLElement>('[data-key][tabindex="0"]')) {
        const stretch = key.closest(stretches);
        seen.set(stretch, [...(seen.get(stretch) ?? []), key.dataset.symbol ?? '']);
      }
      return [...seen.values()].flatMap((names) => names.filter((name, k) => names.indexOf(name) !== k));
    });
    expect(repeated).toEqual([]);
    // All can be tapped but those of the list, beside which their meaning stands.
    expect(await page.locator('[data-key]:not([tabindex]):not(.symbol-list *)').count()).toBe(0);
  });
});

describe('a note', () => {
  it('a word of the glossary and a footnote are explained where they stand', async () => {
    const { page, problems } = await shareArticle();
    await term(page).hover();
    await box(page).getByText('Gated linear unit').waitFor();
    const id = await term(page).getAttribute('data-note');
    expect(await box(page).textContent()).toContain(
      await page.locator(`#${id} [data-note-text]`).textContent(),
    );
    expect(await term(page).getAttribute('aria-describedby')).toBe('symbol-box');
    await page.keyboard.press('Escape');
    await box(page).waitFor({ state: 'hidden' });

    await cite(page).focus();
    await box(page).waitFor();
    const reference = await cite(page).getAttribute('data-note');
    expect(await box(page).textContent()).toBe(
      await page.locator(`#${reference} [data-note-text]`).textContent(),
    );
    // What explains holds nothing to press.
    expect(await box(page).locator('a, button').count()).toBe(0);
    expectNoProblems(problems);
  });

  it('the link of a footnote leads to the entry, and from there back', async () => {
    const { page, problems } = await shareArticle();
    const reference = (await cite(page).getAttribute('data-note')) ?? '';
    const back = page.locator(`#${reference} [data-action="return"]`);
    expect(await back.isVisible()).toBe(false);
    await cite(page).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe(reference);
    await box(page).waitFor({ state: 'hidden' });
    await back.click();
    expect(await cite(page).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await back.isVisible()).toBe(false);
    expectNoProblems(problems);
  });

  it('on a touch screen the first tap explains and the second one follows', async () => {
    const { page, problems } = await shareArticle({ touch: true, viewport: { width: 390, height: 800 } });
    await term(page).tap();
    await box(page).waitFor();
    const entry = await term(page).getAttribute('data-note');
    expect(await focused(page)).not.toBe(entry);
    await term(page).tap();
    await expect.poll(() => focused(page)).toBe(entry);
    expectNoProblems(problems);
  });

  it('BibTeX is copied as it stands', async () => {
    const { page, context, problems } = await shareArticle();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const source = page.locator('.bibtex').first();
    await source.locator('summary').click();
    await source.locator('[data-action="copy-source"]').click();
    await source.getByText('Copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await source.locator('pre').textContent());
    expect(copied).toContain('eprint        = {2506.14951}');
    expectNoProblems(problems);
  });
});

describe('a number of the text', () => {
  it('is a slider that keys and drags move, and with it the figure and the link', async () => {
    const { page, problems } = await shareArticle();
    const { scene, key, value } = await drivenNumber(page);
    await value.scrollIntoViewIfNeeded();
    const figure = page.locator(`[data-scene="${scene}"] [data-figure]`);
    await page.locator(`[data-scene="${scene}"] [data-ready="true"]`).waitFor({ timeout: 60_000 });
    const frames = async () => Number(await figure.getAttribute('data-frames'));
    expect(await value.getAttribute('role')).toBe('slider');
    expect((await value.getAttribute('aria-label'))?.length).toBeGreaterThan(0);

    const [drawn, start] = [await frames(), await numberIn(value)];
    await value.focus();
    // One of the two ways is not the end of the slider.
    await page.keyboard.press('ArrowLeft');
    if ((await numberIn(value)) === start) await page.keyboard.press('ArrowRight');
    const moved = await numberIn(value);
    expect(moved).not.toBe(start);
    // What is as at the start is not in the link.
    const linked = async () => Number((await hashOf(page)).get(`${scene}.${key}`) ?? start);
    await eventually(linked).toBeCloseTo(moved, 4);
    if (await figure.getAttribute('data-frames')) await eventually(frames).toBeGreaterThan(drawn);

    const at = await value.boundingBox();
    if (!at) throw new Error('the number is not there');
    const [x, y] = [at.x + at.width / 2, at.y + at.height / 2];
    const way = x > 640 ? -60 : 60;
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + way, y, { steps: 6 });
    await page.mouse.up();
    const dragged = await numberIn(value);
    expect(dragged).not.toBe(moved);
    await eventually(linked).toBeCloseTo(dragged, 4);
    // What a reader who listens hears is the same.
    expect((await value.getAttribute('aria-valuetext'))?.replace(/[^\d]/g, '')).toBe(
      (await value.textContent())?.replace(/[^\d]/g, ''),
    );
    expectNoProblems(problems);
  });

  it('follows the figure', async () => {
    const { page } = await shareArticle();
    const scene = page.locator('[data-scene="copy"]');
    const value = scene.locator('[data-value="copy.gamma"]').first();
    await value.evaluate((number) => number.scrollIntoView({ block: 'center' }));
    await scene.locator('[data-ready="true"]').waitFor({ timeout: 60_000 });
    // As its section says.
    await eventually(() => value.textContent()).toBe('2');
    const before = await value.textContent();
    await scene.locator('[data-param="gamma"]').focus();
    await page.keyboard.press('ArrowRight');
    await eventually(() => value.textContent()).not.toBe(before);
    const after = await numberIn(value);
    await eventually(async () => Number((await hashOf(page)).get('copy.gamma'))).toBeCloseTo(after, 6);
  });
});

// For who wants no motion: tests/e2e/article-access.test.ts.
describe('a phrase', () => {
  it('moves the figure there, and back', async () => {
    const { page, problems } = await shareArticle();
    const { value, phrase, goal } = await drivenNumber(page);
    await phrase.scrollIntoViewIfNeeded();
    const start = await value.textContent();
    await phrase.click();
    await eventually(() => numberIn(value)).toBeCloseTo(goal, 3);
    expect(await phrase.getAttribute('data-back')).not.toBeNull();
    await phrase.click();
    await eventually(() => value.textContent()).toBe(start);
    expect(await phrase.getAttribute('data-back')).toBeNull();
    // By keys as well.
    await phrase.focus();
    await page.keyboard.press('Enter');
    await eventually(() => numberIn(value)).toBeCloseTo(goal, 3);
    await page.keyboard.press('Enter');
    await eventually(() => value.textContent()).toBe(start);
    expectNoProblems(problems);
  });

  it('moves its figure, which is in sight, under a finger; the number by it is dragged, and does not hold the page', async () => {
    const { page, problems } = await openArticle({ touch: true, viewport: { width: 390, height: 800 } });
    const { value, phrase, goal } = await drivenNumber(page);
    const scrolled = () => page.evaluate(() => window.scrollY);
    const middle = async () => {
      await value.evaluate((number) => number.scrollIntoView({ block: 'center' }));
      const { x = 0, y = 0, width = 0, height = 0 } = (await value.boundingBox()) ?? {};
      return { x: x + width / 2, y: y + height / 2 };
    };
    const start = await value.textContent();
    const from = await middle();
    await swipe(page, { from, to: { x: from.x, y: from.y - 150 } });
    await eventually(async () => (await middle()).y).toBeGreaterThan(0);
    expect(await value.textContent()).toBe(start);
    const at = await middle();
    // One of the two ways is not the end of the slider.
    for (const way of [-70, 70]) {
      if ((await value.textContent()) !== start) break;
      await swipe(page, { from: at, to: { x: at.x + way, y: at.y } });
    }
    await eventually(() => value.textContent()).not.toBe(start);

    await phrase.evaluate((button) => button.scrollIntoView({ block: 'center' }));
    const before = await scrolled();
    await phrase.tap();
    await eventually(() => numberIn(value)).toBeCloseTo(goal, 3);
    expect(Math.abs((await scrolled()) - before)).toBeLessThan(80);
    expect(await page.locator('[data-action="back-to-text"]').isHidden()).toBe(true);
    expectNoProblems(problems);
  });

  it('lets the hand of the reader go first', async () => {
    const { page } = await shareArticle();
    const { value, phrase, goal } = await drivenNumber(page);
    await phrase.scrollIntoViewIfNeeded();
    const start = await value.textContent();
    await phrase.evaluate((button) => {
      button.dataset.seconds = '5';
    });
    await phrase.click();
    await eventually(() => value.textContent()).not.toBe(start);
    await value.focus();
    await page.keyboard.press('ArrowRight');
    const held = await value.textContent();
    // A motion would have gone on in so many frames.
    await page.evaluate(async () => {
      for (let k = 0; k < 30; k++) await new Promise((next) => requestAnimationFrame(next));
    });
    expect(await value.textContent()).toBe(held);
    expect(await numberIn(value)).not.toBeCloseTo(goal, 3);
  });

  it('lets the ball of the landscape roll', async () => {
    const { page, problems } = await shareArticle();
    const scene = page.locator('[data-scene="landscape"]');
    await scene.scrollIntoViewIfNeeded();
    await scene.locator('[data-action="drop"]:enabled').waitFor({ timeout: 60_000 });
    expect(await scene.locator('[data-readout="run-end"]').getAttribute('data-place')).toBe('');
    const phrase = scene.locator('[data-drive="landscape"][data-play="player"]').first();
    // Its section is read: the figure moves there first.
    await phrase.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await page.waitForTimeout(500);
    await page.locator('[data-place="landscape"]:not([data-reading])').waitFor({ state: 'attached' });
    await phrase.click();
    // Where it comes to an end is tested with the figure.
    await scene.locator('[data-action="stop"]').waitFor();
    expectNoProblems(problems);
  });
});

// The last one: the page stays on paper.
describe('on paper', () => {
  it('everything stands on a white sheet, whatever the screen showed', async () => {
    const { page, problems } = await shareArticle({ theme: 'dark' });
    await page.locator('.scene-live canvas').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    // As wide as the text of an A4 sheet: what is wider makes the browser print all of it smaller.
    await page.setViewportSize({ width: 590, height: 900 });
    const seen = (selector: string) => page.locator(`${selector}:visible`).count();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(590);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
    // Read-outs of figures have places too.
    const places = await page.locator('[data-place][data-scene-figure]').count();
    expect(await page.locator('[data-poster="light"] img').count()).toBe(places);
    for (const picture of await page.locator('[data-poster="light"] img').all()) {
      await picture.evaluate((image) => image.scrollIntoView({ behavior: 'instant' }));
      await eventually(async () => (await picture.boundingBox())?.width).toBeGreaterThan(100);
    }
    for (const selector of ['[data-poster="dark"]', 'canvas', 'button', '.bibtex', '.pad-own', '.skip']) {
      expect(await seen(selector), selector).toBe(0);
    }
    for (const selector of ['.derivation .box-body', '.predict-answer .box-body', '.predict-why']) {
      expect(await seen(selector), selector).toBe(await page.locator(selector).count());
    }
    const stuck = await page.evaluate(() =>
      [...document.querySelectorAll('#article *')]
        .filter((one) => one.checkVisibility() && /sticky|fixed/.test(getComputedStyle(one).position))
        .map(({ className }) => className),
    );
    expect(stuck).toEqual([]);
    expectNoProblems(problems);
  });
});
