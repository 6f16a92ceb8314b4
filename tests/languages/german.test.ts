import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { texts } from '#languages/de';
import { messages } from '#languages/de/messages';
import { messageInLanguage, register } from '#ui/language';
import { root } from '../../scripts/lib/paths';
import { argumentsOf, english, leaves, spoken } from '../support/texts';

const { messages: _, ...german } = texts;
const pairs = Object.keys(english).flatMap((name) => {
  const [from, to] = [english, german].map((all) => leaves(all[name as keyof typeof all], name));
  return (from ?? []).map((leaf, k) => ({ leaf, translated: to?.find(({ path }) => path === leaf.path), k }));
});

/** Names, symbols, and words that are the same in both languages. */
const same: ReadonlySet<string> = new Set([
  ...['Minima at Infinity', 'English', 'Deutsch', 'Pause', 'linear', 'Format', 'Link', 'Esc'],
  ...['epsilon', 'trajectory', 'ride', 'SGD', 'Adam', 'cos(Δ, w)', '−cos(Δ, w)', 'c σ(wx)', 'a x σ′(wx)'],
  ...['PNG', 'SVG', 'PDF', 'MP4', 'WebM', 'GIF', 'CSV', 'JSON', 'AV1', 'VP9', 'VP8'],
  ...['iframe', 'Moodle, Canvas', 'Quarto', 'MyST', 'reveal.js', 'Jupyter', 'Markdown', 'LaTeX', 'BibTeX'],
]);

describe('the German dictionary', () => {
  it('has exactly the texts that there are', () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
    for (const name of Object.keys(english) as (keyof typeof english)[]) {
      expect(leaves(german[name], name).map(({ path }) => path)).toEqual(
        expect.arrayContaining(leaves(english[name], name).map(({ path }) => path)),
      );
      expect(leaves(german[name], name).length).toBe(leaves(english[name], name).length);
    }
  });

  it('says everything otherwise than in English, but for names and symbols', () => {
    const untranslated = pairs.filter(
      ({ leaf, translated }) =>
        typeof leaf.value !== 'number' &&
        spoken(leaf) === (translated && spoken(translated)) &&
        /\p{L}{2}/u.test(spoken(leaf)) &&
        !same.has(spoken(leaf)),
    );
    expect(untranslated.map(({ leaf }) => leaf.path)).toEqual([]);
  });

  it('leaves nothing empty, and no gap where something is to be named', () => {
    for (const { leaf, translated } of pairs) {
      const [from, to] = [spoken(leaf), translated ? spoken(translated) : ''];
      expect(to, leaf.path).not.toMatch(/undefined|\[object|NaN/);
      expect(to === '', leaf.path).toBe(from === '');
      expect(typeof translated?.value, leaf.path).toBe(typeof leaf.value);
      for (const argument of argumentsOf(leaf)) {
        if (from.includes(argument)) expect(to.toLowerCase(), leaf.path).toContain(argument);
      }
    }
  });

  it('quotes as German does', () => {
    for (const { translated } of pairs) {
      expect(translated && spoken(translated), translated?.path).not.toMatch(/“[^„]*”|^[^„]*“|"\p{L}+ /u);
    }
  });

  it('counts one thing and several', () => {
    const { counts } = german['landscape/panels'].spectrum;
    for (const negative of [0, 1, 2]) {
      for (const flat of [0, 1, 2]) expect(counts(negative, flat)).not.toMatch(/undefined/);
    }
    expect(german.ride.position(1, '1', '2')).toContain('1 Sprung:');
    expect(german.ride.position(2, '1', '2')).toContain('2 Sprüngen:');
  });
});

describe('the sentences of the mathematics', () => {
  afterEach(() => register());

  const source = ['math', 'workers', 'scene']
    .flatMap((folder) =>
      readdirSync(join(root, 'src', folder), { recursive: true }).map((file) =>
        join(root, 'src', folder, String(file)),
      ),
    )
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
    .toLowerCase();

  it.each(messages.map(([pattern]) => [pattern.source] as const))('has one like %s', (pattern) => {
    const plain = pattern
      .replace(/^\^|\$$/g, '')
      .replaceAll('\\.', '.')
      .replaceAll('\\(', '⟨')
      .replaceAll('\\)', '⟩');
    const pieces = plain
      .split(/\([^()]*(?:\([^()]*\)[^()]*)*\)|\. |[⟨⟩]/)
      .filter((piece) => piece.length > 5);
    expect(pieces.length).toBeGreaterThan(0);
    for (const piece of pieces) expect(source).toContain(piece.toLowerCase());
  });

  it.each([
    [
      'not the minus side of this saddle line leads into a channel; copy another neuron, change the seed, or find another channel',
      'Minusseite',
    ],
    [
      'Neither side of this saddle line leads into a channel; copy another neuron, change the seed, or find another channel.',
      'Keine Seite',
    ],
    [
      'at epsilon = 9.2e-7 64-bit numbers end: the sharpness hides all other curvature. Go the rest of the way to infinity directly',
      '9,2e-7',
    ],
    ['The computation broke off. It was started anew.', 'abgebrochen'],
  ])('%s', (message, part) => {
    expect(messageInLanguage(message)).toBe(message);
    register(texts, 'de');
    const said = messageInLanguage(message);
    expect(said).toContain(part);
    expect(said).not.toMatch(/undefined|channel|started/);
  });

  it('leave what is not known in English', () => {
    register(texts, 'de');
    expect(messageInLanguage('something else')).toBe('something else');
  });
});
