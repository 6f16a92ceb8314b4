import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectNoProblems, picture } from '../support/page';
import {
  askedJobs,
  control,
  enter,
  exact,
  names,
  numberBox,
  openComputed,
  problemOf,
  status,
  watchWorkers,
  words,
} from './computed-page';
import { settle, written, writtenHash } from './pair-page';
import { differing } from './same-picture';

/** The surface without the sentence over it that says what is computed. */
async function surface(figure: Locator): Promise<Buffer> {
  await figure.page().addStyleTag({ content: '.stage-status { visibility: hidden }' });
  return picture(figure.locator('.surface-stage canvas'));
}

const box = async (figure: Locator, key: string) => written(await numberBox(figure, key).inputValue());
const another = (figure: Locator) => figure.locator('[data-action="another"]').click();

/** Does something that makes another network, and waits for what comes of it. */
async function recompute(
  figure: Locator,
  change: () => Promise<unknown>,
  end: 'ready' | 'failed' = 'ready',
): Promise<void> {
  await change();
  await status(figure, 'computing');
  await status(figure, end);
  await settle(figure.page());
}

/** What is known of the two roads and the network. */
async function certificates(figure: Locator): Promise<readonly unknown[]> {
  const numbers = ['plus-loss', 'plus-h', 'minus-loss', 'minus-h', 'spectrum-negative', 'spectrum-lowest'];
  return Promise.all(numbers.map((name) => exact(figure, name)));
}

it('the plateau saddle: a network of one neuron, trained here, whose line is stable beyond gamma = 1', async () => {
  const { page, figure, problems } = await openComputed('landscape', { computing: 'real' });
  await recompute(figure, () => control(figure, 'preset').selectOption('plateau-saddle'));
  expect(await control(figure, 'network').inputValue()).toBe('trained');
  expect([await box(figure, 'hidden'), await box(figure, 'seed')]).toEqual([1, 2]);
  expect(await names(figure)).toContain('plateau saddle');
  expect(await names(figure)).not.toContain('saddle line');
  // Nothing descends at gamma = 1.5; between the copies something does.
  expect(await exact(figure, 'spectrum-negative')).toBe(0);
  await enter(figure, 'gamma', '0.7');
  expect(await exact(figure, 'spectrum-negative')).toBeGreaterThan(0);
  // From the middle between the copies both stretches of the line are seen.
  await control(figure, 'axis').selectOption('middle');
  await settle(page);
  expect(await names(figure)).toEqual(expect.arrayContaining(['plateau saddle', 'saddle line']));
  expect(await figure.evaluate((root) => root.outerHTML)).not.toMatch(/NaN/);
  expect(await writtenHash(page)).toMatch(/network=trained/);
  expectNoProblems(problems);
});

it('other networks: each search begins at another seed, and each is computed once', {
  timeout: 240_000,
}, async () => {
  const { page, figure, problems } = await openComputed('landscape', {
    before: watchWorkers,
    hash: 'v=1&grid=8',
  });
  const paper = await certificates(figure);
  await recompute(figure, () => another(figure));
  expect(await control(figure, 'network').inputValue()).toBe('trained');
  expect(await box(figure, 'seed')).toBe(1);
  const first = await certificates(figure);
  expect(first).not.toEqual(paper);
  expect(await figure.locator('.road').first().getAttribute('data-verdict')).not.toBe('');
  await recompute(figure, () => another(figure));
  expect(await box(figure, 'seed')).toBe(2);
  const second = await certificates(figure);
  expect(second).not.toEqual(first);
  // Another neuron of it, by its slider.
  await recompute(figure, () => control(figure, 'neuron').press('ArrowRight'));
  expect(await box(figure, 'neuron')).toBe(2);
  expect(await certificates(figure)).not.toEqual(second);
  await recompute(figure, () => control(figure, 'network').selectOption('paper'));
  const specs = (await askedJobs(page)).filter(({ job }) => job === 'landscape').map(({ spec }) => spec);
  expect(new Set(specs).size).toBe(specs.length);
  expectNoProblems(problems);
});

