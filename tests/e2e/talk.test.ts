/** A talk: keys and clickers, the list, files, motion, the address. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths';
import { expectNoProblems, type OpenedPage, openPage, sharePage } from '../support/page';
import { swipe } from './touch';

/** Computers are busy at times. */
const patient = { timeout: 10_000 };

const story = readFileSync(join(root, 'public/examples/talk.json'), 'utf8');

const arrived = (page: Page) => page.locator('[data-seen="true"] [data-ready="true"]').waitFor();

/**
 * The page that these tests share: a talk of the examples of one figure, without motion unless a test turns it on, at
 * the step of the hash. A test that opens something closes it.
 */
async function shareTalk(hash = 'v=1&step=1'): Promise<OpenedPage> {
  const opened = await sharePage({
    path: '?mode=talk&figure=pair&preset=relu-cliff',
    reducedMotion: true,
    hash,
  });
  await arrived(opened.page);
  await rest(opened.page);
  return opened;
}

/** Waits until nothing moves any more. */
async function rest(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
  await page.locator('[data-moving="false"]').waitFor({ state: 'attached' });
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  await rest(page);
}

const at = async (page: Page) =>
  Number.parseInt((await page.locator('[data-readout="step"]').textContent()) ?? '', 10);
const title = async (page: Page) => page.locator('[data-readout="step-title"]').textContent();
const hash = (page: Page) => page.evaluate(() => window.location.hash);
const epsilon = (page: Page) => page.locator('[data-seen="true"] [data-param-text="eps"]').inputValue();
const barShown = (page: Page) => page.locator('.talk-bar').getAttribute('data-visible');
const said = (page: Page) => page.locator('[data-said]').textContent();

/** Drops files on the page, as their names and contents. */
async function drop(
  page: Page,
  ...files: readonly (readonly [name: string, content: string | number[]])[]
): Promise<void> {
  await page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const [name, content] of given) {
      const part = typeof content === 'string' ? content : new Uint8Array(content);
      dataTransfer.items.add(new File([part], name));
    }
    const target = document.querySelector('[data-moving]') ?? document.body;
    for (const type of ['dragenter', 'dragover', 'drop']) {
      target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  }, files);
}

describe('stepping', () => {
  it('begins at the example of the query, and goes through the examples by keys and by a clicker', async () => {
    const { page, problems } = await shareTalk('');
    expect([await at(page), await title(page), await hash(page)]).toEqual([4, 'ReLU’s cliff', '']);
    await press(page, 'PageDown');
    await page.goBack();
    expect(await at(page)).toBe(4);
    await press(page, 'Home');
    expect([await at(page), await title(page)]).toEqual([1, 'A gated linear unit is born']);
    for (const [key, step] of [
      ['ArrowRight', 2],
      ['Space', 3],
      ['Backspace', 2],
      ['End', 9],
      ['ArrowRight', 9],
    ] as const) {
      await page.keyboard.press(key);
      expect(await at(page), key).toBe(step);
    }
    await press(page, '7');
    expect(await page.locator('[data-readout="step"]').textContent()).toBe('Go to step 7: Enter');
    await press(page, 'Enter');
    expect([await at(page), await hash(page)]).toEqual([7, '#v=1&step=7']);
    await press(page, '9', '9', 'Enter');
    expect(await at(page)).toBe(7);
    expect(await said(page)).toMatch(/no step 99/);
    await press(page, 'Escape');
    expectNoProblems(problems);
  });

  it('keeps each step in the history, and says when an address names no step', async () => {
    const { page, problems } = await shareTalk('v=1&step=3');
    expect(await at(page)).toBe(3);
    await press(page, 'PageDown', 'PageDown');
    expect(await hash(page)).toBe('#v=1&step=5');
    await page.goBack();
    expect([await at(page), await hash(page)]).toEqual([4, '#v=1&step=4']);
    await page.goBack();
    expect(await at(page)).toBe(3);
    await page.goForward();
    expect(await at(page)).toBe(4);
    await page.evaluate(() => {
      window.location.hash = '#v=1&step=77';
    });
    await page.locator('[data-said="problem"]').waitFor();
    expect([await at(page), await said(page)]).toEqual([
      4,
      expect.stringMatching(/no step 77: the talk has 9/),
    ]);
    await press(page, 'Escape');
    expect(await page.locator('[data-said]').count()).toBe(0);
    expectNoProblems(problems);
  });
});

