/** An SVG of the page as text that means the same anywhere: styles become attributes, what cannot be seen is left out. */
import { numberText, paintAttributes, readColour } from './colour';
import { element, escapeXml } from './markup';
import { fontAttributes, fontMetrics, type Typefaces } from './text-lines';

export interface SvgContext {
  readonly typefaces: Typefaces;
  /** Before every id: several SVGs of a page become one file. */
  readonly prefix: string;
  /** Colours to be exchanged, as computed: what is drawn in the paper's colour follows the picture's ground. */
  readonly exchange: ReadonlyMap<string, string>;
  /** Pixels of the file for each unit of the SVG. */
  readonly zoom: number;
}

const geometry = [
  ...[
    'x',
    'y',
    'x1',
    'y1',
    'x2',
    'y2',
    'cx',
    'cy',
    'r',
    'rx',
    'ry',
    'width',
    'height',
    'd',
    'points',
    'pathLength',
  ],
  ...['dx', 'dy', 'rotate', 'textLength', 'lengthAdjust', 'transform', 'viewBox', 'preserveAspectRatio'],
  ...['gradientUnits', 'gradientTransform', 'offset', 'spreadMethod', 'clipPathUnits', 'fx', 'fy'],
  ...[
    'patternUnits',
    'patternTransform',
    'refX',
    'refY',
    'markerWidth',
    'markerHeight',
    'markerUnits',
    'orient',
  ],
];
const left = new Set(['script', 'style', 'title', 'desc', 'metadata', 'foreignObject', 'animate', 'set']);
const containers = new Set(['g', 'svg', 'defs', 'clipPath', 'mask', 'symbol', 'pattern', 'marker', 'a']);
const gradients = new Set(['linearGradient', 'radialGradient']);

/** Where a reference such as `url("#lens")` leads. */
function referenced(value: string): string | undefined {
  return /^url\(["']?#([^"')]+)["']?\)$/.exec(value)?.[1];
}

function reference(value: string, { prefix }: SvgContext): string | undefined {
  const id = referenced(value);
  return id === undefined ? undefined : `url(#${prefix}${id})`;
}

/** A paint as attributes; undefined when it leaves nothing to see. */
function paintOf(
  kind: 'fill' | 'stroke',
  style: CSSStyleDeclaration,
  context: SvgContext,
): Record<string, string> | undefined {
  const link = reference(style[kind], context);
  if (link !== undefined) return { [kind]: link };
  const halo = style.paintOrder.startsWith('stroke') || kind === 'fill';
  const paint = readColour((halo ? context.exchange.get(style[kind]) : undefined) ?? style[kind]);
  if (!paint) return undefined;
  const alpha = paint.alpha * Number(kind === 'fill' ? style.fillOpacity : style.strokeOpacity);
  return alpha > 0 ? paintAttributes(kind, { ...paint, alpha }) : undefined;
}

function strokeAttributes(style: CSSStyleDeclaration): Record<string, string | undefined> {
  const width = style.strokeWidth.replace('px', '');
  const otherThan = (value: string, usual: string) => (value === usual ? undefined : value);
  return {
    'stroke-width': otherThan(width, '1'),
    'stroke-dasharray':
      style.strokeDasharray === 'none' ? undefined : style.strokeDasharray.replaceAll('px', ''),
    'stroke-dashoffset': otherThan(style.strokeDashoffset.replace('px', ''), '0'),
    'stroke-linecap': otherThan(style.strokeLinecap, 'butt'),
    'stroke-linejoin': otherThan(style.strokeLinejoin, 'miter'),
    'stroke-miterlimit': otherThan(style.strokeMiterlimit, '4'),
  };
}

/** A length such as `1.5`, `0.3em` in the font of a style, or undefined. */
function lengthOf(value: string | null, style: CSSStyleDeclaration): number | undefined {
  const found = /^(-?[\d.]+(?:e-?\d+)?)(em)?$/.exec(value ?? '0');
  return found ? Number(found[1]) * (found[2] ? Number.parseFloat(style.fontSize) : 1) : undefined;
}

/** How far the letters' base line is below the line that a text is placed on. */
function baselineShift(style: CSSStyleDeclaration, zoom: number): number {
  const { ascent, descent, xHeight } = fontMetrics(style, zoom);
  if (style.dominantBaseline === 'central') return (ascent - descent) / 2;
  return style.dominantBaseline === 'middle' ? xHeight / 2 : 0;
}

/**
 * Places of texts by their base line, which every reader of SVG knows, instead of by their middle, which few do. Possible
 * for a text of one piece, or whose other pieces come last.
 */
