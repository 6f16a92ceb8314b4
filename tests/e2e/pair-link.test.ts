import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectNoProblems, openPage, param, picture, readout, waitReady } from '../support/page';
import {
  dragSlider,
  eventually,
  middle,
  numbers,
  openPair,
  press,
  settle,
  sharePair,
  type,
  writtenHash,
} from './pair-page';
import { differing } from './same-picture';

const figure = (page: Page) => page.locator('[data-figure="pair"]');

/** Waits until nothing is drawn any more, also not the focus or a hint. */
async function rest(page: Page): Promise<void> {
  await page.mouse.move(2, 2);
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement || document.activeElement instanceof SVGElement) {
      document.activeElement.blur();
    }
    scrollTo(0, 0);
  });
  await page.waitForTimeout(900);
}

it('the address reproduces the figure as it was drawn: values, camera, read-out point', async () => {
  const viewport = { width: 1280, height: 1600 };
  const { page, problems } = await openPair({ viewport, drawing: 'plain' });
  expect(await page.evaluate(() => location.hash)).toBe('');
  await param(page, 'act').selectOption('gelu');
  await dragSlider(page, 'eps', 0.4);
  await dragSlider(page, 'a', 0.15);
  await press(param(page, 'dir'), 'ArrowRight', 3);
  await press(param(page, 'w'), 'ArrowUp', 2);
  await type(page, 'dbias', '1/3');
  await param(page, 'sheets').uncheck();
  // The camera by mouse, at last the point of the read-outs.
  const surface = await middle(param(page, 'cam'));
  await page.mouse.move(surface.x, surface.y);
  await page.mouse.down();
  await page.mouse.move(surface.x + 37, surface.y - 21, { steps: 2 });
  await page.mouse.up();
  await press(param(page, 'at'), 'ArrowLeft', 3);
  await rest(page);
  const hash = await writtenHash(page);
  expect(hash).toMatch(/^#v=1&act=gelu&eps=[\d.e-]+&a=-[\d.]+&w=.*&dbias=0\.333333&sheets=0&at=.*&cam=.*$/);

  const other = await openPair({ viewport, hash: hash.slice(1), drawing: 'plain' });
  expect(await other.page.evaluate(() => location.hash)).toBe(hash);
  expect(await numbers(other.page)).toEqual(await numbers(page));
  await rest(other.page);
  for (const name of ['description', 'remark']) {
    await eventually(() => readout(other.page, name)).toBe(await readout(page, name));
  }
  // A step of undo is no part of a link.
  const hide = '.toolbar { visibility: hidden }';
  for (const opened of [page, other.page]) await opened.addStyleTag({ content: hide });
  // A few points of lines at the seams of painting may differ by more than most.
  await eventually(async () =>
    differing(await picture(figure(other.page)), await picture(figure(page))),
  ).toBeLessThan(100);
  // The comparison sees what it should: a camera turned by a degree.
  await press(param(other.page, 'cam'), 'Alt+ArrowLeft');
  await rest(other.page);
  expect(differing(await picture(figure(other.page)), await picture(figure(page)))).toBeGreaterThan(2000);
  expectNoProblems([...problems, ...other.problems]);
});

it('changes replace the address: the Back button leaves the page', async () => {
  const { page, problems } = await openPage({
    path: 'before.html',
    before: (opened) =>
      opened.route('**/before.html', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel="icon" href="data:,">' }),
      ),
  });
  const before = page.url();
  await page.goto(new URL('./?figure=all', before).href);
  await waitReady(page);
  const length = await page.evaluate(() => history.length);
  await press(figure(page).locator('[data-param="c"]'), 'ArrowRight', 4);
  await figure(page).locator('[data-param="act"]').selectOption('tanh');
  // It is not the first figure of the whole page.
  expect(await writtenHash(page)).toMatch(/^#v=1&pair\.act=tanh&pair\.c=0\.8$/);
  expect(await page.evaluate(() => history.length)).toBe(length);
  await page.goBack();
  expect(page.url()).toBe(before);
  expectNoProblems(problems);
});

it('a hash edited by hand is shown, and can be undone; Back goes to the one before', async () => {
  const { page, problems } = await sharePair({ hash: 'v=1&eps=0.1' });
  await page.evaluate(() => {
    location.hash = '#v=1&eps=0.001&act=relu&a=-2';
  });
  await settle(page);
  expect((await numbers(page)).boxes).toMatchObject({ eps: 0.001, a: -2, gap: -2000 });
  expect(await param(page, 'act').inputValue()).toBe('relu');
  await page.goBack();
  await settle(page);
  expect((await numbers(page)).boxes).toMatchObject({ eps: 0.1, a: 1.2 });
  await page.locator('[data-action="undo"]').click();
  await settle(page);
  expect((await numbers(page)).boxes).toMatchObject({ eps: 0.001, a: -2 });
  expectNoProblems(problems);
});

it('the query of the author stays as it is', async () => {
  const { page } = await openPair({ path: '?figure=pair&embed=1&theme=dark' });
  await press(param(page, 'c'), 'ArrowRight');
  expect(await writtenHash(page)).toBe('#v=1&c=0.65');
  expect(new URL(page.url()).search).toBe('?figure=pair&embed=1&theme=dark');
  await page.reload();
  await waitReady(page);
  expect((await numbers(page)).boxes.c).toBe(0.65);
});
