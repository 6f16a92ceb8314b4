import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { oracle } from '../support/landscape';
import { expectNoProblems, openPage, waitReady } from '../support/page';
import {
  askedJobs,
  control,
  exact,
  figureOf,
  numberBox,
  openComputed,
  status,
  watchWorkers,
} from './computed-page';
import { eventually, settle, written, writtenHash } from './pair-page';

const toPair = (figure: Locator) => figure.locator('[data-action="to-pair"]').click();
const box = async (figure: Locator, key: string) => written(await numberBox(figure, key).inputValue());

/** Scrolls down until the figure `landscape` is there and computed. */
async function scrollToLandscape(page: Page): Promise<Locator> {
  const figure = figureOf(page, 'landscape');
  await eventually(async () => {
    await page.mouse.wheel(0, 800);
    return figure.count();
  }).toBe(1);
  await waitReady(page, 'landscape');
  await status(figure, 'ready');
  return figure;
}

/** The ball's pair, as the function view has it. */
async function pairOf(figure: Locator) {
  const [epsilon, a, c, ai, aj] = await Promise.all(
    ['eps', 'a', 'c', 'ai', 'aj'].map((name) => exact(figure, `fn-${name}`)),
  );
  return { epsilon, a, c, ai, aj };
}

/** Expects that the figure `pair` shows this pair, and that nothing of it had to be changed. */
async function expectShown(page: Page, pair: Awaited<ReturnType<typeof pairOf>>): Promise<void> {
  const playground = figureOf(page, 'pair');
  await eventually(() => box(playground, 'eps')).toBeCloseTo(pair.epsilon ?? NaN, 5);
  expect(await control(playground, 'act').inputValue()).toBe('g');
  expect(await box(playground, 'a')).toBeCloseTo(pair.a ?? NaN, 4);
  expect(await box(playground, 'c')).toBeCloseTo(pair.c ?? NaN, 4);
  expect((await exact(playground, 'ai')) / (pair.ai ?? NaN)).toBeCloseTo(1, 4);
  expect((await exact(playground, 'aj')) / (pair.aj ?? NaN)).toBeCloseTo(1, 4);
  expect(await page.locator('[data-notices]').count()).toBe(0);
}

it('on the page of all figures: one landscape for two of them, the ball’s pair in the playground, and Back', async () => {
  const { page, problems } = await openPage({
    path: '?figure=all',
    viewport: { width: 1280, height: 900 },
    hash: 'v=1&eps=0.02&pair.eps=0.5&landscape.along=1',
    before: watchWorkers,
  });
  await waitReady(page, 'duo');
  // The first figure has its keys alone.
  expect(await page.locator('[data-figure]').first().getAttribute('data-figure')).toBe('duo');
  const duo = figureOf(page, 'duo');
  expect(await box(duo, 'eps')).toBe(0.02);
  await control(duo, 'sheets').uncheck();
  expect(await writtenHash(page)).toBe(
    '#v=1&eps=0.02&sheets=0&pair.eps=0.5&landscape.crop=all&landscape.along=1',
  );

  const figure = await scrollToLandscape(page);
  expect(await exact(figure, 'plus-loss')).toBeCloseTo(oracle.minimumAtInfinity.loss, 10);
  expect((await askedJobs(page)).filter(({ job }) => job === 'landscape').length).toBe(1);
  await eventually(() => exact(figure, 'fn-eps')).toBeGreaterThan(0);
  const pair = await pairOf(figure);
  await toPair(figure);
  await waitReady(page, 'pair');
  await expectShown(page, pair);
  const top = async () => (await figureOf(page, 'pair').boundingBox())?.y ?? Infinity;
  await eventually(top).toBeLessThan(200);
  await eventually(top).toBeGreaterThan(-200);
  const keys = new URLSearchParams(new URL(page.url()).hash.slice(1));
  expect(keys.get('eps')).toBe('0.02');
  expect(keys.get('landscape.along')).toBe('1');
  expect(keys.get('pair.act')).toBe('g');
  await page.goBack();
  await settle(page);
  await eventually(() => control(figureOf(page, 'pair'), 'act').inputValue()).toBe('softplus');
  expect(await box(figureOf(page, 'pair'), 'eps')).toBe(0.5);
  expect(await box(duo, 'eps')).toBe(0.02);
  expectNoProblems(problems);
});

it('from the figure alone it goes to the pages of the pair and of the ride, with its state', async () => {
  const { page, figure, problems } = await openComputed('landscape', {
    hash: 'v=1&gamma=2&along=-1&neuron=3',
  });
  const pair = await pairOf(figure);
  await toPair(figure);
  await waitReady(page, 'pair');
  expect(new URL(page.url()).search).toBe('?figure=pair');
  await expectShown(page, pair);
  await page.goBack();
  await waitReady(page, 'landscape');
  await figure.locator('[data-action="to-ride"]').click();
  await waitReady(page, 'ride');
  const ride = figureOf(page, 'ride');
  await ride.locator('[data-readout="status"][data-status="ready"]').waitFor({ state: 'attached' });
  expect(new URL(page.url()).hash).toBe('#v=1&neuron=3');
  expect(await exact(ride, 'end-h')).toBeCloseTo(0.0419165, 6);
  expectNoProblems(problems);
});
