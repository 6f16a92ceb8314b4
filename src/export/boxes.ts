/** What the page paints of an element's box: its ground, its border, a ring around it. */
import { numberText, type Paint, paintAttributes, readColour } from './colour';
import { type Gradient, gradientMarkup, gradientOf } from './gradient';
import { element } from './markup';
import type { Area } from './picture';

const px = (value: string) => Number.parseFloat(value) || 0;

function faded(paint: Paint | undefined, opacity: number): Paint | undefined {
  return paint && paint.alpha * opacity > 0 ? { ...paint, alpha: paint.alpha * opacity } : undefined;
}

/** The radius of a box's corners; one for all four, the only kind that this page has. */
function radiusOf(style: CSSStyleDeclaration, area: Area): number {
  const value = style.borderTopLeftRadius;
  const radius = value.endsWith('%') ? (px(value) / 100) * Math.min(area.width, area.height) : px(value);
  return Math.min(radius, area.width / 2, area.height / 2);
}

function grown(area: Area, by: number): Area {
  return {
    x: area.x - by,
    y: area.y - by,
    width: Math.max(0, area.width + 2 * by),
    height: Math.max(0, area.height + 2 * by),
  };
}

function rectAttributes({ x, y, width, height }: Area, radius: number): Record<string, string | undefined> {
  return {
    x: numberText(x),
    y: numberText(y),
    width: numberText(width),
    height: numberText(height),
    rx: radius > 0 ? numberText(radius) : undefined,
  };
}

/** A shape cut out of the box by `clip-path: polygon(…)`. */
function polygonOf(style: CSSStyleDeclaration, area: Area): string | undefined {
  const inside = /^polygon\((.*)\)$/.exec(style.clipPath)?.[1];
  if (inside === undefined) return undefined;
  const length = (text: string, whole: number) => (text.endsWith('%') ? (px(text) / 100) * whole : px(text));
  return inside
    .split(',')
    .map((corner) => {
      const [x = '0', y = '0'] = corner.trim().split(/\s+/);
      return `${numberText(area.x + length(x, area.width))},${numberText(area.y + length(y, area.height))}`;
    })
    .join(' ');
}

/** Dashes as browsers make them, about: two widths for a dash, as much between, fitted to the length. */
function dashes(kind: string, width: number, length: number): Record<string, string | undefined> {
  if (kind === 'dashed') {
    const dash = width * (width >= 3 ? 2 : 3);
    const gaps = Math.max(1, Math.round((length - dash) / (2 * dash)));
    const gap = Math.max(0.1, (length - (gaps + 1) * dash) / gaps);
    return { 'stroke-dasharray': `${numberText(dash)} ${numberText(gap)}` };
  }
  if (kind === 'dotted') {
    const gaps = Math.max(1, Math.round((length - width) / (2 * width)));
    const step = (length - width) / gaps;
    return { 'stroke-dasharray': `0 ${numberText(step)}`, 'stroke-linecap': 'round' };
  }
  return {};
}

type Side = 'Top' | 'Right' | 'Bottom' | 'Left';

interface Border {
  readonly width: number;
  readonly kind: string;
  readonly paint: Paint | undefined;
}

function borderOf(style: CSSStyleDeclaration, side: Side, opacity: number): Border {
  const kind = style[`border${side}Style`];
  const width = kind === 'none' || kind === 'hidden' ? 0 : px(style[`border${side}Width`]);
  return {
    width,
    kind,
    paint: width > 0 ? faded(readColour(style[`border${side}Color`]), opacity) : undefined,
  };
}

