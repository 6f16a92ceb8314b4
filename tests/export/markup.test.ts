import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberText, paintAttributes, readColour } from '#export/colour';
import { element, escapeXml } from '#export/markup';

describe('text for an SVG', () => {
  it('has no sign that begins or ends something', () => {
    expect(escapeXml('a < b & "c" > d')).toBe('a &lt; b &amp; &quot;c&quot; &gt; d');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeXml(text);
        const isSafe = !/[<>"]|&(?!(lt|gt|amp|quot);)/.test(escaped);
        // What no XML document may hold.
        return isSafe && !/(?![\t\n\r])\p{Cc}|\p{Surrogate}/u.test(escaped);
      }),
    );
  });

  it('leaves out attributes that are not given', () => {
    expect(element('line', { x1: '0', stroke: undefined })).toBe('<line x1="0"/>');
    expect(element('text', { x: '1' }, 'a')).toBe('<text x="1">a</text>');
  });
});

describe('colours', () => {
  it.each([
    ['rgb(251, 250, 246)', '#fbfaf6', 1],
    ['rgba(0, 0, 0, 0.2)', '#000000', 0.2],
    ['color(srgb 1 0.5 0 / 0.35)', '#ff8000', 0.35],
    ['rgba(0, 0, 0, 0)', '#000000', 0],
  ])('reads %s', (computed, colour, alpha) => {
    expect(readColour(computed)).toEqual({ colour, alpha });
  });

  it.each(['none', 'currentcolor', 'url("#a")', ''])('takes “%s” for no colour', (computed) => {
    expect(readColour(computed)).toBeUndefined();
  });

  it('names the opacity only of what is seen through', () => {
    expect(paintAttributes('fill', { colour: '#102030', alpha: 1 })).toEqual({ fill: '#102030' });
    expect(paintAttributes('stroke', { colour: '#102030', alpha: 0.5 })).toEqual({
      stroke: '#102030',
      'stroke-opacity': '0.5',
    });
  });

  it('never writes a number that is none', () => {
    expect(numberText(1 / 3)).toBe('0.333');
    expect(numberText(-0.0001)).not.toContain('e');
    expect(() => numberText(Number.NaN)).toThrow(RangeError);
    expect(() => numberText(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});
