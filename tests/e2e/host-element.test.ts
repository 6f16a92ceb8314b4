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

  it('shows the figure that its attributes ask for, with a name', async () => {
    const { page, problems } = await openElements(
      `<minima-at-infinity id="one" figure="pair" preset="apart" state="a=2" controls="none" theme="dark"
        background="#336699" width="500" height="300"></minima-at-infinity>`,
    );
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
    expectNoProblems(problems);
  });

  it('follows its attributes: the state in the same frame, the rest in a new one that goes on', async () => {
    const { page, problems } = await openElements(
      '<minima-at-infinity id="one" figure="pair" controls="none"></minima-at-infinity>',
    );
    await isReady(page);
    await set(page, 'state', 'eps=0.5&a=2');
    await expect
      .poll(async () => (await told(page, 'state')).at(-1)?.values)
      .toMatchObject({ eps: 0.5, a: 2 });
    expect((await told(page, 'ready')).length).toBe(1);
    await call(page, 'setState', { eps: 0.2 });
    await expect.poll(async () => (await told(page, 'state')).at(-1)?.values.eps).toBe(0.2);
    await set(page, 'theme', 'dark');
    await isReady(page, 'one', 2);
    expect((await call(page, 'getState')).values).toMatchObject({ eps: 0.2, a: 2 });
    await set(page, 'figure', 'duo');
    await isReady(page, 'one', 3);
    expect((await told(page, 'ready')).at(-1)?.figure).toBe('duo');
    expect(frames(page).length).toBe(1);
    expectNoProblems(problems);
  });

  it('answers by promises, also before it is ready, and rejects with a sentence', async () => {
    const { page, problems } = await openElements(
      '<minima-at-infinity id="one" figure="pair" controls="none"></minima-at-infinity>',
    );
    expect(await call(page, 'setState', 'eps=0.01')).toMatchObject({ values: { eps: 0.01 }, problems: [] });
    expect((await call(page, 'goto', 'apart')).values.eps).toBe(1);
    expect((await call(page, 'play')).isPlaying).toBe(true);
    expect((await call(page, 'pause')).isPlaying).toBe(false);
    expect((await call(page, 'reset')).hash).toBe('');
    await expect(call(page, 'goto', 'nonsense')).rejects.toThrow(/no example called “nonsense”/);
    expectNoProblems(problems);
  });

  it('loads nothing before it is near, then each of several its own', async () => {
    const far = 'style="margin-top: 3000px"';
    const { page, problems } = await openElements(
      `<minima-at-infinity id="one" figure="pair" controls="none"></minima-at-infinity>
       <minima-at-infinity id="two" ${far} figure="duo" controls="none"></minima-at-infinity>`,
    );
    await isReady(page);
    expect(frames(page).length).toBe(1);
    await page.locator('#two').scrollIntoViewIfNeeded();
    await isReady(page, 'two');
    expect(frames(page).length).toBe(2);
    const state = await page.evaluate(() =>
      document.querySelector<HTMLElementTagNameMap['minima-at-infinity']>('#two')?.getState(),
    );
    expect(state?.figure).toBe('duo');
    expect((await told(page, 'ready', 'one')).length).toBe(1);
    expectNoProblems(problems);
  });

  it('grows to the height of a full figure, and keeps a height that is asked for', async () => {
    const { page, problems } = await openElements(
      `<minima-at-infinity id="one" figure="pair"></minima-at-infinity>
       <minima-at-infinity id="two" figure="pair" height="20rem"></minima-at-infinity>`,
    );
    await expect
      .poll(async () => (await told(page, 'resize')).length, { timeout: 30_000 })
      .toBeGreaterThan(0);
    await page.waitForTimeout(1500);
    const heights = (await told(page, 'resize')).map(({ height }) => height);
    expect(heights.length).toBeLessThan(4);
    expect((await page.locator('#one').boundingBox())?.height).toBe(heights.at(-1));
    const inside = await page.evaluateHandle(() =>
      document.querySelector('#one')?.shadowRoot?.querySelector('iframe'),
    );
    const overflow = await (await inside.asElement()?.contentFrame())?.evaluate(
      () => document.documentElement.scrollHeight - window.innerHeight,
    );
    expect(overflow).toBe(0);
    await page.locator('#two').scrollIntoViewIfNeeded();
    await isReady(page, 'two');
    expect((await page.locator('#two').boundingBox())?.height).toBe(320);
    expectNoProblems(problems);
  });

  it('is removed without a trace, and rejects what was asked', async () => {
    const { page, problems } = await openElements(
      '<minima-at-infinity id="one" figure="landscape" controls="none"></minima-at-infinity>',
    );
    const error = await page.evaluate(async () => {
      await customElements.whenDefined('minima-at-infinity');
      const element = document.querySelector<HTMLElementTagNameMap['minima-at-infinity']>('#one');
      const asked = element?.getState().catch(({ message }: Error) => message);
      element?.remove();
      return asked;
    });
    expect(error).toMatch(/taken off the page/);
    expect(frames(page)).toEqual([]);
    const [own] = await page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<minima-at-infinity id="one" figure="pair" controls="none"></minima-at-infinity>',
      );
      return [document.querySelectorAll('minima-at-infinity').length];
    });
    expect(own).toBe(1);
    await isReady(page);
    expectNoProblems(problems);
  });

  it('has a link to the figure for as long as there is no frame, and speaks the language around it', async () => {
    const { page, site } = await openElements(
      `<div style="height: 4000px"></div>
       <minima-at-infinity id="one" figure="pair" state="eps=0.1"></minima-at-infinity>`,
    );
    await page.waitForFunction(() => document.querySelector('#one')?.shadowRoot);
    const link = page.locator('#one').getByRole('link');
    expect(await link.getAttribute('href')).toBe(`${site.url}?figure=pair#v=1&eps=0.1`);
    expect(await link.textContent()).toMatch(/interactive figure/);
    const spoken = await page.evaluate(async () => {
      document.body.lang = 'de-AT';
      const element = document.createElement('minima-at-infinity');
      document.body.append(element);
      const asked = element.getState().catch(({ message }: Error) => message);
      element.remove();
      return [element.shadowRoot?.querySelector('a')?.textContent, await asked];
    });
    expect(spoken).toEqual([
      'Diese interaktive Abbildung auf ihrer eigenen Seite öffnen',
      'Die Abbildung wurde von der Seite genommen.',
    ]);
  });
});