it('a search that finds none says so, and the previous picture stays', async () => {
  const { figure, problems } = await openComputed('landscape', {
    hash: 'v=1&grid=16',
    drawing: 'plain',
    computing: 'real',
  });
  const paper = await certificates(figure);
  const before = await surface(figure);
  await recompute(
    figure,
    async () => {
      await control(figure, 'network').selectOption('trained');
      await control(figure, 'act').selectOption('softplus');
      await enter(figure, 'hidden', '1');
    },
    'failed',
  );
  expect(await words(figure, 'status')).toMatch(
    /^No .*20 random starts.*\. The picture still shows the previous network\.$/,
  );
  expect(await certificates(figure)).toEqual(paper);
  expect(await figure.locator('.road-plus').getAttribute('data-verdict')).toBe('minimum-at-infinity');
  expect(differing(await surface(figure), before)).toBeLessThan(100);
  // The ball still rolls in the picture that is shown.
  await figure.locator('[data-action="drop"]').click();
  await figure.locator('[data-readout="run-end"]:not([data-place=""])').waitFor({ state: 'attached' });
  expect(await words(figure, 'trouble')).toBe('');
  // And from there another search may find one.
  await recompute(figure, () => control(figure, 'act').selectOption('g'));
  expect(await words(figure, 'status')).toBe('');
  expect(await certificates(figure)).not.toEqual(paper);
  expectNoProblems(problems);
});

it('impossible settings get a sentence at their control, and nothing changes', async () => {
  const { page, figure, problems } = await openComputed('landscape', {
    hash: 'v=1&network=trained&grid=8&opt=gd',
    before: watchWorkers,
  });
  const known = await certificates(figure);
  const hash = await writtenHash(page);
  const jobs = (await askedJobs(page)).length;
  const loss = await exact(figure, 'ball-loss');
  for (const [key, typed, sentence] of [
    ['hidden', '0', /hidden neurons goes from 1 to 6\./],
    ['hidden', '-2', /goes from 1 to 6/],
    ['hidden', '2.5', /hidden neurons is a whole number\./],
    ['hidden', 'many', /“many” is not a number/],
    ['grid', '0', /samples a side goes from 4 to 48\./],
    ['grid', '1e9', /goes from 4 to 48/],
    ['seed', '0', /seed goes from 1 to 999\./],
    ['seed', '1.5', /seed is a whole number/],
    ['neuron', '4', /has 3 hidden neurons: choose one from 1 to 3\./],
    ['neuron', '0', /choose one from 1 to 3/],
    ['neuron', '1.5', /choose one from 1 to 3/],
    ['gamma', 'Infinity', /γ goes from 0\.5 to 1000\./],
    ['gamma', 'inf', /γ goes from 0\.5 to 1000\./],
    ['gamma', '-∞', /γ goes from 0\.5 to 1000\./],
    ['gamma', 'NaN', /“NaN” is not a number/],
    ['gamma', '0', /γ goes from/],
    ['along', '1.1', /s goes from −1 to 1\./],
    ['rate', '0', /η goes from 0\.0001 to 1\./],
    ['rate', '-1', /η goes from/],
    ['time', '2', /goes from 0 to 1\./],
  ] as const) {
    await enter(figure, key, typed);
    expect.soft(await problemOf(figure, key), `${key} ${typed}`).toMatch(sentence);
    expect.soft(await problemOf(figure, key), `${key} ${typed}`).toMatch(/Nothing was changed\.$/);
    expect(await numberBox(figure, key).getAttribute('aria-invalid')).toBe('true');
    await numberBox(figure, key).press('Escape');
    expect(await problemOf(figure, key)).toBeUndefined();
  }
  // Longer than the page waits before it computes another network.
  await page.waitForTimeout(500);
  expect(await figure.locator('[data-status]').getAttribute('data-status')).toBe('ready');
  expect(await certificates(figure)).toEqual(known);
  expect(await exact(figure, 'ball-loss')).toBe(loss);
  expect(await writtenHash(page)).toBe(hash);
  expect((await askedJobs(page)).length).toBe(jobs);
  expectNoProblems(problems);
});

it('the neuron that is shown is one that the network has, whatever the link or another network asks for', async () => {
  const { page, figure, problems } = await openComputed('landscape', { hash: 'v=1&neuron=5' });
  expect(await box(figure, 'neuron')).toBe(3);
  const paper = await certificates(figure);
  await enter(figure, 'neuron', '1');
  await status(figure, 'computing');
  await status(figure, 'ready');
  expect(await certificates(figure)).not.toEqual(paper);
  expect(await writtenHash(page)).toBe('');
  expectNoProblems(problems);
});