describe('motion', () => {
  /** Everything that ε is on the way to the next step. */
  const way = (page: Page, key: string) =>
    page.evaluate(
      (pressed) =>
        new Promise<string[]>((resolve) => {
          const seen: string[] = [];
          const box = () =>
            document.querySelector<HTMLInputElement>('[data-seen="true"] [data-param-text="eps"]')?.value ??
            '';
          const stage = document.querySelector<HTMLElement>('[data-moving]');
          let left = 5;
          const look = () => {
            if (seen.at(-1) !== box()) seen.push(box());
            // The boxes follow a frame after the state.
            if (stage?.dataset.moving !== 'true') left -= 1;
            if (left > 0) requestAnimationFrame(look);
            else resolve(seen);
          };
          look();
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true }));
          requestAnimationFrame(look);
        }),
      key,
    );

  it('glides from state to state, goes on from where it is, and is there at once where motion is unwanted', async () => {
    const { page, problems } = await shareTalk();
    expect((await way(page, 'PageDown')).map(Number)).toEqual([0.01, 1]);
    await press(page, 'Home');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    const numbers = (await way(page, 'PageDown')).map(Number);
    expect(numbers[0]).toBe(0.01);
    expect(numbers.at(-1)).toBe(1);
    expect(numbers.length).toBeGreaterThan(4);
    expect(numbers.every((value, k) => k === 0 || value > (numbers[k - 1] ?? 0))).toBe(true);
    // The third step is asked for on the way to the second.
    await page.keyboard.press('Home');
    await page.locator('[data-moving="true"]').waitFor();
    await press(page, '4', 'Enter');
    expect(await at(page)).toBe(4);
    // The fourth example is at infinity.
    expect(await epsilon(page)).toBe('0');
    // Nobody has moved the mouse for a while.
    await expect.poll(() => barShown(page), patient).toBe('false');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expectNoProblems(problems);
  });
});

describe('keys and focus', () => {
  it('blanks the screen, and brings it back', async () => {
    const { page } = await shareTalk();
    await press(page, 'b');
    expect(await page.locator('[data-blank]').getAttribute('data-blank')).toBe('black');
    const box = await page.locator('[data-blank]').boundingBox();
    expect(box).toEqual({ x: 0, y: 0, width: 1280, height: 800 });
    await press(page, 'w');
    expect(await page.locator('[data-blank]').getAttribute('data-blank')).toBe('white');
    await press(page, 'PageDown');
    expect([await page.locator('[data-blank]').count(), await at(page)]).toEqual([0, 1]);
    await press(page, '.');
    expect(await page.locator('[data-blank="black"]').count()).toBe(1);
    await page.mouse.click(640, 400);
    expect(await page.locator('[data-blank]').count()).toBe(0);
    await press(page, 'b', 'Escape');
    expect(await page.locator('[data-blank]').count()).toBe(0);
  });

  it('leaves its arrow keys to a slider that was reached with Tab, but not to one that was dragged', async () => {
    const { page, problems } = await shareTalk();
    const slider = page.locator('[data-seen="true"] [data-param="eps"]');
    // The mouse took it and let it go.
    await slider.click({ position: { x: 200, y: 10 } });
    const dragged = await epsilon(page);
    await press(page, 'ArrowRight');
    expect(await at(page)).toBe(2);
    await press(page, 'Home');
    expect(await epsilon(page)).toBe('0.01');
    expect(dragged).not.toBe('0.01');
    // Reached by the keyboard it keeps its keys; a clicker steps all the same.
    await slider.focus();
    await press(page, 'ArrowLeft');
    expect(await at(page)).toBe(1);
    expect(Number(await epsilon(page))).toBeGreaterThan(0.01);
    await press(page, 'PageDown');
    expect(await at(page)).toBe(2);
    await slider.focus();
    await press(page, 'Escape', 'ArrowRight');
    expect(await at(page)).toBe(3);
    // A text that is typed is not a command.
    const typed = page.locator('[data-seen="true"] [data-param-text="eps"]');
    await typed.fill('');
    await typed.pressSequentially('0.25');
    await page.keyboard.press('Enter');
    expect([await at(page), await epsilon(page)]).toEqual([3, '0.25']);
    expectNoProblems(problems);
  });

  it('leaves the arrow keys to a camera that was reached with Tab', async () => {
    const { page } = await shareTalk();
    const camera = page.locator('[data-seen="true"] [data-param="cam"]');
    await camera.focus();
    await press(page, 'ArrowRight');
    expect(await at(page)).toBe(1);
    await camera.click({ position: { x: 100, y: 100 } });
    // The page takes the focus from it once the click is over.
    await expect
      .poll(() => camera.evaluate((element) => element === document.activeElement), patient)
      .toBe(false);
    await press(page, 'ArrowRight');
    expect(await at(page)).toBe(2);
  });

  it('shows the keys, and fills the screen', async () => {
    const { page } = await shareTalk();
    await press(page, '?');
    expect(await page.locator('[data-dialog="keys"]').textContent()).toMatch(/black screen/);
    await press(page, 'Escape');
    expect(await page.locator('[data-dialog="keys"]').count()).toBe(0);
    const full = () => page.evaluate(() => document.fullscreenElement !== null);
    await press(page, 'f');
    await expect.poll(full, patient).toBe(true);
    await press(page, 'F5');
    expect(await full()).toBe(true);
    await press(page, 'f');
    await expect.poll(full, patient).toBe(false);
    await press(page, 'PageDown');
    expect(await at(page)).toBe(2);
  });
});