function onBaseline(
  node: Element,
  style: CSSStyleDeclaration,
  attributes: Record<string, string | undefined>,
  parent: CSSStyleDeclaration | undefined,
  { zoom }: SvgContext,
): void {
  const { dominantBaseline } = style;
  if (dominantBaseline === 'auto' || dominantBaseline === 'alphabetic') return;
  const own = baselineShift(style, zoom);
  const shift = parent ? own - baselineShift(parent, zoom) : own;
  const key = parent ? 'dy' : 'y';
  const before = lengthOf(node.getAttribute(key), style);
  if (before === undefined) attributes['dominant-baseline'] = dominantBaseline;
  else attributes[key] = numberText(before + shift);
}

function ownTransform(node: Element, style: CSSStyleDeclaration): string | undefined {
  const written = node.getAttribute('transform');
  if (written !== null || style.transform === 'none') return written ?? undefined;
  const [x = 0, y = 0] = style.transformOrigin.split(' ').map(Number.parseFloat);
  const matrix = style.transform.replace(/,\s*/g, ' ');
  return x === 0 && y === 0
    ? matrix
    : `translate(${numberText(x)} ${numberText(y)}) ${matrix} translate(${numberText(-x)} ${numberText(-y)})`;
}

function isTransparent(style: CSSStyleDeclaration): boolean {
  return style.display === 'none' || Number(style.opacity) === 0;
}

/** A node and what is in it. */
function nodeMarkup(
  node: Element,
  context: SvgContext,
  parentText?: CSSStyleDeclaration,
  defining = false,
): string {
  const name = node.localName;
  if (left.has(name)) return '';
  const style = getComputedStyle(node);
  if (!defining && isTransparent(style)) return '';
  const attributes: Record<string, string | undefined> = {};
  if (node.id !== '') attributes.id = `${context.prefix}${node.id}`;
  for (const key of geometry) {
    const value = node.getAttribute(key);
    if (value !== null) attributes[key] = value;
  }
  if (!gradients.has(name)) attributes.transform = ownTransform(node, style);
  if (style.opacity !== '1') attributes.opacity = style.opacity;
  for (const key of ['clip-path', 'mask', 'marker-start', 'marker-mid', 'marker-end'] as const) {
    attributes[key] = reference(style.getPropertyValue(key), context);
  }
  const isDefinition = defining || name === 'defs' || name === 'clipPath' || name === 'mask';
  const inside = (parent?: CSSStyleDeclaration) =>
    [...node.childNodes]
      .map((child) => {
        if (child instanceof Element) return nodeMarkup(child, context, parent, isDefinition);
        return parent && child instanceof Text ? escapeXml(child.data) : '';
      })
      .join('');
  if (name === 'stop') {
    const paint = readColour(style.stopColor);
    attributes['stop-color'] = paint?.colour;
    const alpha = (paint?.alpha ?? 1) * Number(style.stopOpacity);
    if (alpha < 1) attributes['stop-opacity'] = numberText(alpha);
    return element(name, attributes);
  }
  if (containers.has(name) || gradients.has(name)) {
    if (gradients.has(name)) attributes.href = node.getAttribute('href') ?? undefined;
    const children = inside();
    return children === '' ? '' : element(name, attributes, children);
  }
  if (name === 'use') {
    const href = node.getAttribute('href');
    if (href?.startsWith('#')) attributes.href = `#${context.prefix}${href.slice(1)}`;
    return element(name, attributes);
  }
  const isText = name === 'text' || name === 'tspan' || name === 'textPath';
  const hidden = style.visibility !== 'visible' && !defining;
  const fill = hidden ? undefined : paintOf('fill', style, context);
  const stroke =
    hidden || Number.parseFloat(style.strokeWidth) === 0 ? undefined : paintOf('stroke', style, context);
  if (!isText && !fill && !stroke && !defining) return '';
  if (name === 'line' && !stroke && !defining) return '';
  Object.assign(attributes, fill ?? { fill: 'none' }, stroke && { ...stroke, ...strokeAttributes(style) });
  // A piece of a text would take over what is around it.
  if (parentText && !stroke) attributes.stroke = 'none';
  if (style.fillRule === 'evenodd') attributes['fill-rule'] = 'evenodd';
  if (defining && style.clipRule === 'evenodd') attributes['clip-rule'] = 'evenodd';
  if (stroke && fill && style.paintOrder.startsWith('stroke')) attributes['paint-order'] = 'stroke';
  if (style.vectorEffect !== 'none') attributes['vector-effect'] = style.vectorEffect;
  if (!isText) return element(name, attributes);
  Object.assign(attributes, fontAttributes(style, parentText));
  if (style.textAnchor !== (parentText?.textAnchor ?? 'start')) attributes['text-anchor'] = style.textAnchor;
  onBaseline(node, style, attributes, parentText, context);
  const children = inside(style);
  if (children === '' || (!fill && !stroke && node.childElementCount === 0)) return '';
  for (const child of node.childNodes) if (child instanceof Text) context.typefaces.note(style, child.data);
  return element(name, attributes, children);
}

/** The inside of an SVG of the page. */
export function svgInside(svg: SVGSVGElement, context: SvgContext): string {
  return [...svg.children].map((child) => nodeMarkup(child, context)).join('');
}
