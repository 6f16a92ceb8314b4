import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectNoProblems, openPage, param, readout, waitReady } from '../support/page';
import {
  dragSlider,
  eventually,
  middle,
  numbers,
  press,
  settle,
  sharePair,
  type,
  writtenHash,
} from './pair-page';

/** What is drawn over the surface, whose places follow the camera; and the drawing of the weights. */
function drawn(page: Page): Promise<string[]> {
  return page
    .locator('.surface-overlay text, svg[data-unit] line')
    .evaluateAll((all) =>
      all.map((mark) =>
        [
          mark.textContent,
          ...[...mark.attributes]
            .filter(({ name }) => /^([xy][12]?|transform)$/.test(name))
            .map((it) => it.value),
        ].join(' '),
      ),
    );
}

// That a state is drawn alike to the last bit whatever was shown before: tests/visual/pair.test.ts.
it('the address reproduces the figure as it was drawn: values, camera, read-out point', async () => {
  const { page, problems } = await sharePair();
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
  const hash = await writtenHash(page);
  expect(hash).toMatch(/^#v=1&act=gelu&eps=[\d.e-]+&a=-[\d.]+&w=.*&dbias=0\.333333&sheets=0&at=.*&cam=.*$/);
  // Said to screen readers a while after the last change.
  await eventually(() => readout(page, 'description')).toContain('GELU neurons at ε = 0.00299');
  const words = async () => [await readout(page, 'description'), await readout(page, 'remark')];
  const [all, said, marks] = [await numbers(page), await words(), await drawn(page)];
  expect(marks.length).toBeGreaterThan(10);

  await sharePair({ hash: 'v=1&act=relu&cam=20,50,1' });
  expect(await numbers(page)).not.toEqual(all);
  await eventually(() => drawn(page)).not.toEqual(marks);
  await sharePair({ hash: hash.slice(1) });
  expect(await page.evaluate(() => location.hash)).toBe(hash);
  expect(await numbers(page)).toEqual(all);
  await eventually(() => drawn(page)).toEqual(marks);
  await eventually(words).toEqual(said);
  expectNoProblems(problems);
});

it('changes replace the address, the query of the author stays, a reload shows the same; Back leaves the page', async () => {
  const { page, problems } = await openPage({
    path: 'before.html',
    before: (opened) =>
      opened.route('**/before.html', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel="icon" href="data:,">' }),
      ),
  });
  const before = page.url();
  await page.goto(new URL('./?figure=pair&embed=1&theme=dark', before).href);
  await waitReady(page);
  const length = await page.evaluate(() => history.length);
  await press(param(page, 'c'), 'ArrowRight', 2);
  await param(page, 'act').selectOption('tanh');
  expect(await writtenHash(page)).toBe('#v=1&act=tanh&c=0.7');
  expect(new URL(page.url()).search).toBe('?figure=pair&embed=1&theme=dark');
  expect(await page.evaluate(() => history.length)).toBe(length);
  await page.reload();
  await waitReady(page);
  expect((await numbers(page)).boxes.c).toBe(0.7);
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

it('the copied link is that of the figure as it is, and the page says that it was copied', async () => {
  const { page, context, problems } = await sharePair({ hash: 'v=1&eps=0.07' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await type(page, 'a', '-0.4');
  await page.locator('[data-action="copy-link"]').click();
  await eventually(() => page.locator('.toolbar [role="status"]').textContent()).toMatch(/^Link copied/);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${new URL('?figure=pair', page.url()).href}#v=1&eps=0.07&a=-0.4`);
  expectNoProblems(problems);
});
