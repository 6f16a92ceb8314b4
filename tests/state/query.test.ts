import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuery } from '#state/query';

const nothing = { figure: undefined, embed: false, theme: 'auto' };

describe('the query', () => {
  it.each([
    ['', nothing],
    ['?figure=pair&embed=1&theme=dark', { figure: 'pair', embed: true, theme: 'dark' }],
    ['?theme=light', { ...nothing, theme: 'light' }],
    ['?theme=blue', nothing],
    ['?theme=Dark', nothing],
    ['?embed=0', nothing],
    ['?embed', nothing],
    ['?utm_source=mail', nothing],
  ])('%j is read for what it says and no more', (search, expected) => {
    expect(readQuery(search)).toEqual(expected);
  });

  it('never breaks the page', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['auto', 'light', 'dark']).toContain(readQuery(`?theme=${text}&${text}`).theme);
      }),
    );
  });
});
