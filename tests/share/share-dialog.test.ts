// @vitest-environment happy-dom
/** What the dialog says and does, without layout and without its preview. */
import { act } from 'react';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { fill, find, openPair, press, settle, textBox } from '../app/pair-page';

const copied: string[] = [];
const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const chosen = () => find('[role="tab"][aria-selected="true"]');
const snippet = (name: string) => find<HTMLTextAreaElement>(`textarea[data-snippet="${name}"]`);
const said = () => all('[data-dialog="share"] [role="status"]').map(({ textContent }) => textContent);

/** Finds the element with these words. */
function named(selector: string, words: string | RegExp): HTMLElement {
  const found = all(selector).find(({ textContent }) =>
    typeof words === 'string' ? textContent === words : words.test(textContent),
  );
  if (!found) throw new Error(`no ${selector} says ${words}`);
  return found;
}

async function click(target: HTMLElement): Promise<void> {
  await act(async () => target.click());
  await settle();
}

/** Opens the dialog of the figure, at a tab. */
async function openShare(name: string, hash = 'v=1&act=tanh&eps=0.02', query = '?figure=pair') {
  const problems = await openPair(hash, query);
  await openDialog(name);
  return problems;
}

/** Presses what opens a dialog. */
async function openBy(button: HTMLElement, dialog: string): Promise<void> {
  const testing = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };
  // The dialog's code loads outside of `act`.
  testing.IS_REACT_ACT_ENVIRONMENT = false;
  button.click();
  await vi.waitFor(() => find(`[data-dialog="${dialog}"]`), { timeout: 30_000 });
  testing.IS_REACT_ACT_ENVIRONMENT = true;
}

async function openDialog(name: string): Promise<void> {
  await openBy(find('[data-action="share"]'), 'share');
  if (!all('[role="tab"]').some(({ textContent }) => textContent === name))
    await click(named('button', 'More'));
  await click(named('[role="tab"]', name));
}

/** Gives the browser abilities that it has not here, or takes them away. */
function stubNavigator(abilities: object): void {
  vi.stubGlobal('navigator', abilities);
  onTestFinished(() => void vi.unstubAllGlobals());
}

beforeEach(() => {
  copied.length = 0;
});

it('keys go through all tabs, each with texts that are copied as they stand', async () => {
  const problems = await openShare('Link');
  stubNavigator({ clipboard: { writeText: async (text: string) => void copied.push(text) } });
  chosen().focus();
  const seen: string[] = [];
  expect(all('[role="tab"]').map(({ textContent }) => textContent)).toEqual(['Link', 'iframe', 'Picture']);
  for (let k = 0; k < 13; k++) {
    const tab = chosen();
    expect(all('[role="tab"]').indexOf(tab)).toBe(k);
    expect(document.activeElement).toBe(tab);
    expect(find('[role="tabpanel"]').getAttribute('aria-labelledby')).toBe(tab.id);
    const boxes = all('[role="tabpanel"] textarea') as HTMLTextAreaElement[];
    const buttons = all('[role="tabpanel"] button').filter((one) => /^Copy/.test(one.textContent));
    expect(buttons).toHaveLength(boxes.length);
    for (const [k, button] of buttons.entries()) {
      await click(button);
      const noun = button.textContent.replace('Copy the ', '');
      expect(said()).toContain(`Copied: the ${noun}.`);
      expect(copied.at(-1)).toBe(boxes[k]?.value);
      expect(copied.at(-1)?.length).toBeGreaterThan(10);
    }
    seen.push(...boxes.map(({ dataset }) => dataset.snippet ?? ''));
    chosen().focus();
    await press(chosen(), 'ArrowDown');
  }
  expect(chosen().textContent).toBe('Link');
  expect(seen.sort()).toEqual(
    [
      ...['link', 'iframe', 'address', 'element', 'quarto', 'myst', 'slide', 'background', 'jupyter'],
      ...['markdown', 'latex', 'bibtex', 'paper'],
    ].sort(),
  );
  await press(chosen(), '2');
  expect(chosen().textContent).toBe('iframe');
  expect(document.activeElement).toBe(chosen());
  expect(problems).toEqual([]);
});

