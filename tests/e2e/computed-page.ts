/** What the tests of the figures `duo` and `landscape`, which are computed in a worker, do over and over. */

import { text } from 'node:stream/consumers';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type OpenedPage, openPage, type PageOptions, sharePage, waitReady } from '../support/page';
import { settle } from './pair-page';

/** The longest that a landscape takes on a busy computer. */
export const COMPUTED = 60_000;

/** One figure of an opened page. */
export interface OpenedFigure extends OpenedPage {
  readonly figure: Locator;
}

/** The figure with this id. */
export function figureOf(page: Page, id: string): Locator {
  return page.locator(`[data-figure="${id}"]`);
}

/** Waits until the figure says this of its landscape. */
export async function status(figure: Locator, wanted: 'computing' | 'ready' | 'failed'): Promise<void> {
  await figure.locator(`[data-status="${wanted}"]`).waitFor({ state: 'attached', timeout: COMPUTED });
}

/** Waits until the landscape of an opened figure is complete. */
async function complete(opened: OpenedPage, id: string): Promise<OpenedFigure> {
  await waitReady(opened.page, id);
  const figure = figureOf(opened.page, id);
  await status(figure, 'ready');
  await settle(opened.page);
  return { ...opened, figure };
}

const usual = (id: string) => ({ path: `?figure=${id}`, viewport: { width: 1280, height: 900 } });

/** Opens a figure alone and waits until its landscape is complete. */
export async function openComputed(
  id: 'duo' | 'landscape',
  options: PageOptions = {},
): Promise<OpenedFigure> {
  return complete(await openPage({ ...usual(id), ...options }), id);
}

/** The figure in the page that the tests of a file share, with the landscape of the paper. */
export async function shareComputed(
  id: 'duo' | 'landscape',
  options: Omit<PageOptions, 'before'> = {},
): Promise<OpenedFigure> {
  return complete(await sharePage({ ...usual(id), ...options }), id);
}

/** The control of a parameter. */
export function control(figure: Locator, key: string): Locator {
  return figure.locator(`[data-param="${key}"]`);
}

/** The number box of a parameter. */
export function numberBox(figure: Locator, key: string): Locator {
  return figure.locator(`[data-param-text="${key}"]`);
}

/** Types a text into a number box and presses Enter. */
export async function enter(figure: Locator, key: string, words: string): Promise<void> {
  await numberBox(figure, key).fill(words);
  await numberBox(figure, key).press('Enter');
  await settle(figure.page());
}

/** The sentence beside a number box, or undefined. */
export async function problemOf(figure: Locator, key: string): Promise<string | undefined> {
  const found = figure.locator(`[data-problem="${key}"]`);
  return (await found.count()) === 0 ? undefined : ((await found.textContent()) ?? '');
}

/** The unrounded number of a readout; NaN where it has none. */
export async function exact(figure: Locator, name: string): Promise<number> {
  const value = await figure.locator(`[data-readout="${name}"]`).getAttribute('data-value');
  return value === null || value === '' ? Number.NaN : Number(value);
}

/** The text of a readout. */
export async function words(figure: Locator, name: string): Promise<string> {
  return ((await figure.locator(`[data-readout="${name}"]`).textContent()) ?? '').trim();
}

/** The names on the picture. */
export function names(figure: Locator): Promise<string[]> {
  return figure.locator('.pill text').allTextContents();
}

/** Which names on the picture cover the middle of the ball. */
export function covering(figure: Locator): Promise<string[]> {
  return figure.evaluate((root) => {
    const ball = root.querySelector('[data-param="ball"]')?.getBoundingClientRect();
    const [x, y] = ball ? [ball.x + ball.width / 2, ball.y + ball.height / 2] : [NaN, NaN];
    return [...root.querySelectorAll('.pill')]
      .filter((pill) => {
        const { left, right, top, bottom } = pill.getBoundingClientRect();
        return left < x && x < right && top < y && y < bottom;
      })
      .map((pill) => pill.textContent ?? '');
  });
}

/** Saves a file by a button and returns its text. */
export async function saved(figure: Locator, action: string, name: string): Promise<string> {
  const [download] = await Promise.all([
    figure.page().waitForEvent('download'),
    figure.locator(`[data-action="${action}"]`).click(),
  ]);
  expect(download.suggestedFilename()).toBe(name);
  return text(await download.createReadStream());
}

/** A table of a CSV file. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly number[])[];
}

/** The tables of a CSV file. */
export function tablesOf(csv: string): Table[] {
  return csv.split('\n\n').map((table) => {
    const [name = '', columns = '', ...rows] = table.trim().split('\n');
    return {
      name: name.replace('# ', ''),
      columns: columns.split(','),
      rows: rows.map((row) => row.split(',').map(Number)),
    };
  });
}

/** What the page's workers were asked, and the workers themselves. */
interface Watched {
  readonly workers: Worker[];
  readonly jobs: { readonly job: string; readonly spec: string }[];
}

/** To be given to `before`: keeps the workers that the page makes, and what it asks them. */
export function watchWorkers(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const watched: Watched = { workers: [], jobs: [] };
    Object.assign(window, { watched });
    const Original = window.Worker;
    window.Worker = class extends Original {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        watched.workers.push(this);
      }
      override postMessage(message: { job?: string; request?: { spec?: unknown } }) {
        if (message.job)
          watched.jobs.push({ job: message.job, spec: JSON.stringify(message.request?.spec ?? '') });
        super.postMessage(message);
      }
    };
  });
}

/** What was asked of workers since the page was opened. */
export function askedJobs(page: Page): Promise<Watched['jobs']> {
  return page.evaluate(() => (window as unknown as { watched: Watched }).watched.jobs);
}

/** Ends all workers, as a browser that needs their memory does: they say nothing any more. */
export async function endWorkers(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const worker of (window as unknown as { watched: Watched }).watched.workers) worker.terminate();
  });
}

/** How many workers were made. */
export function workerCount(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { watched: Watched }).watched.workers.length);
}
