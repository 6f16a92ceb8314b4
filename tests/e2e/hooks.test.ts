import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths';
import { openPage, waitReady } from '../support/page';
import { openArticle, questions } from './article-page';
import { enter, figureOf } from './computed-page';
import { openPair } from './pair-page';

/** The attributes that are hooks, and whether each of their values is one. */
const hooks: Readonly<Record<string, 'each' | 'any'>> = {
  'data-figure': 'any',
  'data-ready': 'any',
  'data-frames': 'any',
  'data-error': 'any',
  'data-value': 'any',
  'data-notices': 'any',
  'data-problem': 'any',
  'data-unit': 'any',
  'data-origin': 'any',
  'data-dropped': 'any',
  'data-snippet': 'any',
  'data-preview': 'any',
  'data-dialog': 'each',
  'data-field': 'any',
  'data-message': 'each',
  'data-action': 'each',
  'data-param': 'each',
  'data-param-text': 'each',
  'data-term': 'each',
  'data-status': 'any',
  'data-verdict': 'any',
  'data-place': 'any',
  'data-readout': 'each',
  'data-limit': 'any',
  'data-slot': 'each',
  'data-arrow': 'each',
  'data-layer': 'any',
  'data-seen': 'any',
  'data-moving': 'any',
  'data-step': 'any',
  'data-said': 'any',
  'data-blank': 'any',
  'data-chapter': 'any',
  'data-scene': 'any',
  'data-symbol': 'any',
  'data-lit': 'any',
  'data-drive': 'any',
  'data-back': 'any',
  'data-predict': 'any',
  'data-answered': 'any',
  'data-option': 'any',
  'data-draw': 'any',
  'data-knot': 'any',
  'data-slope': 'any',
  'data-language': 'any',
  'data-note': 'any',
  'data-kind': 'any',
  'data-label': 'any',
};

/** What the document lists: the code in the first column of each of its tables. */
function documented(): { hook: string; sentence: string }[] {
  const lines = readFileSync(join(root, 'docs/hooks.md'), 'utf8').split('\n');
  return lines.flatMap((line) => {
    const found = /^\| `(data-[^`]+)`\s*\|(.*)\|$/.exec(line);
    return found ? [{ hook: found[1] ?? '', sentence: (found[2] ?? '').trim() }] : [];
  });
}

/** The hooks on the page as it is now, written as in the document. */
async function live(page: Page): Promise<string[]> {
  const found = await page.evaluate(
    (names) =>
      names.flatMap((name) =>
        [...document.querySelectorAll(`[${name}]`)].map(
          (element) => [name, element.getAttribute(name) ?? ''] as const,
        ),
      ),
    Object.keys(hooks),
  );
  return found.map(([name, value]) => (hooks[name] === 'each' ? `${name}="${value}"` : name));
}

it('docs/hooks.md and the page have the same hooks', async () => {
  const seen = new Set<string>();
  const look = async (page: Page) => {
    for (const hook of await live(page)) seen.add(hook);
  };
  const { page } = await openPage({
    path: '?figure=all',
    hash: 'v=1&pair.eps=2&ride.network=trained&ride.grid=8&landscape.opt=gd&levels.view=copy&census.run=14',
  });
  for (const id of [
    'duo',
    'pair',
    'triple',
    'train',
    'line',
    'landscape',
    'ride',
    'toy',
    'levels',
    'census',
  ]) {
    // A figure comes once its place is near.
    await page.locator(`#place-${id}, [data-figure="${id}"]`).first().scrollIntoViewIfNeeded();
    await waitReady(page, id);
  }
  // Two pairs have a fourth neuron, and no bend.
  await look(page);
  await figureOf(page, 'triple').locator('input[value="pairs"]').check({ force: true });
  await look(page);
  await figureOf(page, 'levels').getByText('levels of loss').click();
  await figureOf(page, 'levels').locator('[data-action="train"]').click();
  await page.locator('[data-action="stop-training"]').waitFor();
  const pair = figureOf(page, 'pair');
  await enter(pair, 'c', 'abc');
  await look(page);
  const landscape = figureOf(page, 'landscape');
  await landscape.locator('.certificate[data-verdict="minimum-at-infinity"]').waitFor();
  await landscape.locator('[data-action="drop"]').click();
  await landscape.locator('[data-action="stop"]').waitFor();
  await look(page);
  await landscape.locator('[data-action="swarm"]').click();
  await landscape.locator('[data-readout="swarm-rest"]').waitFor();
  await look(page);

  await pair.locator('[data-action="export"]').click();
  await page.locator('[data-field="preview"]').waitFor();
  await look(page);
  await page.keyboard.press('Escape');
  await page.locator('[data-dialog="export"]').waitFor({ state: 'detached' });
  await pair.locator('[data-action="share"]').click();
  await page.getByRole('tab', { name: 'iframe' }).click();
  await page.locator('[data-preview]').waitFor();
  await look(page);
  await page.keyboard.press('Escape');
  await pair.locator('.figure-canvas canvas').evaluate((canvas) => {
    (canvas as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await page.locator('[data-message="context-lost"]').waitFor();
  await look(page);
  await page.evaluate(() => {
    window.location.hash = 'v=1&ride.network=channel&ride.act=softplus&ride.run=2,4,1,1000,14';
  });
  await page.locator('[data-readout="census-network"]').waitFor();
  await look(page);
  // What its figures compute nobody waits for.
  await page.close();

  const embed = await openPair({ path: '?figure=pair&embed=1&controls=none', webgl: false });
  await look(embed.page);

  // A figure whose code does not arrive.
  const broken = await openPage({
    before: (opened) => opened.route('**/pair-figure*.js', (route) => route.abort()),
  });
  await broken.page.locator('[data-error]').waitFor();
  expect(await broken.page.locator('[data-error="crashed"]').textContent()).toMatch(/stopped working/);
  await look(broken.page);

  const talk = await openPage({ path: '?mode=talk&figure=pair', hash: 'v=1&step=99' });
  await waitReady(talk.page);
  await talk.page.locator('[data-said]').waitFor();
  await look(talk.page);
  for (const key of ['s', 'n', 'a', 'b']) await talk.page.keyboard.press(key);
  await talk.page.locator('[data-action="examples"]').waitFor();
  await look(talk.page);

  const article = await openArticle();
  await article.page.locator('[data-symbol][tabindex="0"]').first().focus();
  await look(article.page);
  await article.page.locator('[data-drive]').first().click();
  const choice = questions(article.page, 'choice').first();
  await choice.locator('input').first().check();
  await choice.locator('[data-action="check"]').click();
  await look(article.page);

  const listed = documented();
  const names = listed.map(({ hook }) => hook);
  expect(new Set(names).size).toBe(names.length);
  expect([...seen].filter((hook) => !names.includes(hook)).sort()).toEqual([]);
  expect(names.filter((hook) => !seen.has(hook)).sort()).toEqual([]);
  for (const { hook, sentence } of listed) expect(sentence.length, hook).toBeGreaterThan(4);
}, 300_000);
