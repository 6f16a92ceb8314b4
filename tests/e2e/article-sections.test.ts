/** The figures of the article follow the text. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { findFigure } from '#figures/registry';
import { decodeHash, encodeValues } from '#state/codec';
import { sceneStart } from '#story/parts/scene/scene';
import { eventually, hashOf, openArticle } from './article-page';

interface Section {
  readonly at: string;
  readonly to: string;
  readonly figure: string;
  readonly preset?: string;
  readonly state?: string;
}

/** The sections with a state of their own, in their order. */
function sectionsOf(page: Page): Promise<Section[]> {
  return page.locator('[data-section-state]').evaluateAll((all: HTMLElement[]) =>
    all.map(({ dataset }) => {
      const at = dataset.sectionState ?? '';
      const place = document.querySelector<HTMLElement>(`[data-place="${at}"]`)?.dataset ?? {};
      const { sceneFigure: figure = '', preset, state } = place;
      return { at, to: dataset.to ?? '', figure, ...(preset && { preset }), ...(state && { state }) };
    }),
  );
}

/** What the address says of a scene in the state of a section. */
function entriesOf({ at, to, ...scene }: Section): string[] {
  const { schema, values } = sceneStart(scene);
  return encodeValues(schema, decodeHash(schema, to, '', values).values, `${at}.`, values);
}

const stateOf = async (page: Page, at: string) =>
  [...(await hashOf(page))].filter(([key]) => key.startsWith(`${at}.`)).map((entry) => entry.join('='));

const scrollTo = (page: Page, k: number) =>
  page
    .locator('[data-section-state]')
    .nth(k)
    .evaluate((mark) => window.scrollBy(0, mark.getBoundingClientRect().top - 0.5 * window.innerHeight));

it('each section shows its state as it is scrolled to, forwards and backwards; what the reader does is left until the next', async () => {
  const { page } = await openArticle({ reducedMotion: true, viewport: { width: 1280, height: 800 } });
  const sections = await sectionsOf(page);
  expect(sections.map(({ at, to }) => `${at}: ${to}`)).toMatchSnapshot();
  expect(sections.filter(({ figure }) => !findFigure(figure))).toEqual([]);
  const shown = async (k: number) => {
    const section = sections[k] as Section;
    await scrollTo(page, k);
    await eventually(() => stateOf(page, section.at)).toEqual(entriesOf(section));
  };
  for (const k of sections.keys()) await shown(k);

  const pair = sections.findIndex(({ at }) => at === 'pair');
  await shown(pair + 1);
  await shown(pair);
  const asText = page.locator('#scene-pair [data-action="as-text"]');
  expect(await asText.isHidden()).toBe(true);
  await page.locator('#scene-pair [data-param="eps"][type="range"]').press('Home');
  await asText.waitFor();
  const touched = await stateOf(page, 'pair');
  expect(touched).not.toEqual(entriesOf(sections[pair] as Section));
  // It stays while the section is read, also when the page is opened anew, and until it is asked for.
  await page.mouse.wheel(0, 40);
  await eventually(() => stateOf(page, 'pair')).toEqual(touched);
  await page.reload();
  await page.mouse.wheel(0, -20);
  await asText.waitFor();
  expect(await stateOf(page, 'pair')).toEqual(touched);
  await asText.click();
  await eventually(() => stateOf(page, 'pair')).toEqual(entriesOf(sections[pair] as Section));
  expect(await asText.isHidden()).toBe(true);
});
