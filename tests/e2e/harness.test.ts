import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../../scripts/lib/browser';
import { expectNoProblems, openPage, param, picture, readout, waitReady } from '../support/page';

/** An empty page of the site's host, so that what happens on it is the test's own doing. */
const empty = {
  before: (page: Page) =>
    page.route('**/empty.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel="icon" href="data:,">' }),
    ),
  path: 'empty.html',
};

describe('the list of problems', () => {
  const faults = [
    ['a console warning', () => console.warn('careful'), /^console warning: careful/],
    ['a console error', () => console.error('broken'), /^console error: broken/],
    ['a file that is not there', () => fetch('nowhere.js').then(() => undefined), /^console error: .*404/],
    [
      'an uncaught error',
      () => void setTimeout(() => (undefined as unknown as { gone: () => void }).gone()),
      /^uncaught error: TypeError/,
    ],
    ['a lost promise', () => void Promise.reject(new Error('lost')), /^uncaught error: Error: lost/],
  ] as const;

  it('is empty at first, and has each fault, but not the warnings that come of software WebGL', async () => {
    const { page, problems } = await openPage(empty);
    expectNoProblems(problems);
    await page.evaluate(() => console.warn('[.WebGL-0x1] GPU stall due to ReadPixels'));
    for (const [name, happens, expected] of faults) {
      await page.evaluate(happens);
      await expect
        .poll(() => problems, { message: name, timeout: 10_000 })
        .toEqual([expect.stringMatching(expected)]);
      problems.length = 0;
    }
  });

  it('has a request to another host, even to another port', async () => {
    const server = createServer((_, response) => {
      response.setHeader('access-control-allow-origin', '*').end('hello');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`;
    // The site's own page: one that the test makes up may not reach this computer's other servers.
    const { page, problems } = await openPage();
    expect(await page.evaluate((address) => fetch(address).then((answer) => answer.text()), url)).toBe(
      'hello',
    );
    expect(problems).toContain(`request to another host: ${url}`);
    expect(page.url()).toBe(`${inject('siteUrl')}?figure=pair`);
  });
});

describe('the kind of reader', () => {
  it('has WebGL 2, drawn by SwiftShader, unless told otherwise', async () => {
    const renderer = () => {
      const gl = document.createElement('canvas').getContext('webgl2');
      const names = gl?.getExtension('WEBGL_debug_renderer_info');
      return gl && names ? String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL)) : 'none';
    };
    // The renderer is told to pages that are drawn smoothly alone.
    const smooth = await openPage({ ...empty, drawing: 'smooth' });
    expect(await smooth.page.evaluate(renderer)).toContain('SwiftShader');
    expect(await (await openPage({ ...empty, webgl: false })).page.evaluate(renderer)).toBe('none');
  });

  it('prefers, touches and speaks as asked', async () => {
    const reader = () => ({
      dark: matchMedia('(prefers-color-scheme: dark)').matches,
      still: matchMedia('(prefers-reduced-motion: reduce)').matches,
      touch: matchMedia('(pointer: coarse)').matches,
      language: navigator.language,
      size: `${innerWidth} x ${innerHeight} x ${devicePixelRatio}`,
      state: location.hash,
    });
    const usual = await openPage(empty);
    expect(await usual.page.evaluate(reader)).toEqual({
      dark: false,
      still: false,
      touch: false,
      language: 'en-GB',
      size: '1280 x 800 x 1',
      state: '',
    });
    const other = await openPage({
      ...empty,
      hash: 'v=1&eps=0.01',
      theme: 'dark',
      reducedMotion: true,
      touch: true,
      locale: 'de-DE',
      viewport: { width: 980, height: 700 },
    });
    expect(await other.page.evaluate(reader)).toEqual({
      dark: true,
      still: true,
      touch: true,
      language: 'de-DE',
      size: '980 x 700 x 1',
      state: '#v=1&eps=0.01',
    });
  });

  it('has scenes drawn only when a test looks at them, and is not looked at otherwise', async () => {
    const coloured = async (drawing?: 'plain') => {
      const { page } = await openPage({ path: '?figure=pair', ...(drawing && { drawing }) });
      await waitReady(page);
      await page.addStyleTag({
        content:
          'body * { visibility: hidden } .figure-canvas, .figure-canvas canvas { visibility: visible }',
      });
      const { data } = PNG.sync.read(await page.locator('.figure-canvas').screenshot());
      return new Set(new Uint32Array(data.buffer, data.byteOffset, data.length / 4)).size;
    };
    expect(await coloured()).toBeLessThan(9);
    expect(await coloured('plain')).toBeGreaterThan(500);
    await expect(picture((await openPage(empty)).page)).rejects.toThrow(/drawing: 'plain'/);
    expect((await picture((await openPage({ ...empty, drawing: 'plain' })).page)).length).toBeGreaterThan(99);
  });
});

describe('a figure', () => {
  it('is waited for until it is ready, and its controls and readouts are found', async () => {
    const { page } = await openPage(empty);
    await page.setContent(`
      <section data-figure="pair"></section>
      <section data-figure="channel" data-ready="true">another</section>
      <input data-param="eps" value="0.1"><b data-readout="loss"> 0.25
      </b>`);
    const waiting = waitReady(page).then(() => page.evaluate(() => document.title));
    await waitReady(page, 'channel');
    await page.evaluate(() => {
      document.title = 'drawn';
      document.querySelector('section')?.replaceChildren('a figure');
      document.querySelector('section')?.setAttribute('data-ready', 'true');
    });
    expect(await waiting).toBe('drawn');
    expect(await param(page, 'eps').inputValue()).toBe('0.1');
    expect(await readout(page, 'loss')).toBe('0.25');
  });
});

it('scripts start a browser of the same kind', async () => {
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  expect(inject('browserBuild')).toContain(browser.version());
});
