import { describe, expect, it } from 'vitest';
import { formulas, tripleFormulas } from '#ui/formulas';
import { setFormulas } from '../../scripts/lib/formulas';

describe('formulas set at build', () => {
  const { html, triple, css } = setFormulas();
  const all = [...Object.values(html), ...Object.values(triple)];

  it('are all there, with MathML for those who do not see them', () => {
    expect(Object.keys(html)).toEqual(Object.keys(formulas));
    expect(Object.keys(triple)).toEqual(Object.keys(tripleFormulas));
    for (const set of all) {
      expect(set).toContain('<math');
      expect(set).not.toContain('katex-error');
    }
  });

  it('have rules instead of style attributes, one for each class that they name', () => {
    const named = new Set(all.flatMap((set) => set.match(/\bkx\d+\b/g) ?? []));
    const ruled = new Set(css.match(/\bkx\d+\b/g));
    expect(named.size).toBeGreaterThan(3);
    expect(ruled).toEqual(named);
    for (const set of all) expect(set).not.toMatch(/\sstyle=/);
    // Only our own rules: nothing that could end one and begin another.
    for (const line of css.split('\n').filter((one) => one.includes('.kx'))) {
      expect(line).toMatch(/^\.katex( ?\.kx\d+)+\{[\w\s:;.-]+\}$/);
    }
  });

  it('keep the places of live numbers and the colours of symbols', () => {
    for (const slot of ['ai', 'aj']) expect(html.pairNumbers).toContain(`data-slot="${slot}"`);
    expect(html.pairLimit).toContain('tex-epsilon');
  });
});