/** Expects the bar inside the window, with buttons for fingers, and steps with it. */
async function expectBar(page: Page, width: number): Promise<void> {
  const { left, right, smallest, scrolls } = await page.locator('.talk-bar').evaluate((bar) => {
    const sides = [...bar.querySelectorAll('button')].flatMap((button) => {
      const rect = button.getBoundingClientRect();
      return [rect.width, rect.height];
    });
    const rect = bar.getBoundingClientRect();
    return {
      left: rect.left,
      right: rect.right,
      smallest: Math.min(...sides),
      scrolls: document.documentElement.scrollWidth > window.innerWidth,
    };
  });
  expect(left).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(width);
  expect(smallest).toBeGreaterThanOrEqual(44);
  expect(scrolls).toBe(false);
  const before = await at(page);
  await page.locator('[data-action="next"]').click();
  expect(await at(page)).toBe(before + 1);
  await page.locator('[data-action="list"]').click();
  await page.locator('[data-step="5"] .talk-list-step').click();
  expect(await at(page)).toBe(5);
}

describe('the bar', () => {
  it('is seen while the mouse moves, and not while a control is used; it fits', async () => {
    const { page, problems } = await shareTalk();
    await page.setViewportSize({ width: 1024, height: 768 });
    await page.mouse.move(600, 300);
    await page.mouse.move(620, 320);
    expect(await barShown(page)).toBe('true');
    const slider = await page.locator('[data-seen="true"] [data-param="eps"]').boundingBox();
    if (!slider) throw new Error('there is no slider');
    await page.mouse.move(slider.x + 100, slider.y + slider.height / 2);
    await page.mouse.down();
    await page.mouse.move(slider.x + 200, slider.y + slider.height / 2, { steps: 3 });
    expect(await barShown(page)).toBe('false');
    await page.mouse.up();
    // Where it is, it is not over the control.
    const bar = await page.locator('.talk-bar').boundingBox();
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThan(slider.y);
    await page.mouse.move(300, 300);
    await page.mouse.move(310, 310);
    await expectBar(page, 1024);
    await press(page, 'Escape');
    expectNoProblems(problems);
  });

  it('on a phone, where the talk is opened at the step of the address; a finger steps from the edge only', async () => {
    const { page, problems } = await openPage({
      path: '?mode=talk&figure=pair',
      hash: 'v=1&step=3',
      viewport: { width: 390, height: 844 },
      touch: true,
      reducedMotion: true,
    });
    await arrived(page);
    expect(await at(page)).toBe(3);
    await swipe(page, { from: { x: 385, y: 300 }, to: { x: 250, y: 310 } });
    expect(await at(page)).toBe(4);
    await rest(page);
    await swipe(page, { from: { x: 5, y: 300 }, to: { x: 140, y: 290 } });
    expect(await at(page)).toBe(3);
    await swipe(page, { from: { x: 250, y: 300 }, to: { x: 120, y: 300 } });
    await swipe(page, { from: { x: 385, y: 200 }, to: { x: 380, y: 420 } });
    expect(await at(page)).toBe(3);
    await page.touchscreen.tap(195, 281);
    await expectBar(page, 390);
    expectNoProblems(problems);
  });
});

