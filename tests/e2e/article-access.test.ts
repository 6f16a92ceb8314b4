import { describe, expect, it } from 'vitest';
import { expectNoProblems } from '../support/page';
import { openArticle, openText, type QuestionKind, questions } from './article-page';
import { violations } from './axe';

it.each([
  ['light', 1280],
  ['dark', 390],
] as const)(
  'axe-core finds nothing in the article, %s at %i pixels',
  async (theme, width) => {
    const { page, problems } = await openArticle({
      theme,
      viewport: { width, height: 800 },
      reducedMotion: true,
    });
    expect.soft(await violations(page), 'as it opens').toEqual([]);
    for (const kind of ['choice', 'draw', 'slope'] satisfies QuestionKind[]) {
      const question = questions(page, kind).first();
      await question.locator('[data-action="show-answer"]').click();
    }
    const choice = questions(page, 'choice').nth(1);
    await choice.locator('input').first().check();
    await choice.locator('[data-action="check"]').click();
    await page.locator('[data-symbol][tabindex="0"]').first().focus();
    expect.soft(await violations(page, '.predict'), 'with answers').toEqual([]);
    expectNoProblems(problems);
  },
  180_000,
);

it('nothing is spoken while the article is only scrolled through; a figure speaks once a number of it is changed', async () => {
  const { page } = await openArticle({ viewport: { width: 1440, height: 900 } });
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    // A region that comes with its text is not spoken: only what changes in it later.
    new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest('[aria-live="polite"], [aria-live="assertive"]');
        const text = region?.textContent?.trim();
        if (text) said.push(`${region?.closest('[data-figure]')?.getAttribute('data-figure')}: ${text}`);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  const figures = page.locator('.scene-stage');
  for (const figure of await figures.all()) {
    await figure.evaluate((place) => place.scrollIntoView({ block: 'center' }));
    await figure.locator('[data-figure][data-ready="true"]').waitFor({ timeout: 60_000 });
    await page.waitForTimeout(1000);
  }
  expect(await said()).toEqual([]);
  const slider = page.locator('[data-figure="pair"] input[type="range"]').first();
  await slider.press('ArrowRight');
  await expect.poll(said, { timeout: 5000 }).toEqual([expect.stringMatching(/^pair: /)]);
}, 300_000);

describe('by keyboard alone', () => {
  it('all of the text is reached in its order, seen and named', async () => {
    const { page, problems } = await openText();
    const stops: string[] = [];
    const wrong: string[] = [];
    for (let k = 0; k < 600; k++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return undefined;
        const scope = window as unknown as { before?: Element };
        const { before } = scope;
        scope.before = element;
        const follows =
          !before || Boolean(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
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
        return { what: element.outerHTML.slice(0, 100), problems };
      });
      if (!stop) break;
      stops.push(stop.what);
      if (stop.problems.length > 0) wrong.push(`${stop.problems.join(', ')}: ${stop.what}`);
    }
    expect(wrong).toEqual([]);
    expect(stops[0]).toContain('skip');
    for (const hook of [
      'data-drive=',
      'data-symbol=',
      'data-action="check"',
      'role="slider"',
      'type="radio"',
    ]) {
      expect(
        stops.some((stop) => stop.includes(hook)),
        hook,
      ).toBe(true);
    }
    // It comes to an end.
    expect(stops.length).toBeLessThan(600);
    expectNoProblems(problems);
  }, 180_000);

  it('the first link skips to the text', async () => {
    const { page } = await openText();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const first = page.locator('[data-chapter]').first();
    expect(await first.evaluate((chapter) => chapter === document.activeElement)).toBe(true);
  });
});
