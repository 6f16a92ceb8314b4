import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths';
import { expectNoProblems, type PageOptions } from '../support/page';
import { openHostPage, type Payload } from '../support/two-origins';

/** Runs in the host page: keeps the events of all elements. */
const events = `<script>
  window.events = [];
  for (const type of ['ready', 'state', 'step', 'answer', 'resize', 'error'])
    addEventListener('minima-' + type, ({ type, target, detail }) => events.push({ type, on: target.id, detail }));
</script>`;

interface Told {
  readonly type: string;
  readonly on: string;
  readonly detail: Payload;
}

function openElements(tags: string, options: Omit<PageOptions, 'path' | 'hash'> = {}) {
  return openHostPage(
    (site) => `${events}<script type="module" src="${site}minima-at-infinity.js"></script>${tags}`,
    options,
  );
}

async function told(page: Page, type: string, on = 'one'): Promise<Payload[]> {
  const all = await page.evaluate(() => (window as unknown as { events: Told[] }).events);
  return all.filter((one) => one.type === `minima-${type}` && one.on === on).map(({ detail }) => detail);
}

async function isReady(page: Page, on = 'one', times = 1): Promise<void> {
  await expect.poll(async () => (await told(page, 'ready', on)).length, { timeout: 30_000 }).toBe(times);
}

const frames = (page: Page) => page.frames().filter((frame) => frame.url().includes('embed=1'));

/** Calls a method of the element. */
function call(page: Page, method: string, ...args: unknown[]): Promise<Payload> {
  return page.evaluate(
    ([name, list]) => {
      const element = document.querySelector('#one') as unknown as Record<
        string,
        (...a: unknown[]) => unknown
      >;
      return element[name]?.(...list) as Payload;
    },
    [method, args] as const,
  );
}

const set = (page: Page, name: string, value: string) =>
  page.evaluate(([key, text]) => document.querySelector('#one')?.setAttribute(key, text), [
    name,
    value,
  ] as const);

