// @vitest-environment happy-dom
import { act } from 'react';
import { expect, it, onTestFinished, vi } from 'vitest';
import { activations } from '#math/activation/activation';
import { toPair } from '#math/pair/pair';
import { find, goTo, numbers, openPair, press, settle, type, writtenHash } from './pair-page';

const button = (action: string) => find<HTMLButtonElement>(`[data-action="${action}"]`);
const control = <E extends HTMLElement>(key: string) => find<E>(`[data-param="${key}"]`);

/** Clicks a button and returns the numbers in the boxes. */
async function click(action: string) {
  await act(async () => button(action).click());
  await settle();
  return numbers().boxes;
}

/** Chooses from a list. */
async function choose(key: string, option: string): Promise<void> {
  await act(async () => {
    const list = control<HTMLSelectElement>(key);
    list.value = option;
    list.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settle();
}

it('undo and redo go through every finished change, but not through the camera or the read-out point', async () => {
  const problems = await openPair();
  expect(button('undo').disabled).toBe(true);
  expect(button('redo').disabled).toBe(true);
  await type('c', '1');
  await choose('act', 'tanh');
  // Only the camera differs.
  await goTo('v=1&act=tanh&c=1&cam=20,50,1');
  await type('eps', '0.01');
  await press(control('at'), 'ArrowLeft');
  const camera = new URLSearchParams((await writtenHash()).slice(1)).get('cam');

  expect(await click('undo')).toMatchObject({ eps: 0.3, c: 1 });
  expect(control<HTMLSelectElement>('act').value).toBe('tanh');
  await click('undo');
  expect(control<HTMLSelectElement>('act').value).toBe('softplus');
  expect(await click('undo')).toMatchObject({ eps: 0.3, c: 0.6 });
  expect(button('undo').disabled).toBe(true);
  expect(new URLSearchParams((await writtenHash()).slice(1)).get('cam')).toBe(camera);

  expect(await click('redo')).toMatchObject({ eps: 0.3, c: 1 });
  await click('redo');
  expect(await click('redo')).toMatchObject({ eps: 0.01, c: 1 });
  expect(button('redo').disabled).toBe(true);

  // A new change after an undo forgets what could be redone.
  await click('undo');
  await type('a', '2');
  expect(button('redo').disabled).toBe(true);
  expect(problems).toEqual([]);
});

it('Ctrl+Z undoes and Shift redoes, from anywhere on a page with one figure, but not in a box', async () => {
  const problems = await openPair();
  await type('c', '1');
  const z = async (target: Element, shiftKey = false) => {
    const event = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, shiftKey, bubbles: true });
    await act(async () => void target.dispatchEvent(event));
    await settle();
    return numbers().boxes.c;
  };
  expect(await z(find('[data-param-text="c"]'))).toBe(1);
  expect(await z(document.body)).toBe(0.6);
  expect(await z(button('undo'), true)).toBe(1);
  expect(problems).toEqual([]);
});

it('reset puts everything back, also the camera, and can be undone', async () => {
  const problems = await openPair('v=1&act=relu&eps=0&a=-2&sheets=0&show=gated&cam=10,20,2');
  expect(await click('reset')).toMatchObject({ eps: 0.3, a: 1.2 });
  expect(control<HTMLSelectElement>('act').value).toBe('softplus');
  expect(control<HTMLInputElement>('sheets').checked).toBe(true);
  expect(await writtenHash()).toBe('');
  expect(await click('undo')).toMatchObject({ eps: 0, a: -2 });
  expect(problems).toEqual([]);
});

/** Saves a file by a button and returns its text. */
async function saved(action: string, name: string): Promise<string> {
  const files: Blob[] = [];
  const names: string[] = [];
  const make = vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    files.push(file as Blob);
    return 'blob:saved';
  });
  const follow = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    names.push(this.download);
  });
  await click(action);
  make.mockRestore();
  follow.mockRestore();
  expect(names).toEqual([name]);
  return files[0]?.text() ?? '';
}

it('the data are saved as CSV and JSON, and are the numbers of the mathematics', async () => {
  const problems = await openPair('v=1&act=tanh&eps=0.2&a=-1.5&c=0.5&w=1,-0.5&bias=0.25&dir=30');
  const csv = await saved('data-csv', 'pair.csv');
  const json = JSON.parse(await saved('data-json', 'pair.json')) as {
    figure: string;
    link: string;
    values: Record<string, unknown>;
    tables: { name: string; columns: string[]; rows: number[][] }[];
  };
  expect(json.values).toMatchObject({ act: 'tanh', eps: 0.2, a: -1.5 });
  expect(new URL(json.link).hash).toBe(window.location.hash);

  const tables = csv.split('\n\n').map((table) => {
    const [name = '', columns = '', ...rows] = table.trim().split('\n');
    return {
      name: name.replace('# ', ''),
      columns: columns.split(','),
      rows: rows.map((row) => row.split(',').map(Number)),
    };
  });
  expect(tables).toEqual(json.tables);

  const [surface, error] = tables;
  const column = (row: readonly number[], name: string) =>
    row[surface?.columns.indexOf(name) ?? -1] ?? Number.NaN;
  const { wi, wj, ai, aj } = toPair({
    w: [1, -0.5, 0.25],
    delta: [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6), 0],
    epsilon: 0.2,
    a: -1.5,
    c: 0.5,
  });
  const neuron = (a: number, w: readonly number[], row: readonly number[]) =>
    a *
    activations.tanh.value((w[0] ?? 0) * column(row, 'x1') + (w[1] ?? 0) * column(row, 'x2') + (w[2] ?? 0));
  expect(surface?.rows.length).toBeGreaterThan(1000);
  for (const row of surface?.rows ?? []) {
    expect(column(row, 'neuronI')).toBeCloseTo(neuron(ai, wi, row), 12);
    expect(column(row, 'sum')).toBeCloseTo(neuron(ai, wi, row) + neuron(aj, wj, row), 11);
    expect(column(row, 'sum') - column(row, 'limit')).toBeCloseTo(column(row, 'difference'), 11);
  }
  // The mean error falls with the square of epsilon.
  const mean = (epsilon: number) => error?.rows.find((row) => row[0] === epsilon)?.[1] ?? Number.NaN;
  expect(mean(0.01) / mean(0.001)).toBeCloseTo(100, 0);
  expect(problems).toEqual([]);
});

it('data at epsilon = 0 have no infinite columns', async () => {
  const problems = await openPair('v=1&eps=0');
  const csv = await saved('data-csv', 'pair.csv');
  expect(csv).not.toMatch(/NaN|Infinity|null/);
  expect(await saved('data-json', 'pair.json')).not.toMatch(/NaN|Infinity|null/);
  expect(problems).toEqual([]);
});

it('says so when the browser does not allow copying', async () => {
  await openPair();
  vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('not allowed')) } });
  onTestFinished(() => void vi.unstubAllGlobals());
  await click('copy-link');
  expect(find('.toolbar [role="status"]').textContent).toMatch(/did not allow copying/);
});
