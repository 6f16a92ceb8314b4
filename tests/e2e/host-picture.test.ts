import { expect, it } from 'vitest';
import { expectNoProblems } from '../support/page';
import { ask, openEmbedded, ready } from '../support/two-origins';

it('a page around gets pictures of the figure as it is, as files, and the figure stays as it was', {
  timeout: 180_000,
}, async () => {
  const opened = await openEmbedded({ query: 'figure=pair&controls=min', hash: 'v=1&eps=0.01' });
  await ready(opened);
  await opened.page.evaluate(() => {
    addEventListener(
      'message',
      ({
        data,
      }: MessageEvent<{ readonly payload?: { readonly result?: { readonly bytes?: unknown } } } | null>) => {
        const bytes = data?.payload?.result?.bytes;
        if (!(bytes instanceof ArrayBuffer)) return;
        Object.assign(window, { file: Array.from(new Uint8Array(bytes)) });
      },
    );
  });
  const file = async () =>
    Buffer.from(await opened.page.evaluate(() => (window as unknown as { file: number[] }).file));
  const png = await ask(opened, 'screenshot', { format: 'png', width: 320, height: 240, scale: 2 });
  expect(png).toMatchObject({ ok: true, result: { type: 'image/png' } });
  const bytes = await file();
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([640, 480]);

  const svg = await ask(opened, 'screenshot', { format: 'svg' });
  expect(svg.result).toMatchObject({ name: 'pair.svg', type: 'image/svg+xml' });
  const text = (await file()).toString();
  expect(text).toContain('<svg');
  expect(text.trimEnd().endsWith('</svg>')).toBe(true);

  const small = await ask(opened, 'screenshot', { width: 20, height: 20 });
  expect(small.error).toMatch(/240/);
  expect((await ask(opened, 'getState')).result.hash).toBe('v=1&eps=0.01');
  await expect
    .poll(() => opened.frame.locator('.figure-frame').getAttribute('data-composition'))
    .toBe('embed');
  expectNoProblems(opened.problems);
});