describe('the custom element', () => {
  it('is one small file without imports', () => {
    const code = readFileSync(join(root, 'dist/minima-at-infinity.js'), 'utf8');
    expect(gzipSync(code, { level: 9 }).length).toBeLessThan(6000);
    expect(code).not.toMatch(/\bimport\s*[{*(]|\bfrom\s*["'`]|\breact\b/i);
  });

  it('shows and follows its attributes, and answers by promises, also before it is ready', async () => {
    const { page, problems } = await openElements(
      `<minima-at-infinity id="one" figure="pair" preset="apart" state="a=2" controls="none" theme="dark"
        background="#336699" width="500" height="300"></minima-at-infinity>`,
    );
    expect(await call(page, 'setState', { c: 0.25 })).toMatchObject({
      values: { eps: 1, a: 2, c: 0.25 },
      problems: [],
    });
    await isReady(page);
    const [ready] = await told(page, 'ready');
    expect(ready?.state.values).toMatchObject({ eps: 1, a: 2 });
    const box = await page.locator('#one').boundingBox();
    expect(box).toMatchObject({ width: 500, height: 300 });
    const title = await page.evaluate(
      () => document.querySelector('#one')?.shadowRoot?.querySelector('iframe')?.title,
    );
    expect(title).toBe(ready?.title);
    const ground = await frames(page)[0]?.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(ground).toBe('rgb(51, 102, 153)');

    expect((await call(page, 'goto', 'derivative')).values.c).toBe(0);
    expect((await call(page, 'play')).isPlaying).toBe(true);
    expect((await call(page, 'pause')).isPlaying).toBe(false);
    expect((await call(page, 'reset')).hash).toBe('');
    await expect(call(page, 'goto', 'nonsense')).rejects.toThrow(/no example called “nonsense”/);

    // The state in the same frame.
    await set(page, 'state', 'eps=0.5&a=2');
    await expect
      .poll(async () => (await told(page, 'state')).at(-1)?.values)
      .toMatchObject({ eps: 0.5, a: 2 });
    expect((await told(page, 'ready')).length).toBe(1);
    await call(page, 'setState', { eps: 0.2 });
    await expect.poll(async () => (await told(page, 'state')).at(-1)?.values.eps).toBe(0.2);
    // The rest in a new one that goes on.
    await set(page, 'theme', 'light');
    await isReady(page, 'one', 2);
    expect((await call(page, 'getState')).values).toMatchObject({ eps: 0.2, a: 2 });
    // Both in one task: one new frame.
    await page.evaluate(() => {
      const element = document.querySelector('#one');
      element?.removeAttribute('preset');
      element?.setAttribute('figure', 'ride');
    });
    await isReady(page, 'one', 3);
    expect((await told(page, 'ready')).at(-1)?.figure).toBe('ride');
    expect(frames(page).length).toBe(1);
    expectNoProblems(problems);
  });

  it('loads nothing before it is near; grows with a full figure, keeps its height, goes without a trace', async () => {
    const far = 'style="margin-top: 4000px"';
    const { page, problems, site } = await openElements(
      `<minima-at-infinity id="one" figure="pair"></minima-at-infinity>
       <minima-at-infinity id="two" ${far} figure="ride" height="20rem" state="eta=0.1"></minima-at-infinity>`,
    );
    await isReady(page);
    expect(frames(page).length).toBe(1);

    // A link for as long as there is no frame, in the language around it.
    const link = page.locator('#two').getByRole('link');
    expect(await link.getAttribute('href')).toBe(`${site.url}?figure=ride#v=1&eta=0.1`);
    expect(await link.textContent()).toMatch(/interactive figure/);
    const spoken = await page.evaluate(async () => {
      document.body.lang = 'de-AT';
      const element = document.createElement('minima-at-infinity');
      document.body.append(element);
      const asked = element.getState().catch(({ message }: Error) => message);
      element.remove();
      document.body.removeAttribute('lang');
      return [element.shadowRoot?.querySelector('a')?.textContent, await asked];
    });
    expect(spoken).toEqual([
      'Diese interaktive Abbildung auf ihrer eigenen Seite öffnen',
      'Die Abbildung wurde von der Seite genommen.',
    ]);

    const inside = await page.evaluateHandle(() =>
      document.querySelector('#one')?.shadowRoot?.querySelector('iframe'),
    );
    const overflow = async () =>
      (await inside.asElement()?.contentFrame())?.evaluate(
        () => document.documentElement.scrollHeight - window.innerHeight,
      );
    await expect
      .poll(async () => (await told(page, 'resize')).length, { timeout: 30_000 })
      .toBeGreaterThan(0);
    await expect.poll(overflow, { timeout: 10_000 }).toBe(0);
    await page.evaluate(async () => {
      for (let k = 0; k < 60; k++) await new Promise((resolve) => requestAnimationFrame(resolve));
    });
    const heights = (await told(page, 'resize')).map(({ height }) => height);
    expect(heights.length).toBeLessThan(4);
    expect((await page.locator('#one').boundingBox())?.height).toBe(heights.at(-1));
    expect(await overflow()).toBe(0);

    await page.locator('#two').scrollIntoViewIfNeeded();
    await isReady(page, 'two');
    expect(frames(page).length).toBe(2);
    const state = await page.evaluate(() =>
      document.querySelector<HTMLElementTagNameMap['minima-at-infinity']>('#two')?.getState(),
    );
    expect(state?.figure).toBe('ride');
    expect((await told(page, 'ready')).length).toBe(1);
    expect((await page.locator('#two').boundingBox())?.height).toBe(320);

    const error = await page.evaluate(async () => {
      const element = document.querySelector<HTMLElementTagNameMap['minima-at-infinity']>('#two');
      const asked = element?.screenshot().catch(({ message }: Error) => message);
      element?.remove();
      return asked;
    });
    expect(error).toMatch(/taken off the page/);
    expect(frames(page).length).toBe(1);
    expectNoProblems(problems);
  });
});
