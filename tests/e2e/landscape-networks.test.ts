import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectNoProblems } from '../support/page';
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
import { eventually, settle, written, writtenHash } from './pair-page';

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

/** Settings that no network has, and the sentence at their control. More of them: tests/app, tests/state, tests/landscape. */
const impossible = [
  ['hidden', '0', /hidden neurons goes from 1 to 6\./],
  ['hidden', '2.5', /hidden neurons is a whole number\./],
  ['grid', '1e9', /goes from 4 to 48/],
  ['neuron', '4', /has 2 hidden neurons: choose one from 1 to 2\./],
  ['gamma', 'inf', /γ goes from 0\.5 to 1000\./],
  ['rate', '-1', /η goes from/],
] as const;

it('another network takes the place of the previous one, each computed once; what is impossible or not found changes nothing', async () => {
  const { page, figure, problems } = await openComputed('landscape', {
    hash: 'v=1&opt=gd&hidden=2&grid=4',
    before: watchWorkers,
  });
  const jobs = async () =>
    (await askedJobs(page)).filter(({ job }) => job === 'landscape').map(({ spec }) => spec);
  const paper = await certificates(figure);
  const asked = await jobs();
  await recompute(figure, () => another(figure));
  expect(await control(figure, 'network').inputValue()).toBe('trained');
  expect(await box(figure, 'seed')).toBe(1);
  const trained = await writtenHash(page);
  expect(trained).toBe('#v=1&crop=all&opt=gd&network=trained&hidden=2&grid=4');
  const known = await certificates(figure);
  expect(known).not.toEqual(paper);
  for (const [key, typed, sentence] of impossible) {
    await enter(figure, key, typed);
    expect.soft(await problemOf(figure, key), `${key} ${typed}`).toMatch(sentence);
    expect.soft(await problemOf(figure, key), `${key} ${typed}`).toMatch(/Nothing was changed\.$/);
    expect(await numberBox(figure, key).getAttribute('aria-invalid')).toBe('true');
    await numberBox(figure, key).press('Escape');
    expect(await problemOf(figure, key)).toBeUndefined();
  }
  // The page waits a little before it computes another network; the hash is written later than that.
  expect(await writtenHash(page)).toBe(trained);
  expect(await certificates(figure)).toEqual(known);
  expect((await jobs()).length).toBe(asked.length + 1);

  await recompute(figure, () => another(figure));
  expect(await box(figure, 'seed')).toBe(2);
  expect(await certificates(figure)).not.toEqual(known);
  // A link that asks for a neuron that the network does not have.
  const link = 'v=1&network=trained&hidden=2&grid=4&neuron=5';
  await recompute(figure, () => page.evaluate((hash) => (window.location.hash = hash), link));
  expect(await box(figure, 'neuron')).toBe(2);
  const [second, shown] = [await certificates(figure), await names(figure)];
  expect(second).not.toEqual(known);

  // A search that finds none says so, and the previous picture stays.
  await recompute(
    figure,
    async () => {
      await control(figure, 'act').selectOption('softplus');
      await enter(figure, 'hidden', '1');
    },
    'failed',
  );
  expect(await words(figure, 'status')).toMatch(
    /^No .*20 random starts.*\. The picture still shows the previous network\.$/,
  );
  expect(await certificates(figure)).toEqual(second);
  expect(await names(figure)).toEqual(shown);
  // The ball still rolls in the picture that is shown.
  await figure.locator('[data-action="drop"]').click();
  await figure.locator('[data-readout="run-end"]:not([data-place=""])').waitFor({ state: 'attached' });
  expect(await words(figure, 'trouble')).toBe('');

  // A network of one neuron, whose line is stable beyond gamma = 1.
  await recompute(figure, () => control(figure, 'preset').selectOption('plateau-saddle'));
  expect(await words(figure, 'status')).toBe('');
  await eventually(() => names(figure)).toContain('plateau saddle');
  expect(await names(figure)).not.toContain('saddle line');
  // Nothing descends at gamma = 1.5; between the copies something does.
  expect(await exact(figure, 'spectrum-negative')).toBe(0);
  await enter(figure, 'gamma', '0.7');
  expect(await exact(figure, 'spectrum-negative')).toBeGreaterThan(0);
  // From the middle between the copies both stretches of the line are seen.
  await control(figure, 'axis').selectOption('middle');
  await eventually(() => names(figure)).toEqual(expect.arrayContaining(['plateau saddle', 'saddle line']));
  expect(await figure.evaluate((root) => root.outerHTML)).not.toMatch(/NaN/);
  const specs = await jobs();
  expect(new Set(specs).size).toBe(specs.length);
  expectNoProblems(problems);
});
