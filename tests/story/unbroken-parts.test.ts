import { describe, expect, it } from 'vitest';
import { withWholeParts } from '#story/parts/tex/unbroken-parts';
import { createTypesetter } from '../../scripts/lib/typesetter';

const { set } = createTypesetter('test');

describe('a formula in a line', () => {
  it('stays whole when it is short', () => {
    expect(withWholeParts(set('a=0'))).toContain('<span class="tex-whole">');
    expect(withWholeParts(set('a'))).toBe(set('a'));
  });

  it('is not broken within brackets', () => {
    const html = withWholeParts(set('c\\,f(w\\cdot x)+a\\,(v\\cdot x)\\,g(w\\cdot x)'));
    expect(html.match(/<span class="tex-whole">/g)?.length).toBe(2);
    // Nothing is lost, and every element ends.
    expect(html.replaceAll('<span class="tex-whole">', '').replace(/<\/?span[^>]*>/g, '')).toBe(
      set('c\\,f(w\\cdot x)+a\\,(v\\cdot x)\\,g(w\\cdot x)').replace(/<\/?span[^>]*>/g, ''),
    );
    expect(html.match(/<span/g)?.length).toBe(html.match(/<\/span>/g)?.length);
  });
});
