import { expect, it } from 'vitest';
import { expectNoProblems, param } from '../support/page';
import { arrows, middle, numbers, settle, sharePair, writtenHash } from './pair-page';
import { swipe } from './touch';

it('a finger drags every arrow, and the page stays where it is', async () => {
  const { page, problems } = await sharePair({
    touch: true,
    viewport: { width: 390, height: 844 },
    hash: 'v=1&eps=0.1&dir=0&cam=20,50,1',
  });
  const from = await middle(param(page, 'w'));
  const scroll = await page.evaluate(() => scrollY);
  const before = (await arrows(page)).w;
  // Downwards, where a finger elsewhere would scroll.
  await swipe(page, { from, to: { x: from.x - 30, y: from.y + 50 } });
  await settle(page);
  const at = await middle(param(page, 'w'));
  expect(at.x - from.x).toBeCloseTo(-30, -0.3);
  expect(at.y - from.y).toBeCloseTo(50, -0.3);
  expect((await arrows(page)).w[1]).toBeLessThan(before[1] - 0.5);

  const tip = await middle(param(page, 'tip-i'));
  await swipe(page, { from: tip, to: { x: tip.x - 15, y: tip.y - 30 } });
  await settle(page);
  const { boxes } = await numbers(page);
  expect(boxes.dir).toBeGreaterThan(20);
  expect(boxes.dir).toBeLessThan(80);
  const other = await middle(param(page, 'tip-j'));
  await swipe(page, { from: other, to: { x: other.x, y: other.y - 40 } });
  await settle(page);
  expect((await numbers(page)).boxes.dir).not.toBe(boxes.dir);

  expect(await page.evaluate(() => scrollY)).toBe(scroll);
  expect(await writtenHash(page)).toContain('cam=20,50,1');
  expectNoProblems(problems);
});

it('the handles of the arrows are large enough for a finger: 24 pixels and more on a phone', async () => {
  const { page } = await sharePair({ touch: true, viewport: { width: 390, height: 844 } });
  for (const key of ['w', 'tip-i', 'tip-j']) {
    const rect = await param(page, key).boundingBox();
    expect(Math.min(rect?.width ?? 0, rect?.height ?? 0), key).toBeGreaterThanOrEqual(24);
  }
});

it('a finger moves a slider', async () => {
  const { page, problems } = await sharePair({ touch: true, viewport: { width: 390, height: 844 } });
  const slider = param(page, 'eps');
  const { x, y } = await middle(slider);
  const share = await slider.evaluate((input: HTMLInputElement) => Number(input.value) / Number(input.max));
  const rect = await slider.boundingBox();
  const thumb = { x: (rect?.x ?? 0) + 13 + share * ((rect?.width ?? 0) - 26), y };
  await swipe(page, { from: thumb, to: { x: x + 20, y } });
  await settle(page);
  expect((await numbers(page)).boxes.eps).toBeLessThan(0.01);
  expectNoProblems(problems);
});
