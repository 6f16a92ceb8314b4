/** The article without JavaScript, and in its other language. */
import { expect, it } from 'vitest';
import { expectNoProblems, openPage } from '../support/page';
import { eventually, openText, questions } from './article-page';

it.each(['', 'index.de.html'])(
  'without JavaScript, “%s” has its text and answers, and no dead buttons',
  async (path) => {
    const { page, problems } = await openPage({ path, script: false });
    const chapters = await page.locator('[data-chapter]').evaluateAll((all) =>
      all.map((one) => ({
        isTitled: one.querySelector('h2')?.checkVisibility(),
        length: one.textContent?.length ?? 0,
      })),
    );
    expect(chapters.length).toBeGreaterThanOrEqual(6);
    expect(chapters.filter(({ isTitled, length }) => !isTitled || length <= 500)).toEqual([]);
    expect(await page.locator('math').count()).toBeGreaterThan(20);
    expect(await page.locator('.katex-html:visible').count()).toBeGreaterThan(20);
    expect(await page.locator('[data-place]').count()).toBeGreaterThanOrEqual(5);
    for (const place of await page.locator('[data-place]').all()) {
      await place.scrollIntoViewIfNeeded();
      // One for each theme.
      const picture = place.locator('img:visible');
      await eventually(() =>
        picture.evaluate((image: HTMLImageElement) => image.naturalWidth),
      ).toBeGreaterThan(100);
      expect((await picture.getAttribute('alt'))?.length).toBeGreaterThan(10);
    }

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

    // A choice says why; answers unfold, with the true curve. How a question is written is tested without a browser.
    for (const kind of ['choice', 'draw', 'slope'] as const) {
      const question = questions(page, kind).first();
      for (const input of await question.locator('[data-option] input').all()) {
        await input.check();
        expect(await question.locator('.predict-why:visible').count()).toBe(1);
      }
      const answer = question.locator('.box-body').first();
      expect(await answer.isVisible()).toBe(false);
      await question.locator('summary').first().click();
      expect(await answer.isVisible()).toBe(true);
      if (kind !== 'choice') expect(await answer.locator('.pad-truth path').first().isVisible()).toBe(true);
    }
    expectNoProblems(problems);
  },
);

it('in German the page says the same, and answers; its link leads to English here', async () => {
  const { page, problems } = await openText({ path: '?lang=de' });
  const shape = () =>
    page.evaluate(() => {
      const all = (name: string) =>
        [...document.querySelectorAll(`[data-${name}]`)].map((one) => one.getAttribute(`data-${name}`));
      return { chapters: all('chapter'), questions: all('predict'), scenes: all('scene') };
    });
  const title = () => page.locator('h2').first().textContent();
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  const german = { shape: await shape(), title: await title() };
  const question = questions(page, 'choice').first();
  await question.locator('[data-action="check"]').click();
  expect(await question.locator('[role="status"]').textContent()).toMatch(/zuerst/);
  await page.locator('[data-symbol="epsilon"][tabindex="0"]').first().focus();
  expect(await page.locator('#symbol-box').textContent()).toMatch(/Gewicht|Abstand|Eingangs/);
  await page.locator('[data-language="en"]').first().click();
  await page.locator('html[lang="en"]').waitFor();
  await page.locator('[data-symbol][tabindex="0"]').first().waitFor();
  expect(await shape()).toEqual(german.shape);
  expect(german.shape.questions.length).toBeGreaterThan(5);
  expect(await title()).not.toBe(german.title);
  expectNoProblems(problems);
});
