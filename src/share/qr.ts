/** A link as a QR code: dark on light in every theme, for that is what cameras look for. */
import { encode } from 'uqr';
import { palettes } from '#ui/theme';
import { html } from './escape';

/** The light margin that the standard asks for, in modules. */
const QUIET_ZONE = 4;

/** Beyond this version (117 modules a side) telephones do not read a code off a screen. */
const MAX_VERSION = 25;

/** Modules by row and column, with the margin; true is dark. */
export type QrCode = readonly (readonly boolean[])[];

const { ink: dark, raised: light } = palettes.light;

/** The code of a text, readable with 15 % of it covered; undefined when the text is too long to be read off a screen. */
export function qrCode(text: string): QrCode | undefined {
  try {
    return encode(text, { ecc: 'M', border: QUIET_ZONE, maxVersion: MAX_VERSION }).data;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The dark modules as the path of an SVG whose unit is a module: one rectangle for each run in a row. */
export function qrPath(code: QrCode): string {
  const runs = code.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      return `M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}z`;
    }),
  );
  return runs.join('');
}

/** A file of SVG with the code, ten units a module. */
export function qrSvg(code: QrCode, title: string): string {
  const side = code.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side * 10}" height="${side * 10}" shape-rendering="crispEdges">`,
    `<title>${html(title)}</title>`,
    `<path fill="${light}" d="M0 0h${side}v${side}H0z"/>`,
    `<path fill="${dark}" d="${qrPath(code)}"/>`,
    '</svg>\n',
  ].join('');
}

/**
 * A PNG of the code with whole pixels for each module.
 * @param least pixels that a side has at least
 */
export async function qrPng(code: QrCode, least = 1024): Promise<Blob | null> {
  const pixels = Math.ceil(least / code.length);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = code.length * pixels;
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.scale(pixels, pixels);
  context.fillStyle = light;
  context.fillRect(0, 0, code.length, code.length);
  context.fillStyle = dark;
  context.fill(new Path2D(qrPath(code)));
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
