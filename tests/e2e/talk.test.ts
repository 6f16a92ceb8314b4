/** A talk: keys and clickers, the list, files, motion, the address. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths';
import { expectNoProblems, type OpenedPage, openPage, type PageOptions, sharePage } from '../support/page';
import { swipe } from './touch';

const story = readFileSync(join(root, 'public/examples/talk.json'), 'utf8');

async function openTalk(options: PageOptions = {}) {
  const opened = await openPage({
    path: '?mode=talk&figure=pair',
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  await opened.page.locator('[data-layer][data-seen="true"] [data-ready="true"]').waitFor();
  return opened;
}

/** The examples of the pair at a step, with nothing open, in the page that tests share: the history is that of all of them. */
async function shareTalk(step = 1): Promise<OpenedPage> {
  const shared = await sharePage({ path: '?mode=talk&figure=pair', hash: `v=1&step=${step}` });
  const { page } = shared;
  await page.locator('[data-layer="pair"][data-seen="true"] [data-ready="true"]').waitFor();
  await page.evaluate(() => {
    for (const key of ['Escape', 'Escape', 'Escape'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
  await rest(page);
  await expect.poll(() => at(page), { timeout: 10_000 }).toBe(step);
  return shared;
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
  it('goes through the examples by keys and by a clicker', async () => {
    const { page, problems } = await openTalk();
    expect([await at(page), await title(page)]).toEqual([1, 'A gated linear unit is born']);
    expect(await hash(page)).toBe('');
    for (const [key, step] of [
      ['ArrowRight', 2],
      ['PageDown', 3],
      ['Space', 4],
      ['Enter', 5],
      ['ArrowLeft', 4],
      ['PageUp', 3],
      ['Backspace', 2],
      ['End', 9],
      ['ArrowRight', 9],
      ['Home', 1],
      ['PageUp', 1],
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
    expectNoProblems(problems);
  });

  it('keeps each step in the history, and opens at the step of the address', async () => {
    const { page, problems } = await openTalk({ hash: 'v=1&step=3' });
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
      window.location.hash = '#v=1&step=8';
    });
    await rest(page);
    expect(await at(page)).toBe(8);
    await page.reload();
    await page.locator('[data-seen="true"] [data-ready="true"]').waitFor();
    expect(await at(page)).toBe(8);
    expectNoProblems(problems);
  });

  it('says when the address names no step of the talk', async () => {
    const { page } = await openTalk({ hash: 'v=1&step=77' });
    expect(await at(page)).toBe(1);
    expect(await said(page)).toMatch(/no step 77: the talk has 9/);
    await press(page, 'Escape');
    expect(await page.locator('[data-said]').count()).toBe(0);
  });

  it('begins at the example of the query', async () => {
    const { page } = await openTalk({ path: '?mode=talk&figure=pair&preset=relu-cliff' });
    expect([await at(page), await title(page)]).toEqual([4, 'ReLU’s cliff']);
    await press(page, 'PageDown');
    await page.goBack();
    expect(await at(page)).toBe(4);
  });

  it('shows a card when there is no such figure', async () => {
    const { page } = await openPage({ path: '?mode=talk&figure=pear' });
    expect(await page.locator('[data-error="unknown-figure"]').textContent()).toMatch(/pear/);
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

  it('glides from state to state and ends exactly', async () => {
    const { page, problems } = await shareTalk();
    const numbers = (await way(page, 'PageDown')).map(Number);
    expect(numbers[0]).toBe(0.01);
    expect(numbers.at(-1)).toBe(1);
    expect(numbers.length).toBeGreaterThan(4);
    expect(numbers.every((value, k) => k === 0 || value > (numbers[k - 1] ?? 0))).toBe(true);
    expectNoProblems(problems);
  });

  it('goes on from where it is when the next step is asked for on the way', async () => {
    const { page } = await shareTalk();
    for (let k = 0; k < 3; k++) {
      await page.keyboard.press('PageDown');
      await page.waitForTimeout(150);
    }
    await rest(page);
    expect(await at(page)).toBe(4);
    // The fourth example is at infinity.
    expect(await epsilon(page)).toBe('0');
  });

  it('is there at once where motion is unwanted', async () => {
    const { page } = await shareTalk();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const numbers = (await way(page, 'PageDown')).map(Number);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(numbers).toEqual([0.01, 1]);
  });

  it('shows the figure before until the next one is drawn', async () => {
    const { page, problems } = await openTalk({ path: '?mode=talk', hash: 'v=1&step=3' });
    expect(await page.locator('[data-layer="duo"]').getAttribute('data-seen')).toBe('true');
    // It fades in itself.
    const opacity = () =>
      page.locator('[data-layer="duo"]').evaluate((layer) => getComputedStyle(layer).opacity);
    await expect.poll(opacity).toBe('1');
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
            const arrived = document.querySelector('[data-layer="pair"][data-seen="true"]');
            const moving = document.querySelector('[data-moving="true"]');
            if (arrived && !moving) resolve({ opaque, steps });
            else requestAnimationFrame(look);
          };
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
          look();
        }),
    );
    expect(worst.opaque).toBe(1);
    expect(await at(page)).toBe(4);
    expect(await epsilon(page)).toBe('0.01');
    // What is not seen cannot be reached.
    expect(await page.locator('[data-layer="duo"]').getAttribute('inert')).not.toBeNull();
    expectNoProblems(problems);
  });

  it('has the next figure ready before it is asked for', async () => {
    const { page } = await openTalk({ path: '?mode=talk', hash: 'v=1&step=2' });
    await page
      .locator('[data-layer="pair"][data-seen="false"] [data-ready="true"]')
      .waitFor({ state: 'attached', timeout: 60_000 });
    expect(await page.locator('[data-layer]').count()).toBe(2);
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
    await press(page, 'ArrowRight');
    expect(await at(page)).toBe(2);
  });

  it('shows the keys', async () => {
    const { page } = await shareTalk();
    await press(page, '?');
    expect(await page.locator('[data-dialog="keys"]').textContent()).toMatch(/black screen/);
    await press(page, 'Escape');
    expect(await page.locator('[data-dialog="keys"]').count()).toBe(0);
    await press(page, 'PageDown');
    expect(await at(page)).toBe(2);
  });

  it('fills the screen', async () => {
    const { page } = await shareTalk();
    const full = () => page.evaluate(() => document.fullscreenElement !== null);
    await press(page, 'f');
    await expect.poll(full).toBe(true);
    await press(page, 'F5');
    expect(await full()).toBe(true);
    await press(page, 'f');
    await expect.poll(full).toBe(false);
  });
});

describe('the bar', () => {
  it('is seen while the mouse moves, and not while a control is used', async () => {
    const { page } = await shareTalk();
    const visible = () => page.locator('.talk-bar').getAttribute('data-visible');
    await expect.poll(visible, { timeout: 10_000 }).toBe('false');
    await page.mouse.move(600, 300);
    await page.mouse.move(620, 320);
    expect(await visible()).toBe('true');
    const slider = await page.locator('[data-seen="true"] [data-param="eps"]').boundingBox();
    if (!slider) throw new Error('there is no slider');
    await page.mouse.move(slider.x + 100, slider.y + slider.height / 2);
    await page.mouse.down();
    await page.mouse.move(slider.x + 200, slider.y + slider.height / 2, { steps: 5 });
    expect(await visible()).toBe('false');
    await page.mouse.up();
    // Where it is, it is not over the control.
    const bar = await page.locator('.talk-bar').boundingBox();
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThan(slider.y);
  });

  /** The bar is inside a window of this size, and its buttons are large enough. */
  async function expectBarFits(page: Page, { width, height }: { width: number; height: number }) {
    await page.setViewportSize({ width, height });
    if (width < 500) await page.touchscreen.tap(width / 2, height / 3);
    else {
      await page.mouse.move(300, 300);
      await page.mouse.move(310, 310);
    }
    await page.locator('.talk-bar[data-visible="true"]').waitFor();
    const bar = await page.locator('.talk-bar').boundingBox();
    expect(bar?.x ?? -1).toBeGreaterThanOrEqual(0);
    expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeLessThanOrEqual(width);
    const sides = await page
      .locator('.talk-bar button')
      .evaluateAll((all) => all.flatMap((one) => [one.clientWidth, one.clientHeight]));
    expect(Math.min(...sides)).toBeGreaterThanOrEqual(42);
    await page.locator('[data-action="next"]').click();
    expect(await at(page)).toBe(2);
    await page.locator('[data-action="list"]').click();
    await page.locator('[data-step="5"] .talk-list-step').click();
    expect(await at(page)).toBe(5);
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(scrolls).toBe(false);
  }

  it('fits windows of all sizes, with buttons for fingers', async () => {
    for (const size of [
      { width: 1920, height: 1080 },
      { width: 1024, height: 768 },
    ]) {
      const { page, problems } = await shareTalk();
      await expectBarFits(page, size);
      expectNoProblems(problems);
    }
  });

  it('fits a telephone, and steps when a finger comes in from the edge, and only then', async () => {
    const size = { width: 390, height: 844 };
    const { page, problems } = await openTalk({ viewport: size, touch: true });
    await swipe(page, { from: { x: 385, y: 300 }, to: { x: 250, y: 310 } });
    expect(await at(page)).toBe(2);
    await rest(page);
    await swipe(page, { from: { x: 5, y: 300 }, to: { x: 140, y: 290 } });
    expect(await at(page)).toBe(1);
    await swipe(page, { from: { x: 250, y: 300 }, to: { x: 120, y: 300 } });
    await swipe(page, { from: { x: 385, y: 200 }, to: { x: 380, y: 420 } });
    expect(await at(page)).toBe(1);
    await expectBarFits(page, size);
    expectNoProblems(problems);
  });
});

describe('the list', () => {
  it('shows the steps beside the figure, marks the one that is shown, and goes to another', async () => {
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
    expectNoProblems(problems);
  });

  it('gives the focus back to where it was', async () => {
    const { page } = await shareTalk();
    await page.locator('[data-seen="true"] [data-param="cam"]').focus();
    await press(page, 's');
    // The list has the focus, and the talk its keys.
    await press(page, 'ArrowRight');
    expect(await at(page)).toBe(2);
    await press(page, 's');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-param'))).toBe('cam');
  });

  it('makes a talk of views, which is saved as a file that opens again', async () => {
    const { page, problems } = await openTalk();
    await press(page, 's');
    const box = page.locator('[data-seen="true"] [data-param-text="eps"]');
    await box.fill('0.0625');
    await box.press('Enter');
    await page.locator('[data-action="new-talk"]').click();
    await box.fill('0.5');
    await box.press('Enter');
    await page.locator('.talk-list h2').click();
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
    expectNoProblems(problems);
  });
});

describe('dropped files', () => {
  const png = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0];
  const wrong = [
    ['a picture', [['talk.json', png]], /“talk.json” is a picture/],
    ['nothing in it', [['talk.json', '']], /is empty/],
    [
      'two files',
      [
        ['a.json', '{}'],
        ['b.json', '{}'],
      ],
      /2 files/,
    ],
    ['no JSON', [['notes.txt', 'Dear audience']], /not JSON/],
    ['no talk', [['package.json', '{"name":"x"}']], /no list “steps”/],
    [
      'an unknown figure',
      [['t.json', '{"steps":[{"figure":"pear"}]}']],
      /Step 1: there is no figure called “pear”/,
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
    const { page, problems } = await shareTalk(2);
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

  it('a talk is opened, from figure to figure, and what was put right is named', async () => {
    const { page, problems } = await openTalk();
    await press(page, 'PageDown');
    await drop(page, [
      'mine.json',
      JSON.stringify({
        title: 'Mine',
        steps: [
          { figure: 'pair', state: 'eps=0.5&a=99', title: 'First' },
          { figure: 'duo', preset: 'infinity', title: 'Second' },
        ],
      }),
    ]);
    await page.locator('[data-said="problem"]').waitFor();
    expect(await said(page)).toMatch(/Step 1: a, weight .*99 is out of range; showing 3/);
    await rest(page);
    expect([await title(page), await epsilon(page), await hash(page)]).toEqual(['First', '0.5', '']);
    await press(page, 'PageDown');
    await page.locator('[data-layer="duo"][data-seen="true"]').waitFor();
    expect(await epsilon(page)).toBe('0');
    await page.goBack();
    await rest(page);
    expect(await title(page)).toBe('First');
    expectNoProblems(problems);
  });

  it('a step plays its animation once it is there', async () => {
    const { page } = await openTalk();
    await drop(page, [
      't.json',
      '{"steps":[{"figure":"pair","state":"eps=0.5","seconds":0,"animation":"epsilon"},{"figure":"pair","state":"eps=0.2"}]}',
    ]);
    await page.locator('[data-said="done"]').waitFor();
    await expect.poll(() => epsilon(page), { timeout: 20_000 }).toMatch(/^0\.0\d/);
    await press(page, 'PageDown');
    expect(await epsilon(page)).toBe('0.2');
  });
});

describe('the story in ten steps', () => {
  it('has an address of its own, in which the step is kept', async () => {
    const { page, problems } = await openTalk();
    await press(page, 's');
    await page.locator('[data-action="story"]').click();
    await page.locator('[data-seen="true"] [data-ready="true"]').waitFor();
    expect(new URL(page.url()).search).toBe('?mode=talk&talk=examples/talk.json');
    expect(await page.locator('[data-readout="step"]').textContent()).toBe('1 of 10');
    await press(page, 'PageDown');
    expect(await hash(page)).toBe('#v=1&step=2');
    expect(await title(page)).toBe((JSON.parse(story) as { steps: { title: string }[] }).steps[1]?.title);
    await page.reload();
    await page.locator('[data-seen="true"] [data-ready="true"]').waitFor();
    expect(await at(page)).toBe(2);
    expectNoProblems(problems);
  });

  it.each(['nothing.json', 'https://example.org/talk.json'])(
    'says when there is no talk at %s',
    async (address) => {
      const { page } = await openTalk({ path: `?mode=talk&talk=${encodeURIComponent(address)}` });
      await page.locator('[data-said="problem"]').waitFor();
      expect(await page.locator('[data-readout="step"]').textContent()).toMatch(/^1 of \d\d$/);
    },
  );
});
