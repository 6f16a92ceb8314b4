import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectNoProblems, param, readout } from '../support/page';
import { eventually, numbers, press, settle, sharePair, type, writtenHash } from './pair-page';

/** What has the focus: the nearest hook or text, its place, and whether it can be seen to have it. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.body)
      return undefined;
    const { param, paramText, action } = element.dataset;
    const key = param ?? (paramText === undefined ? action : `${paramText} (box)`) ?? element.tagName;
    // The mark may be drawn by a parent or a child: a hidden radio button's label, the dot of a grip.
    const around = [
      element,
      element.parentElement,
      element.parentElement?.parentElement,
      ...element.children,
    ];
    const marked = around.some((candidate) => {
      if (!candidate) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(candidate);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    });
    const drawn = [...element.children].some((child) => child.matches('.grip-dot'));
    const { x, y, width, height } = element.getBoundingClientRect();
    const inside = x + width > 0 && y + height > 0 && x < innerWidth && y < innerHeight;
    return { key, marked, drawn, inside, top: y + scrollY };
  });
}

/** Presses Tab through the page and returns what got the focus, in order. */
async function tabThrough(page: Page) {
  // Focusing and leaving the body makes Tab begin at the top of the page.
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    scrollTo(0, 0);
  });
  const stops: NonNullable<Awaited<ReturnType<typeof focused>>>[] = [];
  for (let k = 0; k < 80; k++) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop === undefined) break;
    stops.push(stop);
  }
  return stops;
}

it('after a change the figure is described aloud, once the change has come to rest', async () => {
  // The first test of this file: nothing was changed in its page yet.
  const { page, problems } = await sharePair();
  const spoken = () => readout(page, 'spoken');
  expect(await page.locator('[data-readout="spoken"]').getAttribute('aria-live')).toBe('polite');
  await eventually(() => readout(page, 'description')).toMatch(/Two Softplus neurons at ε = 0\.300\./i);
  expect(await spoken()).toBe('');
  await press(param(page, 'eps'), 'End');
  await eventually(spoken).toMatch(
    /in the limit ε = 0: a neuron plus a gated linear unit\..*It is the limit exactly\./,
  );
  await param(page, 'act').selectOption('relu');
  await page.locator('[data-term="gated"]').click();
  await eventually(spoken).toMatch(/Two ReLU neurons.*The surface shows a gated linear unit\./);
  expect(await spoken()).toBe(await readout(page, 'description'));
  expectNoProblems(problems);
});

it('Tab reaches everything once, in the order of the page, and shows where it is', async () => {
  const { page, problems } = await sharePair();
  // Something to undo and to redo, so that both buttons can be reached.
  await type(page, 'c', '1');
  await type(page, 'c', '2');
  await page.locator('[data-action="undo"]').click();
  const stops = await tabThrough(page);
  const keys = stops.map(({ key }) => key);
  const figure = [
    ...['act', 'preset', 'to-pair', 'sheets', 'cam', 'at', 'w', 'tip-i', 'tip-j', 'play'],
    ...['eps', 'eps (box)', 'gap', 'gap (box)', 'show'],
    ...['a', 'c', 'wlen', 'wdir', 'dir', 'dbias', 'bias'].flatMap((key) => [key, `${key} (box)`]),
    ...['undo', 'redo', 'reset', 'copy-link', 'data-csv', 'data-json'],
    ...['share', 'export', 'SUMMARY'],
  ];
  expect(keys.filter((key) => figure.includes(key))).toEqual(figure);
  // To the figure, to the article, the switch of the theme; the paper.
  expect(keys.filter((key) => !figure.includes(key))).toEqual(['A', 'A', 'theme', 'A']);
  for (const { key, marked, drawn, inside } of stops) {
    expect(marked || drawn, `${key} shows its focus`).toBe(true);
    expect(inside, `${key} is scrolled into view`).toBe(true);
  }
  // Never far back up the page: what comes next is below or beside.
  for (const [k, stop] of stops.entries()) {
    expect(stop.top - (stops[k - 1]?.top ?? 0), `from ${stops[k - 1]?.key} to ${stop.key}`).toBeGreaterThan(
      -320,
    );
  }
  expectNoProblems(problems);
});

it('the handles of arrows are ringed when they have the focus', async () => {
  const { page } = await sharePair();
  const rings = () =>
    page
      .locator('.grip-target')
      .evaluateAll((all) => all.map((ring) => getComputedStyle(ring).stroke !== 'none'));
  for (const [k, key] of ['w', 'tip-i', 'tip-j'].entries()) {
    await page.keyboard.press('Tab');
    await param(page, key).focus();
    expect(await rings(), key).toEqual([0, 1, 2].map((other) => other === k));
  }
});

it('everything that can be used has a name, and sliders say their value in words', async () => {
  const { page } = await sharePair();
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const usable = nodes.filter(
    ({ role, ignored }) =>
      !ignored &&
      ['button', 'slider', 'textbox', 'combobox', 'checkbox', 'radio', 'link'].includes(String(role?.value)),
  );
  expect(usable.length).toBeGreaterThan(40);
  const names = usable.map(({ name }) => String(name?.value ?? '').trim());
  expect(names.filter((name) => name === '')).toEqual([]);
  const sliders = page.locator('[role="slider"], input[type="range"]');
  expect(await sliders.count()).toBe(usable.filter(({ role }) => role?.value === 'slider').length);
  const said = await sliders.evaluateAll((all) => all.map((slider) => slider.getAttribute('aria-valuetext')));
  for (const text of said) expect(text).toMatch(/\d/);
  // Two things of the same kind never have the same name.
  const twice = names.filter((name, k) =>
    usable.some((o, l) => l < k && names[l] === name && o.role?.value === usable[k]?.role?.value),
  );
  expect(twice).toEqual([]);
});

it('the first link leads past the headline to the figure, and leaves the state in the address alone', async () => {
  const { page, problems } = await sharePair({ hash: 'v=1&eps=0.01' });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await settle(page);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('figure');
  await page.keyboard.press('Tab');
  expect((await focused(page))?.key).toBe('act');
  expect((await numbers(page)).boxes.eps).toBe(0.01);
  await press(param(page, 'c'), 'ArrowRight');
  expect(await writtenHash(page)).toBe('#v=1&eps=0.01&c=0.65');
  expectNoProblems(problems);
});
