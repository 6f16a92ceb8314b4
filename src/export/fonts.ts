/**
 * The typefaces of a picture as a style sheet with the files in it: an SVG that is shown as an image, or that leaves the
 * page, can load nothing.
 */
import type { Typeface } from './picture';

interface Face {
  readonly family: string;
  readonly style: string;
  /** Lowest and highest weight. */
  readonly weights: readonly [number, number];
  readonly ranges: readonly (readonly [number, number])[];
  readonly url: string;
}

function rangesOf(text: string): Face['ranges'] {
  if (text === '') return [[0, 0x10ffff]];
  return text.split(',').map((range) => {
    const [from = '0', to] = range.trim().replace(/^U\+/i, '').split('-');
    const bound = (part: string, filler: string) => Number.parseInt(part.replaceAll('?', filler), 16);
    return [bound(from, '0'), bound(to ?? from, 'F')] as const;
  });
}

function weightsOf(text: string): Face['weights'] {
  const named: Readonly<Record<string, string>> = { normal: '400', bold: '700', '': '400' };
  const [low = 400, high = low] = (named[text] ?? text).split(' ').map(Number);
  return [low, high];
}

function faceOf(rule: CSSFontFaceRule, base: string): Face | undefined {
  const { style } = rule;
  const url = /url\(["']?([^"')]+)["']?\)/.exec(style.getPropertyValue('src'))?.[1];
  if (url === undefined) return undefined;
  return {
    family: style.getPropertyValue('font-family').replace(/^["']|["']$/g, ''),
    style: style.getPropertyValue('font-style') || 'normal',
    weights: weightsOf(style.getPropertyValue('font-weight')),
    ranges: rangesOf(style.getPropertyValue('unicode-range')),
    url: new URL(url, base).href,
  };
}

let faces: { readonly count: number; readonly list: readonly Face[] } | undefined;

/** The typefaces of this page's style sheets. */
function pageFaces(): readonly Face[] {
  const { styleSheets } = document;
  if (faces?.count === styleSheets.length) return faces.list;
  const list: Face[] = [];
  for (const sheet of styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      const face = faceOf(rule, sheet.href ?? document.baseURI);
      if (face) list.push(face);
    }
  }
  faces = { count: styleSheets.length, list };
  return list;
}

const files = new Map<string, Promise<string>>();

/** A file of this site as a data: address. */
function dataAddress(url: string): Promise<string> {
  const found = files.get(url);
  if (found) return found;
  const made = (async () => {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`The typeface ${url} could not be loaded.`);
    return base64Address('font/woff2', new Uint8Array(await answer.arrayBuffer()));
  })();
  files.set(url, made);
  // What failed once may work the next time.
  made.catch(() => files.delete(url));
  return made;
}

/** Bytes as a data: address. */
export function base64Address(type: string, bytes: Uint8Array): string {
  return `data:${type};base64,${base64(bytes)}`;
}

/** Bytes as base64. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}

function families(list: string): readonly string[] {
  return list.split(',').map((name) => name.trim().replace(/^["']|["']$/g, ''));
}

/** Which of the page's typefaces set a text; several when letters are missing in the first of its families. */
function chosen(all: readonly Face[], { family, style, weight, characters }: Typeface): readonly Face[] {
  const points = [...characters].map((character) => character.codePointAt(0) ?? 0);
  const wanted = Number(weight);
  return families(family).flatMap((name) => {
    const named = all.filter((face) => face.family === name);
    const sameStyle = named.filter((face) => face.style === style);
    const pool = sameStyle.length > 0 ? sameStyle : named;
    const distance = ({ weights: [low, high] }: Face) => Math.max(0, low - wanted, wanted - high);
    const nearest = Math.min(...pool.map(distance));
    return pool
      .filter((face) => distance(face) === nearest)
      .filter(({ ranges }) =>
        points.some((point) => ranges.some(([from, to]) => point >= from && point <= to)),
      );
  });
}

/** `@font-face` rules for what a picture sets in the page's typefaces, in the order of the page's own. */
export async function typefaceRules(typefaces: readonly Typeface[]): Promise<string> {
  const all = pageFaces();
  const used = new Set(typefaces.flatMap((typeface) => chosen(all, typeface)));
  const rules = await Promise.all(
    all
      .filter((face) => used.has(face))
      .map(async ({ family, style, weights: [low, high], ranges, url }) => {
        const weight = low === high ? `${low}` : `${low} ${high}`;
        const range = ranges.map(([from, to]) => `U+${from.toString(16)}-${to.toString(16)}`).join(',');
        const source = `url(${await dataAddress(url)}) format("woff2")`;
        return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};unicode-range:${range};src:${source}}`;
      }),
  );
  return rules.join('');
}
