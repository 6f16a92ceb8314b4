import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths';
import { expectNoProblems } from '../support/page';
import { ask, frameOf, frameTag, openHostPage, plainHeaders } from '../support/two-origins';

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

/** In a sandbox; the first of them with an origin of its own as well. */
const figures = [
  'duo',
  'pair',
  'triple',
  'train',
  'line',
  'landscape',
  'ride',
  'toy',
  'levels',
  'census',
] as const;

it('figures, what they compute, and the element work under strict policies, in a sandbox, and leave nothing behind', {
  timeout: 240_000,
}, async () => {
  expect(policy).toMatch(/^default-src 'none'.*script-src 'self'/);
  const size = { width: 1000, height: 700 };
  const { page, problems } = await openHostPage(
    (site) =>
      `${figures
        .map((id) =>
          frameTag(site, { id, query: `figure=${id}`, size, attributes: 'sandbox="allow-scripts"' }),
        )
        .join('')}
       ${frameTag(site, { id: 'own', query: 'figure=duo', size })}
       <script type="module" src="${site}minima-at-infinity.js"></script>
       <minima-at-infinity figure="pair" controls="none" width="400" height="300"></minima-at-infinity>`,
    {
      siteHeaders: strict,
      hostHeaders: {
        'content-security-policy':
          "default-src 'none'; script-src http: 'unsafe-inline'; style-src 'none'; frame-src http:; img-src data:",
      },
      before: watchViolations,
    },
  );
  for (const figure of figures) {
    const frame = await frameOf(page, figure);
    // What is out of sight is not drawn.
    await page.locator(`#${figure}`).scrollIntoViewIfNeeded();
    expect(await frame.evaluate(() => window.origin)).toBe('null');
    await complete(frame, figure);
    expect(await violations(frame), figure).toEqual([]);
    const { result } = await ask({ page }, 'setState', { values: {} }, figure);
    expect(result.figure).toBe(figure);
  }
  const own = await frameOf(page, 'own');
  await page.locator('#own').scrollIntoViewIfNeeded();
  await complete(own, 'duo');
  expect(await violations(own)).toEqual([]);
  expect(await traces(own)).toEqual({
    cookie: '',
    local: [],
    session: [],
    databases: 0,
    caches: [],
    workers: 0,
  });

  await page.locator('minima-at-infinity').scrollIntoViewIfNeeded();
  const inElement = page.frameLocator('minima-at-infinity iframe');
  await inElement.locator('[data-figure="pair"][data-ready="true"]').waitFor();
  expect(await page.locator('minima-at-infinity').boundingBox()).toMatchObject({ width: 400, height: 300 });
  // The page's own inline style sheet is what its policy forbids.
  expectNoProblems(
    problems.filter((problem) => !/inline style.*(127\.0\.0\.1:\d+\/ ?\)|\(http)/.test(problem)),
  );
});
