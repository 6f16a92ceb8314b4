import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths';
import { expectNoProblems } from '../support/page';
import { ask, openEmbedded, openHostPage, plainHeaders, ready } from '../support/two-origins';

/** The strictest policy that the site works under, as docs/embedding.md gives it. */
const policy = (
  /```text\n(default-src[\s\S]*?)```/.exec(readFileSync(join(root, 'docs/embedding.md'), 'utf8'))?.[1] ?? ''
).replace(/\s+/g, ' ');

const strict = { ...plainHeaders, 'content-security-policy': policy };

/** Waits until the figure is drawn and whatever it computes is there. */
async function complete(frame: Frame, figure: string): Promise<void> {
  await frame.locator(`[data-figure="${figure}"][data-ready="true"]`).waitFor({ timeout: 60_000 });
  await frame.waitForFunction(
    () => {
      const said = [...document.querySelectorAll<HTMLElement>('[data-status]')].map(
        (one) => one.dataset.status,
      );
      return said.every((status) => status !== 'computing') && !said.includes('failed');
    },
    undefined,
    { timeout: 180_000 },
  );
}

/** Keeps what a policy has forbidden, in all frames. */
const watchViolations = (page: Page) =>
  page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
      violations.push(`${effectiveDirective} ${blockedURI} ${sourceFile}`),
    );
  });

const violations = (frame: Frame) =>
  frame.evaluate(() => (window as unknown as { violations: string[] }).violations);

/** What a page may leave behind at its reader's. */
const traces = (frame: Frame) =>
  frame.evaluate(async () => ({
    cookie: document.cookie,
    local: Object.keys(window.localStorage),
    session: Object.keys(window.sessionStorage),
    databases: (await indexedDB.databases()).length,
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
  }));

it.each(['duo', 'pair', 'landscape', 'ride', 'toy'])(
  'the figure %s works, also what it computes, in a sandbox that allows scripts only, under a strict policy',
  { timeout: 240_000 },
  async (figure) => {
    const { frame, problems, ...opened } = await openEmbedded({
      query: `figure=${figure}`,
      size: { width: 1000, height: 700 },
      attributes: 'sandbox="allow-scripts"',
      siteHeaders: strict,
      before: watchViolations,
    });
    expect(policy).toMatch(/^default-src 'none'.*script-src 'self'/);
    expect(await frame.evaluate(() => window.origin)).toBe('null');
    await complete(frame, figure);
    await ready(opened);
    expect((await ask(opened, 'setState', { values: {} })).ok).toBe(true);
    expect(await violations(frame)).toEqual([]);
    expectNoProblems(problems);
  },
);

it('a figure leaves nothing behind at its reader’s, and works under the policy with an origin of its own', async () => {
  const { frame, problems } = await openEmbedded({
    query: 'figure=duo',
    size: { width: 1000, height: 700 },
    siteHeaders: strict,
    before: watchViolations,
  });
  await complete(frame, 'duo');
  expect(await violations(frame)).toEqual([]);
  expect(await traces(frame)).toEqual({
    cookie: '',
    local: [],
    session: [],
    databases: 0,
    caches: [],
    workers: 0,
  });
  expectNoProblems(problems);
});

it('the element works in a page with a strict policy of its own', async () => {
  const { page, problems } = await openHostPage(
    (site) =>
      `<script type="module" src="${site}minima-at-infinity.js"></script>
       <minima-at-infinity figure="pair" controls="none" width="400" height="300"></minima-at-infinity>`,
    {
      hostHeaders: {
        'content-security-policy':
          "default-src 'none'; script-src http: 'unsafe-inline'; style-src 'none'; frame-src http:; img-src data:",
      },
    },
  );
  const frame = page.frameLocator('minima-at-infinity iframe');
  await frame.locator('[data-figure="pair"][data-ready="true"]').waitFor();
  expect(await page.locator('minima-at-infinity').boundingBox()).toMatchObject({ width: 400, height: 300 });
  // The page's own inline style sheet is what its policy forbids.
  expectNoProblems(
    problems.filter((problem) => !/inline style.*(127\.0\.0\.1:\d+\/ ?\)|\(http)/.test(problem)),
  );
});