describe('the list', () => {
  it('shows the steps beside the figure, goes to another and gives the focus back', async () => {
    const { page, problems } = await shareTalk();
    const camera = page.locator('[data-seen="true"] [data-param="cam"]');
    await camera.focus();
    await press(page, 's');
    const list = page.locator('.talk-list');
    const [panel, stage] = [await list.boundingBox(), await page.locator('[data-moving]').boundingBox()];
    expect((stage?.x ?? 0) + (stage?.width ?? 0)).toBeLessThanOrEqual((panel?.x ?? 0) + 1);
    expect(await list.locator('[data-step]').count()).toBe(9);
    expect(await list.locator('[aria-current="step"]').getAttribute('data-step')).toBe('1');
    expect(await list.locator('[data-step="5"]').textContent()).toMatch(
      /A ridge from two steps\s*Two sigmoid/,
    );
    await press(page, 'Space', 'PageDown');
    expect(await list.locator('[aria-current="step"]').getAttribute('data-step')).toBe('3');
    await list.locator('[data-step="7"] .talk-list-step').click();
    expect(await at(page)).toBe(7);
    await press(page, 'n');
    expect(await page.locator('[data-readout="step-note"]').textContent()).toMatch(/Without a bend/);
    await press(page, 'Escape');
    expect(await list.count()).toBe(0);
    await press(page, 'Escape');
    expect(await page.locator('[data-readout="step-note"]').count()).toBe(0);
    await camera.focus();
    await press(page, 's');
    // The list has the focus, and the talk its keys.
    await press(page, 'ArrowLeft');
    expect(await at(page)).toBe(6);
    await press(page, 's');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-param'))).toBe('cam');
    expectNoProblems(problems);
  });

  it('makes a talk of views, which is saved as a file that opens again', async () => {
    const { page, problems } = await shareTalk();
    await press(page, 's');
    const box = page.locator('[data-seen="true"] [data-param-text="eps"]');
    await box.fill('0.0625');
    await box.press('Enter');
    await page.locator('[data-action="new-talk"]').click();
    await box.fill('0.5');
    await box.press('Enter');
    await box.blur();
    await press(page, 'Escape', 'a');
    expect(await at(page)).toBe(2);
    expect(await epsilon(page)).toBe('0.5');
    expect(await page.locator('.talk-list').textContent()).toMatch(/kept in this window only/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-action="save-steps"]').click(),
    ]);
    expect(download.suggestedFilename()).toBe('talk.json');
    const saved = await text(await download.createReadStream());
    expect(JSON.parse(saved)).toMatchObject({
      steps: [
        { figure: 'pair', state: 'eps=0.0625' },
        { figure: 'pair', state: 'eps=0.5' },
      ],
    });
    await page.locator('[data-action="examples"]').click();
    expect(await page.locator('[data-step]').count()).toBe(9);
    await page.setInputFiles('input[type="file"]', {
      name: 'talk.json',
      mimeType: 'application/json',
      buffer: Buffer.from(saved),
    });
    await page.locator('[data-said="done"]').waitFor();
    expect(await page.locator('[data-step]').count()).toBe(2);
    await rest(page);
    expect(await epsilon(page)).toBe('0.0625');
    await page.locator('[data-step="1"] [data-action="remove-step"]').click();
    expect(await page.locator('[data-step]').count()).toBe(1);
    await page.locator('[data-action="examples"]').click();
    await press(page, 'Escape');
    expectNoProblems(problems);
  });
});

