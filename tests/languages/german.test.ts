import { describe, expect, it } from 'vitest';
import { texts } from '#languages/de';
import { argumentsOf, english, leaves, spoken } from '../support/texts';

const german = texts;
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