it('marks the text where the browser refuses to copy', async () => {
  await openShare('Link');
  stubNavigator({
    clipboard: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
  });
  await click(named('button', 'Copy the link'));
  expect(said().join(' ')).toMatch(/did not allow/);
  const box = snippet('link');
  expect(box.value.slice(box.selectionStart, box.selectionEnd)).toBe(box.value);
  expect(document.activeElement).toBe(box);
});

it.each([true, false])(
  'hands the link to the device where there is a way, and only there: %s',
  async (can) => {
    const sent: unknown[] = [];
    stubNavigator(can ? { share: async (data: unknown) => void sent.push(data) } : {});
    await openShare('Link');
    const buttons = all('button').filter(({ textContent }) => textContent === 'Send …');
    expect(buttons).toHaveLength(can ? 1 : 0);
    if (!can) return;
    for (const button of buttons) await click(button);
    expect(sent).toEqual([{ title: 'Two neurons become a gated linear unit', url: snippet('link').value }]);
  },
);

let link: URL | undefined;

it('the link is that of the figure alone, without the theme and the start of this page', async () => {
  await openShare('Link', 'v=1&act=tanh', '?figure=pair&theme=dark&preset=apart&lock=c');
  link = new URL(snippet('link').value);
  expect(link.search).toBe('?figure=pair');
  // The preset's values are not defaults, so they are in the link.
  const state = new URLSearchParams(link.hash.slice(1));
  expect([state.get('eps'), state.get('act')]).toEqual(['1', 'tanh']);
  await vi.waitFor(() => expect(snippet('page').value).toBe(window.location.href));
});

it('that link shows the same numbers to whoever opens it', async () => {
  if (!link) throw new Error('there is no link');
  await openPair(link.hash.slice(1), link.search);
  expect(textBox('eps').value).toBe('1');
  expect(find<HTMLSelectElement>('[data-param="act"]').value).toBe('tanh');
});

it('the link of a page with one figure in its plain form is there once', async () => {
  await openShare('Link');
  expect(all('textarea').map(({ dataset }) => dataset.snippet)).toEqual(['link']);
});

it('the QR code gives way to a sentence when the link is too long', async () => {
  await openPair();
  // As on a site deep inside other folders.
  history.replaceState(null, '', `/${'folder/'.repeat(150)}?figure=pair`);
  await openDialog('QR code');
  expect(find('[role="tabpanel"]').textContent).toMatch(/too many for a QR code/);
  expect(all('[role="tabpanel"] [role="img"]')).toEqual([]);
});

it('the builder keeps what is no size in its box, and says so', async () => {
  await openShare('iframe');
  const source = () => snippet('iframe').value;
  const before = source();
  const [width] = all('[role="tabpanel"] input[inputmode="numeric"]') as HTMLInputElement[];
  if (!width) throw new Error('no box for the width');
  await fill(width, '90');
  expect(find('[role="tabpanel"] [role="alert"]').textContent).toMatch(/240 to 7680/);
  expect(source()).toBe(before);
  await press(width, 'Escape');
  expect(width.value).toBe('1080');
  await fill(width, '700');
  expect(source()).toContain('width="700"');
  expect(all('[role="tabpanel"] [role="alert"]')).toEqual([]);
});

it('leads on to the export of pictures', async () => {
  const problems = await openShare('Picture');
  await openBy(named('[role="tabpanel"] button', 'Export …'), 'export');
  expect(all('[data-dialog="share"]')).toEqual([]);
  expect(all('[data-dialog="export"] details:not([open]) [data-field="format"]')).toHaveLength(4);
  expect(all('[data-dialog="export"] [data-field="format"]')).toHaveLength(9);
  expect(problems).toEqual([]);
});