describe('dropped files', () => {
  const png = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0];
  const wrong = [
    ['a picture', [['talk.json', png]], /“talk.json” is a picture/],
    [
      'two files',
      [
        ['a.json', '{}'],
        ['b.json', '{}'],
      ],
      /2 files/,
    ],
    [
      'an unknown preset',
      [['t.json', '{"steps":[{"figure":"pair"},{"figure":"pair","preset":"x"}]}']],
      /Step 2: .*no example called “x”/,
    ],
    ['something hostile', [['t.json', '{"steps":[{"figure":"<img src=x onerror=alert(1)>"}]}']], /<img/],
    ['too much', [['t.json', `{"steps":[${' '.repeat(1_100_000)}]}`]], /1\.1 MB/],
  ] as const;

  it('that hold no talk are explained and change nothing', async () => {
    const { page, problems } = await shareTalk('v=1&step=2');
    for (const [what, files, says] of wrong) {
      await drop(page, ...(files as unknown as [string, string | number[]][]));
      await page.locator('[data-said="problem"]').waitFor();
      expect(await said(page), what).toMatch(says);
      expect(await said(page), what).toMatch(/The talk stays as it was/);
      expect([await at(page), await hash(page)], what).toEqual([2, '#v=1&step=2']);
      await page.locator('[data-action="hush"]').click();
      expect(await page.locator('[data-said]').count(), what).toBe(0);
    }
    expectNoProblems(problems);
  });

  it('a talk is opened, from figure to figure, none of which is seen before it is drawn', async () => {
    const { page, problems } = await shareTalk('v=1&step=2');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await drop(page, [
      'mine.json',
      JSON.stringify({
        title: 'Mine',
        steps: [
          { figure: 'pair', state: 'eps=0.5&a=99', title: 'First', seconds: 30 },
          { figure: 'duo', preset: 'infinity', title: 'Second' },
          { figure: 'pair', state: 'eps=0.25', title: 'Third' },
          { figure: 'ride', title: 'Fourth' },
          { figure: 'pair', state: 'eps=0.05', seconds: 0, animation: 'epsilon' },
        ],
      }),
    ]);
    await page.locator('[data-said="problem"]').waitFor();
    expect(await said(page)).toMatch(/Step 1: a, weight .*99 is out of range; showing 3/);
    expect([await title(page), await hash(page)]).toEqual(['First', '']);
    // The other figure is made ready once the first step is there, which takes half a minute.
    expect(await page.locator('[data-layer="duo"] [data-ready="true"]').count()).toBe(0);
    const worst = await page.evaluate(
      () =>
        new Promise<{ opaque: number; steps: number }>((resolve) => {
          let opaque = 1;
          let steps = 0;
          const look = () => {
            const layers = [...document.querySelectorAll<HTMLElement>('[data-layer]')];
            const drawn = layers.filter((layer) => layer.querySelector('[data-ready="true"]'));
            const seen = drawn.map((layer) => {
              const { opacity, visibility } = getComputedStyle(layer);
              return visibility === 'visible' ? Number(opacity) : 0;
            });
            opaque = Math.min(opaque, Math.max(...seen));
            steps += 1;
            const arrived = document.querySelector('[data-layer="duo"][data-seen="true"]');
            const moving = document.querySelector('[data-moving="true"]');
            if (arrived && !moving) resolve({ opaque, steps });
            else requestAnimationFrame(look);
          };
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
          look();
        }),
    );
    expect(worst.opaque).toBe(1);
    expect([await at(page), await epsilon(page)]).toEqual([2, '0']);
    // What is not seen cannot be reached.
    expect(await page.locator('[data-layer="pair"]').getAttribute('inert')).not.toBeNull();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goBack();
    await rest(page);
    expect([await title(page), await epsilon(page)]).toEqual(['First', '0.5']);
    // What comes next is made ready before it is asked for.
    await press(page, '3', 'Enter');
    await page
      .locator('[data-layer="ride"][data-seen="false"] [data-ready="true"]')
      .waitFor({ state: 'attached', timeout: 60_000 });
    // A step plays its animation once it is there, until the next.
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await press(page, 'End');
    await expect.poll(async () => Number(await epsilon(page)), { timeout: 20_000 }).toBeLessThan(0.045);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await press(page, 'Home');
    expect(await epsilon(page)).toBe('0.5');
    await press(page, 's');
    await page.locator('[data-action="examples"]').click();
    await press(page, 'Escape');
    expectNoProblems(problems);
  });
});

describe('the story in twelve steps', () => {
  it('has an address of its own, in which the step is kept', async () => {
    const { page, problems } = await shareTalk();
    await press(page, 's');
    const address = await page.locator('[data-action="story"]').getAttribute('href');
    expect(address).toBe('?mode=talk&talk=examples/talk.json');
    await page.goto(new URL(`${address}#v=1&step=2`, page.url()).href);
    await arrived(page);
    expect(await page.locator('[data-readout="step"]').textContent()).toBe('2 of 12');
    expect(await title(page)).toBe((JSON.parse(story) as { steps: { title: string }[] }).steps[1]?.title);
    // What the step says stands above its figure, too.
    expect(await page.locator('[data-seen="true"] h2').first().textContent()).toBe(await title(page));
    await press(page, 'PageDown');
    expect(await hash(page)).toBe('#v=1&step=3');
    expectNoProblems(problems);
  });

  it('is not there at another host, or in a file that is no talk: says so, and shows the examples', async () => {
    const { page } = await openPage({
      path: `?mode=talk&talk=${encodeURIComponent('https://example.org/talk.json')}`,
    });
    for (const address of ['', 'favicon.svg', 'nothing.json']) {
      if (address !== '') await page.goto(new URL(`?mode=talk&talk=${address}`, page.url()).href);
      await page.locator('[data-said="problem"]').waitFor();
      expect(await page.locator('[data-readout="step"]').textContent(), address).toMatch(/^1 of \d\d$/);
    }
  });
});
