// @vitest-environment happy-dom
import fc from 'fast-check';
import { act } from 'react';
import { expect, it, onTestFinished } from 'vitest';
import { pairSchema } from '#figures/pair/schema';
import { find, goTo, numbers, openPair, writtenHash } from './pair-page';

/** The keys that the notices name, and their sentences. */
function notices(): { readonly keys: string; readonly text: string } {
  const strip = document.querySelector<HTMLElement>('[data-notices]');
  return { keys: strip?.dataset.notices ?? '', text: strip?.textContent ?? '' };
}

it('names what it could not show as asked, shows the nearest it can, and mends the address', async () => {
  const problems = await openPair(
    'v=1&eps=7&a=abc&c=1e999&w=1&act=<b>x</b>&dir=900&show=everything&sheets=2&bias=1&cam=0,0,99&foo=bar',
  );
  const { keys, text } = notices();
  expect(keys.split(' ').sort()).toEqual(
    ['a', 'act', 'c', 'cam', 'dir', 'eps', 'sheets', 'show', 'w'].sort(),
  );
  expect(text).toContain('“abc” is not a value');
  expect(text).toContain('7 is out of range; showing 1');
  expect(text).toContain('<b>x</b>');
  expect(text).not.toContain('foo');
  expect(numbers().boxes).toMatchObject({ eps: 1, a: 1.2, c: 6, dir: 180, bias: 1 });
  const mended = await writtenHash();
  expect(mended).toBe('#v=1&eps=1&c=6&bias=1&dir=180&cam=0,0,4');
  await act(async () => find('[data-notices] button').click());
  expect(notices().keys).toBe('');
  expect(problems).toEqual([]);
});

it('says when a link is of another version, and when there is no such figure', async () => {
  const problems = await openPair('v=7&eps=0.5', '?figure=pairs', 'duo');
  const all = [...document.querySelectorAll('[data-notices]')].map(({ textContent }) => textContent);
  expect(all.join(' ')).toContain('There is no figure called “pairs”');
  expect(all.join(' ')).toContain('version 7');
  expect(problems).toEqual([]);
});

it('says in an embed, in the colours asked for, when there is no such figure', async () => {
  onTestFinished(() => {
    delete document.documentElement.dataset.theme;
  });
  await openPair('', '?figure=pairs&embed=1&theme=dark');
  expect(find('[data-error="unknown-figure"]').textContent).toContain('no figure called “pairs”');
  expect(document.documentElement.dataset.theme).toBe('dark');
});

/** Values as links have them when people, mail programs and machines have been at them. */
const broken = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.double().map(String),
  fc.constantFrom('NaN', '-0', 'Infinity', '1e-400', '%', '%E0%A4%A', '__proto__', ',', '1,,2', '0x1', '1e9'),
  fc.array(fc.double(), { maxLength: 4 }).map((entries) => entries.join(',')),
  fc.constantFrom('relu', 'cube', 'neuronI', 'difference', '1', '0', '0.001'),
);
const key = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...Object.keys(pairSchema)) },
  { weight: 1, arbitrary: fc.constantFrom('v', 'constructor', '') },
  { weight: 1, arbitrary: fc.string({ maxLength: 5 }) },
);
const hashes = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .array(
        fc.tuple(key, broken).map((entry) => entry.join('=')),
        { maxLength: 6 },
      )
      .map((e) => e.join('&')),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
);

it('whatever the hash: no exception, no NaN on the page, and it goes on working', async () => {
  const problems = await openPair();
  await fc.assert(
    fc.asyncProperty(hashes, async (hash) => {
      await goTo(hash);
      const figure = find('[data-figure]');
      const attributes = [...figure.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes].map(({ value }) => value),
      );
      expect(figure.textContent.length).toBeGreaterThan(500);
      expect(figure.textContent).not.toMatch(/NaN|undefined/);
      expect(attributes.join('\n')).not.toMatch(/NaN|undefined/);
      expect(problems).toEqual([]);
      const { eps = Number.NaN, a = Number.NaN } = numbers().boxes;
      expect(eps >= 0 && eps <= 1 && Math.abs(a) <= 3).toBe(true);
    }),
    { numRuns: 25 },
  );
  await goTo('v=1&eps=0.25');
  expect(numbers().boxes).toMatchObject({ eps: 0.25, a: 1.2, gap: 4.8 });
});
