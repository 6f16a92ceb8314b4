/** Text of the page as lines with their places, for SVG. */
import { numberText, paintAttributes, readColour } from './colour';
import { element, escapeXml } from './markup';
import type { Area, Typeface } from './picture';

/** Where letters stand in a line. */
interface FontMetrics {
  readonly ascent: number;
  readonly descent: number;
  readonly xHeight: number;
}

const measured = new Map<string, FontMetrics>();
let context: CanvasRenderingContext2D | null | undefined;

/**
 * The metrics of the font that a style sets text in, in pixels of the page.
 * @param zoom pixels of the file for each of the page: browsers round metrics to whole ones
 */
export function fontMetrics(style: CSSStyleDeclaration, zoom = 1): FontMetrics {
  const size = Number.parseFloat(style.fontSize);
  const fontAt = (pixels: number) => `${style.fontStyle} ${style.fontWeight} ${pixels}px ${style.fontFamily}`;
  const font = fontAt(size * zoom);
  const found = measured.get(font);
  if (found) return found;
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return { ascent: 0, descent: 0, xHeight: 0 };
  context.font = font;
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('x');
  // Boxes of small letters are rounded to pixels.
  context.font = fontAt(1000);
  const share = context.measureText('x').actualBoundingBoxAscent / 1000;
  const made = {
    ascent: fontBoundingBoxAscent / zoom,
    descent: fontBoundingBoxDescent / zoom,
    xHeight: share * size,
  };
  // Before a typeface is loaded another one is measured in its place.
  if (document.fonts.check(font)) measured.set(font, made);
  return made;
}

/**
 * What an SVG needs to set text as the page does.
 * @param around the style of the text around this one, which hands down its own
 */
export function fontAttributes(
  style: CSSStyleDeclaration,
  around?: CSSStyleDeclaration,
): Record<string, string | undefined> {
  const features = [
    style.fontFeatureSettings !== 'normal' && `font-feature-settings:${style.fontFeatureSettings}`,
    style.fontVariantNumeric !== 'normal' && `font-variant-numeric:${style.fontVariantNumeric}`,
  ].filter(Boolean);
  const unlike = (value: string, inherited: string | undefined, usual: string) =>
    value === (inherited ?? usual) ? undefined : value;
  return {
    'font-family': unlike(style.fontFamily, around?.fontFamily, '')?.replaceAll('"', "'"),
    'font-size': unlike(style.fontSize, around?.fontSize, '')?.replace('px', ''),
    'font-style': unlike(style.fontStyle, around?.fontStyle, 'normal'),
    'font-weight': unlike(style.fontWeight, around?.fontWeight, '400'),
    'letter-spacing': unlike(style.letterSpacing, around?.letterSpacing, 'normal')?.replace('px', ''),
    style: features.length > 0 && !around ? features.join(';') : undefined,
  };
}

/** Collects what text is set in, so that the typefaces can be put into the file. */
export function createTypefaces() {
  const faces = new Map<string, { family: string; style: string; weight: string; characters: Set<string> }>();
  return {
    note(style: CSSStyleDeclaration, text: string): void {
      const { fontFamily: family, fontStyle, fontWeight: weight } = style;
      const key = `${family}|${fontStyle}|${weight}`;
      const face = faces.get(key) ?? { family, style: fontStyle, weight, characters: new Set<string>() };
      faces.set(key, face);
      for (const character of text) face.characters.add(character);
    },
    list: (): readonly Typeface[] => [...faces.values()],
  };
}

export type Typefaces = ReturnType<typeof createTypefaces>;

/** A line of text on the page. */
interface TextLine {
  readonly text: string;
  readonly area: Area;
}

/** White space as the page shows it. */
function collapsed(text: string, style: CSSStyleDeclaration): string {
  if (style.whiteSpaceCollapse?.startsWith('preserve') || style.whiteSpace.startsWith('pre')) return text;
  return text.replace(/[\t\n\r ]+/g, ' ').trim();
}

/** The lines into which a text is broken. */
function linesOf(node: Text, style: CSSStyleDeclaration): readonly TextLine[] {
  // Space at the ends is seen as the distance to what is beside it.
  const begin = node.data.search(/[^\t\n\r ]/);
  if (begin < 0) return [];
  const end = node.data.trimEnd().length;
  const range = document.createRange();
  range.setStart(node, begin);
  range.setEnd(node, Math.max(begin + 1, end));
  const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
  const [first] = rects;
  if (!first) return [];
  const whole = collapsed(node.data, style);
  if (whole === '') return [];
  const last = rects.at(-1);
  // One line, in however many pieces.
  if (last === first || (last && Math.abs(last.top - first.top) < 1)) {
    const right = Math.max(...rects.map((rect) => rect.right));
    const left = Math.min(...rects.map((rect) => rect.left));
    return [{ text: whole, area: { x: left, y: first.top, width: right - left, height: first.height } }];
  }
  const lines: { text: string; x: number; y: number; right: number; height: number }[] = [];
  let at = begin;
  for (const character of node.data.slice(begin)) {
    range.setStart(node, at);
    at += character.length;
    range.setEnd(node, at);
    const rect = range.getClientRects()[0];
    const line = lines.at(-1);
    const isSpace = /[\t\n\r ]/.test(character);
    if (!rect || rect.width === 0 || (isSpace && rect.top !== line?.y)) {
      if (line) line.text += character;
    } else if (line && Math.abs(rect.top - line.y) < rect.height / 2) {
      line.text += character;
      line.right = Math.max(line.right, rect.right);
      line.x = Math.min(line.x, rect.left);
    } else {
      lines.push({ text: character, x: rect.left, y: rect.top, right: rect.right, height: rect.height });
    }
  }
  return lines.map(({ text, x, y, right, height }) => ({
    text: collapsed(text, style),
    area: { x, y, width: right - x, height },
  }));
}

/** A drawn line of text and where it is. */
export interface DrawnText {
  readonly markup: string;
  readonly area: Area;
}

/**
 * Draws a text of the page.
 * @param origin the picture's top left corner on the page
 */
export function drawText(
  node: Text,
  style: CSSStyleDeclaration,
  opacity: number,
  origin: { readonly x: number; readonly y: number },
  typefaces: Typefaces,
): readonly DrawnText[] {
  const paint = readColour(style.color);
  if (!paint || paint.alpha === 0) return [];
  const { ascent, descent } = fontMetrics(style);
  return linesOf(node, style).map(({ text, area }) => {
    typefaces.note(style, text);
    const x = area.x - origin.x;
    const y = area.y - origin.y;
    // The box of a line is its font's ascent and descent.
    const baseline = y + ascent + (area.height - ascent - descent) / 2;
    const attributes = {
      x: numberText(x),
      y: numberText(baseline),
      ...fontAttributes(style),
      ...paintAttributes('fill', { ...paint, alpha: paint.alpha * opacity }),
    };
    return {
      markup: element('text', attributes, escapeXml(text)),
      area: { x, y, width: area.width, height: area.height },
    };
  });
}
