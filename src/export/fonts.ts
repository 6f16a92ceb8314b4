/**
 * The typefaces of a picture as a style sheet with the files in it: an SVG that is shown as an image, or that leaves the
 * page, can load nothing.
 */
import type { Typeface } from './picture';
import { text } from './text';

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
    if (!answer.ok) throw new Error(text.failed.typeface(url));
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

/** A typeface file of the page, as a picture needs it. */
export interface PictureFace extends Face {
  /** A weight in which the picture uses it. */
  readonly weight: string;
  /** A letter of the picture that it may set. */
  readonly character: string;
}

/** Which of the page's typefaces set a text; several when letters are missing in the first of its families. */
function chosen(
  all: readonly Face[],
  { family, style, weight, characters }: Typeface,
): readonly PictureFace[] {
  const letters = [...characters].filter((character) => character.trim() !== '');
  const wanted = Number(weight);
  const inRange = ({ ranges }: Face, letter: string) => {
    const point = letter.codePointAt(0) ?? 0;
    return ranges.some(([from, to]) => point >= from && point <= to);
  };
  return families(family).flatMap((name) => {
    const named = all.filter((face) => face.family === name);
    const sameStyle = named.filter((face) => face.style === style);
    const pool = sameStyle.length > 0 ? sameStyle : named;
    const distance = ({ weights: [low, high] }: Face) => Math.max(0, low - wanted, wanted - high);
    const nearest = Math.min(...pool.map(distance));
    return pool.flatMap((face) => {
      const character = letters.find((letter) => inRange(face, letter));
      return distance(face) === nearest && character !== undefined ? [{ ...face, weight, character }] : [];
    });
  });
}

/** The page's typeface files that a picture is set in, in the order of the page's style sheets. */
export function facesOf(typefaces: readonly Typeface[]): readonly PictureFace[] {
  const all = pageFaces();
  const used = new Map<string, PictureFace>();
  for (const typeface of typefaces) {
    for (const face of chosen(all, typeface)) if (!used.has(face.url)) used.set(face.url, face);
  }
  return all.flatMap(({ url }) => used.get(url) ?? []);
}

/** `@font-face` rules with the files in them. */
export async function typefaceRules(faces: readonly Face[]): Promise<string> {
  const rules = faces.map(async ({ family, style, weights: [low, high], ranges, url }) => {
    const weight = low === high ? `${low}` : `${low} ${high}`;
    const range = ranges.map(([from, to]) => `U+${from.toString(16)}-${to.toString(16)}`).join(',');
    const source = `url(${await dataAddress(url)}) format("woff2")`;
    return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};font-display:block;unicode-range:${range};src:${source}}`;
  });
  return (await Promise.all(rules)).join('');
}
