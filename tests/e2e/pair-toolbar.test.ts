import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { activations } from '#math/activation/activation';
import { toPair } from '#math/pair/pair';
import { expectNoProblems, param, waitReady } from '../support/page';
import { eventually, numbers, openPair, press, settle, sharePair, type, writtenHash } from './pair-page';

const button = (page: Page, action: string) => page.locator(`[data-action="${action}"]`);

/** Clicks a button, waits, and returns the numbers in the boxes. */
async function click(page: Page, action: string) {
  await button(page, action).click();
  await settle(page);
  return (await numbers(page)).boxes;
}

it('undo and redo go through every finished change, but not through the camera or the read-out point', async () => {
  const { page, problems } = await openPair();
  expect(await button(page, 'undo').isDisabled()).toBe(true);
  expect(await button(page, 'redo').isDisabled()).toBe(true);
  await type(page, 'c', '1');
  await param(page, 'act').selectOption('tanh');
  await press(param(page, 'cam'), 'ArrowLeft');
  await type(page, 'eps', '0.01');
  await press(param(page, 'at'), 'ArrowLeft');
  const camera = new URLSearchParams((await writtenHash(page)).slice(1)).get('cam');

  expect(await click(page, 'undo')).toMatchObject({ eps: 0.3, c: 1 });
  expect(await param(page, 'act').inputValue()).toBe('tanh');
  await click(page, 'undo');
  expect(await param(page, 'act').inputValue()).toBe('softplus');
  expect(await click(page, 'undo')).toMatchObject({ eps: 0.3, c: 0.6 });
  expect(await button(page, 'undo').isDisabled()).toBe(true);
  expect(new URLSearchParams((await writtenHash(page)).slice(1)).get('cam')).toBe(camera);

  expect(await click(page, 'redo')).toMatchObject({ eps: 0.3, c: 1 });
  await click(page, 'redo');
  expect(await click(page, 'redo')).toMatchObject({ eps: 0.01, c: 1 });
  expect(await button(page, 'redo').isDisabled()).toBe(true);

  // A new change after an undo forgets what could be redone.
  await click(page, 'undo');
  await type(page, 'a', '2');
  expect(await button(page, 'redo').isDisabled()).toBe(true);
  expectNoProblems(problems);
});

it('one drag of a slider is one step of undo', async () => {
  const { page } = await sharePair();
  const slider = param(page, 'c');
  await slider.scrollIntoViewIfNeeded();
  const rect = await slider.boundingBox();
  if (!rect) throw new Error('no slider');
  await page.mouse.move(rect.x + rect.width / 2, rect.y + rect.height / 2);
  await page.mouse.down();
  for (const by of [10, 20, 30, 40]) {
    await page.mouse.move(rect.x + rect.width / 2 + by, rect.y + rect.height / 2);
    await settle(page);
  }
  await page.mouse.up();
  await settle(page);
  expect((await numbers(page)).boxes.c).not.toBe(0.6);
  expect((await click(page, 'undo')).c).toBe(0.6);
});

it('reset puts everything back, also the camera, and can be undone', async () => {
  const { page, problems } = await sharePair({
    hash: 'v=1&act=relu&eps=0&a=-2&sheets=0&show=gated&cam=10,20,2',
  });
  expect(await click(page, 'reset')).toMatchObject({ eps: 0.3, a: 1.2 });
  expect(await param(page, 'act').inputValue()).toBe('softplus');
  expect(await param(page, 'sheets').isChecked()).toBe(true);
  expect(await writtenHash(page)).toBe('');
  expect(await click(page, 'undo')).toMatchObject({ eps: 0, a: -2 });
  expectNoProblems(problems);
});

/** Saves a file by a button and returns its text. */
async function saved(page: Page, action: string, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, action).click()]);
  expect(download.suggestedFilename()).toBe(name);
  return text(await download.createReadStream());
}

