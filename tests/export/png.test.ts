import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { crc32, pngChunks, textChunk, withWords, wordsOf } from '#export/png';

/** A small picture as an independent encoder writes it. */
function sample(width = 3, height = 2): Uint8Array {
  const png = new PNG({ width, height });
  for (let k = 0; k < png.data.length; k++) png.data[k] = (37 * k) % 256;
  return new Uint8Array(PNG.sync.write(png));
}

describe('chunks of a PNG', () => {
  it('have the checksum of the specification', () => {
    // The end of every PNG: an empty IEND.
    expect(crc32(new TextEncoder().encode('IEND'))).toBe(0xae426082);
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('hold a text with its keyword, uncompressed', () => {
    const chunk = textChunk('Title', 'ε → 0');
    const content = [...chunk.subarray(8, -4)];
    expect(content.slice(0, 10)).toEqual([...new TextEncoder().encode('Title'), 0, 0, 0, 0, 0]);
    expect(new TextDecoder().decode(new Uint8Array(content.slice(10)))).toBe('ε → 0');
    expect(new DataView(chunk.buffer).getUint32(0)).toBe(content.length);
  });

  it('come back as they were written, and leave the pixels alone', () => {
    const plain = sample();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.webUrl(), (title, link) => {
        const written = withWords(plain, { Title: title, Source: link });
        expect(wordsOf(written)).toEqual({ Title: title.replaceAll('\0', ''), Source: link });
        expect(PNG.sync.read(Buffer.from(written)).data).toEqual(PNG.sync.read(Buffer.from(plain)).data);
      }),
      { numRuns: 50 },
    );
  });

  it('say nothing of when the file was made, and are not written twice', () => {
    const once = withWords(sample(), { Title: 'one' });
    const twice = withWords(once, { Title: 'two' });
    expect(pngChunks(twice).map(({ type }) => type)).toEqual(['IHDR', 'iTXt', 'IDAT', 'IEND']);
    expect(wordsOf(twice)).toEqual({ Title: 'two' });
  });

  it('refuses what is no PNG', () => {
    expect(() => pngChunks(new Uint8Array([1, 2, 3]))).toThrow('not a PNG');
  });
});
