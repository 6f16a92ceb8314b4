import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { landscapeSchema } from '#figures/landscape/schema';
import { pairSchema } from '#figures/pair/schema';
import { figureLink } from '#share/address';
import { type QrCode, qrCode, qrPath, qrSvg } from '#share/qr';
import { encodeValues } from '#state/codec';
import type { Schema, Values } from '#state/schema';
import { statesOf } from '../support/arbitrary';
import { readQr } from '../support/read-qr';
import { plain } from './shared';

/** Paints the rectangles of a path, four pixels a module, as an SVG would: black on white. */
function paint(code: QrCode): { pixels: Uint8Array; side: number } {
  const scale = 4;
  const side = code.length * scale;
  const pixels = new Uint8Array(side * side * 4).fill(255);
  for (const [, x = '', y = '', width = ''] of qrPath(code).matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(width)) * scale; column++) {
        pixels.fill(0, 4 * (row * side + column), 4 * (row * side + column) + 3);
      }
    }
  }
  return { pixels, side };
}

/** What a camera reads of a text's code. */
function seen(text: string): string | undefined {
  const code = qrCode(text);
  if (!code) return undefined;
  const { pixels, side } = paint(code);
  return readQr({ data: pixels, width: side, height: side });
}

function links<S extends Schema>(schema: S): fc.Arbitrary<string> {
  return statesOf(schema).map((values: Values<S>) =>
    figureLink({ ...plain, state: encodeValues(schema, values) }),
  );
}

describe('the QR code of a link', () => {
  it.each([
    ['pair', pairSchema],
    ['landscape', landscapeSchema],
  ] as const)('is read as that link, for any state of the figure %s', (_id, schema) => {
    fc.assert(
      fc.property(links(schema as Schema), (link) => {
        expect(seen(link)).toBe(link);
      }),
      { numRuns: 12 },
    );
  });

  it('has four light modules around it', () => {
    const code = qrCode(figureLink(plain)) ?? [];
    const inside = code.slice(4, -4).map((row) => row.slice(4, -4));
    const dark = (rows: QrCode) => rows.flat().filter(Boolean).length;
    expect(dark(inside)).toBe(dark(code));
    // The corners of the finder patterns touch the margin.
    expect([inside[0]?.[0], inside[0]?.at(-1), inside.at(-1)?.[0]]).toEqual([true, true, true]);
  });

  it('is refused beyond what telephones read off a screen', () => {
    const side = (letters: number) => qrCode('x'.repeat(letters))?.length;
    // Version 25 holds 997 letters with 15 % to spare.
    expect(side(997)).toBe(117 + 8);
    expect(side(998)).toBeUndefined();
  });

  it('as a file has a title and is dark on light', () => {
    const svg = qrSvg(qrCode('x') ?? [], 'Two neurons & more');
    expect(svg).toContain('<title>Two neurons &amp; more</title>');
    const [light, dark] = [...svg.matchAll(/fill="(#[\da-f]{6})"/g)].map(([, colour]) => colour ?? '');
    const sum = (colour = '') =>
      Number.parseInt(colour.slice(1, 3), 16) + Number.parseInt(colour.slice(3, 5), 16);
    expect(sum(light)).toBeGreaterThan(2 * 0xe0);
    expect(sum(dark)).toBeLessThan(2 * 0x30);
  });
});