function sideLine(area: Area, side: Side, { width, kind, paint }: Border): string {
  if (!paint || width === 0) return '';
  const flat = side === 'Top' || side === 'Bottom';
  const length = flat ? area.width : area.height;
  const inset = kind === 'dotted' ? width / 2 : 0;
  const level =
    side === 'Top'
      ? area.y + width / 2
      : side === 'Bottom'
        ? area.y + area.height - width / 2
        : side === 'Left'
          ? area.x + width / 2
          : area.x + area.width - width / 2;
  const [from, to] = flat ? [area.x, area.x + area.width] : [area.y, area.y + area.height];
  const ends = flat
    ? { x1: from + inset, y1: level, x2: to - inset, y2: level }
    : { x1: level, y1: from + inset, x2: level, y2: to - inset };
  return element('line', {
    x1: numberText(ends.x1),
    y1: numberText(ends.y1),
    x2: numberText(ends.x2),
    y2: numberText(ends.y2),
    ...paintAttributes('stroke', paint),
    'stroke-width': numberText(width),
    ...dashes(kind, width, length),
  });
}

/** A line along the inside of a box's edge, all around. */
function ring(area: Area, radius: number, { width, kind, paint }: Border): string {
  if (!paint || width === 0) return '';
  return element('rect', {
    ...rectAttributes(grown(area, -width / 2), Math.max(0, radius - width / 2)),
    fill: 'none',
    ...paintAttributes('stroke', paint),
    'stroke-width': numberText(width),
    ...dashes(kind, width, area.width),
  });
}

function borders(style: CSSStyleDeclaration, area: Area, radius: number, opacity: number): string {
  const sides = (['Top', 'Right', 'Bottom', 'Left'] as const).map(
    (side) => [side, borderOf(style, side, opacity)] as const,
  );
  const first = sides[0]?.[1];
  const alike = sides.every(
    ([, { width, kind, paint }]) =>
      first && width === first.width && kind === first.kind && paint?.colour === first.paint?.colour,
  );
  if (alike && first) return ring(area, radius, first);
  return sides.map(([side, border]) => sideLine(area, side, border)).join('');
}

/** A shadow without blur around a box, which is a ring. Blurred ones only lift controls off the page. */
function shadowRing(style: CSSStyleDeclaration, area: Area, radius: number, opacity: number): string {
  const found = /^((?:rgba?|color)\([^)]*\)) 0px 0px 0px ([\d.]+)px$/.exec(style.boxShadow);
  const width = px(found?.[2] ?? '');
  const paint = faded(readColour(found?.[1] ?? ''), opacity);
  return ring(grown(area, width), radius + width, { width, kind: 'solid', paint });
}

/** An outline that belongs to the drawing; a focus ring does not. */
function outline(target: Element, style: CSSStyleDeclaration, area: Area, radius: number, opacity: number) {
  if (style.outlineStyle === 'none' || style.outlineStyle === 'auto') return '';
  if (target.matches(':focus-visible, :has(:focus-visible)')) return '';
  const width = px(style.outlineWidth);
  const offset = px(style.outlineOffset) + width;
  const paint = faded(readColour(style.outlineColor), opacity);
  const corner = radius > 0 ? radius + offset : 0;
  return ring(grown(area, offset), corner, { width, kind: style.outlineStyle, paint });
}

/**
 * Draws an element's box.
 * @param area its border box in the picture
 * @param gradientId a name for a gradient that nothing else in the picture has
 */
export function drawBox(
  target: Element,
  style: CSSStyleDeclaration,
  area: Area,
  opacity: number,
  gradientId: () => string,
): string {
  const radius = radiusOf(style, area);
  const paint = faded(readColour(style.backgroundColor), opacity);
  const gradient: Gradient | undefined = gradientOf(style.backgroundImage);
  const shape = (attributes: Record<string, string | undefined>) => {
    const points = polygonOf(style, area);
    return points === undefined
      ? element('rect', { ...rectAttributes(area, radius), ...attributes })
      : element('polygon', { points, ...attributes });
  };
  let ground = paint ? shape(paintAttributes('fill', paint)) : '';
  if (gradient) {
    const id = gradientId();
    ground += gradientMarkup(id, gradient, area);
    ground += shape({ fill: `url(#${id})`, ...(opacity < 1 && { 'fill-opacity': numberText(opacity) }) });
  }
  return [
    shadowRing(style, area, radius, opacity),
    ground,
    borders(style, area, radius, opacity),
    outline(target, style, area, radius, opacity),
  ].join('');
}