it('the data are saved as CSV and JSON, and are the numbers of the mathematics', async () => {
  const { page, problems } = await sharePair({
    hash: 'v=1&act=tanh&eps=0.2&a=-1.5&c=0.5&w=1,-0.5&dir=30&bias=0.25',
  });
  const csv = await saved(page, 'data-csv', 'pair.csv');
  const json = JSON.parse(await saved(page, 'data-json', 'pair.json')) as {
    figure: string;
    link: string;
    values: Record<string, unknown>;
    tables: { name: string; columns: string[]; rows: number[][] }[];
  };
  expect(json.values).toMatchObject({ act: 'tanh', eps: 0.2, a: -1.5 });
  expect(new URL(json.link).hash).toBe(await page.evaluate(() => location.hash));

  const tables = csv.split('\n\n').map((table) => {
    const [name = '', columns = '', ...rows] = table.trim().split('\n');
    return {
      name: name.replace('# ', ''),
      columns: columns.split(','),
      rows: rows.map((row) => row.split(',').map(Number)),
    };
  });
  expect(tables).toEqual(json.tables);

  const [surface, error] = tables;
  const column = (row: readonly number[], name: string) =>
    row[surface?.columns.indexOf(name) ?? -1] ?? Number.NaN;
  const { wi, wj, ai, aj } = toPair({
    w: [1, -0.5, 0.25],
    delta: [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6), 0],
    epsilon: 0.2,
    a: -1.5,
    c: 0.5,
  });
  const neuron = (a: number, w: readonly number[], row: readonly number[]) =>
    a *
    activations.tanh.value((w[0] ?? 0) * column(row, 'x1') + (w[1] ?? 0) * column(row, 'x2') + (w[2] ?? 0));
  expect(surface?.rows.length).toBeGreaterThan(1000);
  for (const row of surface?.rows ?? []) {
    expect(column(row, 'neuronI')).toBeCloseTo(neuron(ai, wi, row), 12);
    expect(column(row, 'sum')).toBeCloseTo(neuron(ai, wi, row) + neuron(aj, wj, row), 11);
    expect(column(row, 'sum') - column(row, 'limit')).toBeCloseTo(column(row, 'difference'), 11);
  }
  // The mean error falls with the square of epsilon.
  const mean = (epsilon: number) => error?.rows.find((row) => row[0] === epsilon)?.[1] ?? Number.NaN;
  expect(mean(0.01) / mean(0.001)).toBeCloseTo(100, 0);
  expectNoProblems(problems);
});

it('data at epsilon = 0 have no infinite columns', async () => {
  const { page, problems } = await sharePair({ hash: 'v=1&eps=0' });
  const csv = await saved(page, 'data-csv', 'pair.csv');
  expect(csv).not.toMatch(/NaN|Infinity|null/);
  expect(await saved(page, 'data-json', 'pair.json')).not.toMatch(/NaN|Infinity|null/);
  expectNoProblems(problems);
});

it('the copied link opens the figure as it is, and the page says that it was copied', async () => {
  const { page, context, problems } = await openPair({ hash: 'v=1&eps=0.07' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await type(page, 'a', '-0.4');
  await button(page, 'copy-link').click();
  await eventually(() => page.locator('.toolbar [role="status"]').textContent()).toMatch(/^Link copied/);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).hash).toBe('#v=1&eps=0.07&a=-0.4');
  await page.goto(link);
  await page.reload();
  await waitReady(page);
  expect((await numbers(page)).boxes).toMatchObject({ eps: 0.07, a: -0.4 });
  expectNoProblems(problems);
});

it('says so when the browser does not allow copying', async () => {
  const { page } = await openPair({
    before: (opened) =>
      opened.addInitScript(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
      }),
  });
  await button(page, 'copy-link').click();
  await eventually(() => page.locator('.toolbar [role="status"]').textContent()).toMatch(
    /did not allow copying/,
  );
});
