/** The article without JavaScript, on paper, and in its other language. */
import { describe, expect, it } from 'vitest';
import { expectNoProblems, openPage } from '../support/page';
import { eventually, openArticle, openText, questions } from './article-page';

describe.each(['', 'index.de.html'])('without JavaScript, at “%s”', (path) => {
  it('there are all of the text, formulas and pictures', async () => {
    const { page, problems } = await openPage({ path, script: false });
    const chapters = await page.locator('[data-chapter]').all();
    expect(chapters.length).toBeGreaterThanOrEqual(6);
    for (const chapter of chapters) {
      expect(await chapter.locator('h2').isVisible()).toBe(true);
      expect((await chapter.textContent())?.length).toBeGreaterThan(500);
    }
    expect(await page.locator('math').count()).toBeGreaterThan(20);
    expect(await page.locator('.katex-html:visible').count()).toBeGreaterThan(20);
    const places = await page.locator('[data-place]').all();
    expect(places.length).toBeGreaterThanOrEqual(5);
    for (const place of places) {
      await place.scrollIntoViewIfNeeded();
      // One for each theme.
      const picture = place.locator('img:visible');
      await eventually(() =>
        picture.evaluate((image: HTMLImageElement) => image.naturalWidth),
      ).toBeGreaterThan(100);
      expect((await picture.getAttribute('alt'))?.length).toBeGreaterThan(10);
    }
    expectNoProblems(problems);
  });

  it('questions answer: a choice says why, the answer unfolds, with the true curve', async () => {
    const { page } = await openPage({ path, script: false });
    for (const question of await questions(page).all()) {
      for (const input of await question.locator('[data-option] input').all()) {
        await input.check();
        expect(await question.locator('.predict-why:visible').count()).toBe(1);
      }
      const answer = question.locator('.box-body').first();
      expect(await answer.isVisible()).toBe(false);
      await question.locator('summary').first().click();
      expect(await answer.isVisible()).toBe(true);
      if ((await question.locator('[data-draw], [data-slope]').count()) > 0) {
        expect(await answer.locator('.pad-truth path').first().isVisible()).toBe(true);
      }
    }
  });

  it('nothing is offered that would do nothing', async () => {
    const { page } = await openPage({ path, script: false });
    const dead = await page.evaluate(() => {
      const isSeen = (element: Element) =>
        element.checkVisibility({ checkVisibilityCSS: true }) && !element.closest('noscript');
      const said = (element: Element) => element.outerHTML.slice(0, 90);
      const buttons = [...document.querySelectorAll<HTMLButtonElement>('button')].filter(
        (button) => isSeen(button) && !button.disabled,
      );
      const others = [
        ...document.querySelectorAll(
          '[role="slider"], [role="button"], select, textarea, input:not([type="radio"])',
        ),
        ...document.querySelectorAll('[tabindex="0"]'),
      ].filter(isSeen);
      const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].filter(
        (link) => !document.getElementById(decodeURIComponent(link.hash.slice(1))),
      );
      return [...buttons, ...others, ...links].map(said);
    });
    expect(dead).toEqual([]);
    // What would move a figure is read as text.
    const phrase = page.locator('[data-drive]').first();
    expect(await phrase.evaluate((one) => getComputedStyle(one).color)).toBe(
      await phrase.evaluate((one) => getComputedStyle(one.parentElement as Element).color),
    );
  });
});

describe('on paper', () => {
  it('everything stands on a white sheet, whatever the screen showed', async () => {
    const { page, problems } = await openArticle({ theme: 'dark' });
    await page.locator('.scene-live canvas').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    // As wide as the text of an A4 sheet: what is wider makes the browser print all of it smaller.
    await page.setViewportSize({ width: 590, height: 900 });
    const seen = (selector: string) => page.locator(`${selector}:visible`).count();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(590);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
    const places = await page.locator('[data-place]').count();
    expect(await page.locator('[data-poster="light"] img').count()).toBe(places);
    for (const picture of await page.locator('[data-poster="light"] img').all()) {
      await picture.evaluate((image) => image.scrollIntoView());
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

describe('in German', () => {
  it('the page says the same, and answers', async () => {
    const english = await openText();
    const shape = async (page: typeof english.page) => ({
      chapters: await page.locator('[data-chapter]').evaluateAll((all) => all.map(({ id }) => id)),
      questions: await questions(page).evaluateAll((all) =>
        all.map((one) => one.getAttribute('data-predict')),
      ),
      scenes: await page
        .locator('[data-scene]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-scene'))),
    });
    const [here, title] = [await shape(english.page), await english.page.locator('h2').first().textContent()];
    const { page, problems } = await openText({ path: '?lang=de' });
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    expect(await shape(page)).toEqual(here);
    expect(await page.locator('h2').first().textContent()).not.toBe(title);
    const question = questions(page, 'choice').first();
    await question.locator('[data-action="check"]').click();
    expect(await question.locator('[role="status"]').textContent()).toMatch(/zuerst/);
    await page.locator('[data-symbol="epsilon"][tabindex="0"]').first().focus();
    expect(await page.locator('#symbol-box').textContent()).toMatch(/Gewicht|Abstand|Eingangs/);
    expectNoProblems(problems);
  });

  it('the link to the other language keeps the reader here', async () => {
    const { page } = await openText({ path: '?lang=de' });
    await page.locator('[data-language="en"]').first().click();
    await page.locator('html[lang="en"]').waitFor();
    await page.locator('[data-symbol][tabindex="0"]').first().waitFor();
  });
});
