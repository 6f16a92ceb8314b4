import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectNoProblems, openPage, param, readout, waitReady } from '../support/page';
import { eventually, press } from './pair-page';

/** Small networks, of which one is trained in a few hundredths of a second. */
const SMALL = 'v=1&width=2&target=gp0.1&samples=100&runs=40&seed=5001';

const action = (page: Page, name: string) => page.locator(`[data-action="${name}"]`);
const count = async (page: Page, name: string) => Number(await readout(page, name));
const done = async (page: Page) => Number(/^\d+/.exec(await readout(page, 'progress'))?.[0]);

it('trains forty networks: paused, reloaded, resumed, ended; each is counted once and kept', async () => {
  const { page, problems } = await openPage({ path: '?figure=census', hash: SMALL });
  await waitReady(page, 'census');
  expect(await readout(page, 'chosen')).toMatch(/Choose a dot/);
  expect(await count(page, 'own')).toBe(0);
  await action(page, 'train').click();
  await eventually(() => done(page)).toBeGreaterThan(3);
  await action(page, 'pause').click();
  const before = await done(page);
  expect(before).toBeLessThan(40);
  expect(await readout(page, 'progress')).toContain('paused');
  await eventually(() => count(page, 'own')).toBe(before);

  await page.reload();
  await waitReady(page, 'census');
  await eventually(() => count(page, 'own')).toBe(before);
  await action(page, 'resume').click();
  await action(page, 'train').waitFor({ timeout: 60_000 });
  expect(await count(page, 'own')).toBe(40);
  const classes = ['finite', 'channel', 'other', 'unfinished'];
  const counts = await Promise.all(classes.map((name) => count(page, name)));
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(40);
  expect(await page.locator('.census-scatter [data-mark^="run-"]').count()).toBe(40);

  // A dot by the keyboard, and one by the mouse.
  const dots = page.getByRole('slider', { name: /twins/ });
  await press(dots, 'End');
  expect(await readout(page, 'chosen')).toMatch(/^Network 50\d\d: /);
  // Powers of ten are typeset there.
  const spoken = await dots.getAttribute('aria-valuetext');
  expect(spoken?.split(' · ')[0]).toBe((await readout(page, 'chosen')).split(' · ')[0]);
  const last = await readout(page, 'chosen');
  await page.locator('.plot-pick [data-mark^="run-"]').first().click();
  expect(await readout(page, 'chosen')).not.toBe(last);
  expect(page.url()).not.toContain('own');

  // One class stands out everywhere; the chosen network is marked in each plot, and recorded when asked.
  await page.locator('[data-param="only"][value="finite"]').click();
  await eventually(() => page.locator('.census-losses [opacity][data-mark="run-finite"]').count()).toBe(0);
  await page.locator('.census-losses [data-mark="run-channel"]').first().click();
  expect(await readout(page, 'chosen')).toContain('one pair to infinity');
  await action(page, 'follow').click();
  await eventually(() => page.locator('[data-mark="pair-share"]').count()).toBe(1);
  expect(await readout(page, 'course')).toMatch(/^t = .* eigenvalues from/);
  expect(await page.locator('[data-figure]').textContent()).not.toMatch(/NaN|undefined/);

  // The dot opens in the ride, which begins there; Back comes back, and a finite one opens in the landscape.
  const chosen = await readout(page, 'chosen');
  await action(page, 'open-run').click();
  await waitReady(page, 'ride');
  await page.locator('[data-readout="computed"][data-status="ready"]').waitFor({ state: 'attached' });
  const [, seed = ''] = /^Network (\d+): /.exec(chosen) ?? [];
  expect(await readout(page, 'census-network')).toContain(`network ${seed} of the census: 2 softplus`);
  const ridden = await page.locator('[data-readout="end-loss"]').getAttribute('data-value');
  const [, known] = /loss at infinity ([\d.]+)/.exec(chosen) ?? [];
  expect(Number(ridden) / Number(known)).toBeCloseTo(1, 3);
  await page.goBack();
  await waitReady(page, 'census');
  await eventually(() => readout(page, 'chosen')).toBe(chosen);
  await page.locator('.census-losses [data-mark="run-finite"]').first().click();
  await action(page, 'open-run').click();
  await waitReady(page, 'landscape');
  await eventually(() => readout(page, 'census-network')).toMatch(/^network 50\d\d of the census/);
  await eventually(() => page.locator('[data-figure="landscape"]').textContent()).toContain(
    'The road on the plus side',
  );
  await page.goBack();
  await waitReady(page, 'census');

  // A Rosenbrock in three coordinates is none, and says so.
  await param(page, 'target').selectOption('rosenbrock');
  await param(page, 'dims').first().fill('3');
  await param(page, 'dims').first().press('Enter');
  await eventually(() => readout(page, 'notice')).toMatch(/two coordinates/);
  expect(await action(page, 'train').isDisabled()).toBe(true);
  expectNoProblems(problems);
}, 180_000);

it('takes a file of runs once, and says what is none', async () => {
  const { page, problems } = await openPage({
    path: '?figure=census',
    hash: 'v=1&width=3&target=gp2&seed=7001',
  });
  await waitReady(page, 'census');
  const line = JSON.stringify({
    seed: 9,
    dims: 2,
    widths: 3,
    target: 'gp2',
    activation: 'softplus',
    biases: true,
    inputs: 'normal',
    samples: 1000,
    loss: 0.2,
    class: 'channel',
    closestPair: [0, 1],
    cosineDistance: 1e-5,
    norm: 1001,
    outputWeights: 180,
    lossAtInfinity: 0.19,
    verdict: 'minimum-at-infinity',
    groups: [{ kind: 'pair', neurons: [0, 1] }],
    time: 1e5,
    version: 1,
  });
  const open = (content: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'runs.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(content) });
  await open(`${line}\n${line}\nno run\n`);
  await eventually(() => readout(page, 'notice')).toMatch(/1 run was added\. .*1 line is no run/);
  await eventually(() => count(page, 'channel')).toBe(1);
  expect(await count(page, 'paper')).toBe(1);
  await open(line);
  await eventually(() => readout(page, 'notice')).toMatch(/Nothing was added\. 1 was here already/);
  await action(page, 'clear-runs').click();
  await eventually(() => count(page, 'channel')).toBe(0);
  expectNoProblems(problems);
});
