/** Puts a plot into an SVG at true pixel size, in place. */

import { drawingSize } from '#plot/drawing-size';
import { setAttributes } from '#ui/live';
import { pathThrough } from '#ui/log-plot';
import { pool, SVG } from '#ui/svg';
import { type Axis, type Frame, namePieces, type PlotMark, type PlotSpec, pixelOf, ticksOf } from './plot';

/** A group of the drawing, made in the order in which they are first asked for. */
export function groupOf(svg: Element, name: string): SVGGElement {
  const found = svg.querySelector<SVGGElement>(`:scope > g[data-part="${name}"]`);
  if (found) return found;
  const made = document.createElementNS(SVG, 'g');
  made.dataset.part = name;
  svg.append(made);
  return made;
}

/** Writes a name with its subscripts. */
function writeName(text: Element, name: string): void {
  if (text.getAttribute('data-content') === name) return;
  text.setAttribute('data-content', name);
  let raised = false;
  text.replaceChildren(
    ...namePieces(name).map((piece) => {
      const span = document.createElementNS(SVG, 'tspan');
      span.textContent = piece.text;
      if (piece.sub) {
        span.setAttribute('class', 'toy-sub');
        span.setAttribute('dy', '0.28em');
      } else if (raised) span.setAttribute('dy', '-0.2em');
      raised = piece.sub;
      return span;
    }),
  );
}

/** Writes a sentence whose symbols have subscripts. */
export function writeSentence(element: HTMLElement, sentence: string): void {
  if (element.dataset.content === sentence) return;
  element.dataset.content = sentence;
  element.replaceChildren(
    ...namePieces(sentence).map(({ text, sub }) => {
      if (!sub) return text;
      const made = document.createElement('sub');
      made.textContent = text;
      return made;
    }),
  );
}

/** Smaller ones are drawn at this size and shrunk. */
const LEAST = { width: 150, height: 100 };
const TOP = 30;
const BOTTOM = 24;
const LEFT = 44;
const RIGHT = 10;
const SHAPES = {
  circle: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z',
  diamond: 'M0-6.5L6.5 0L0 6.5L-6.5 0Z',
  square: 'M-4.6-4.6H4.6V4.6H-4.6Z',
  triangle: 'M0-6L6 4.8H-6Z',
} as const;

/** The outline of a mark. */
export function shapePath(shape: PlotMark['shape']): string {
  return SHAPES[shape];
}

/** Draws a plot. Returns its frame, for gestures. */
export function drawPlot(svg: SVGSVGElement, spec: PlotSpec): Frame {
  const size = drawingSize(svg);
  const [width, height] = [Math.max(LEAST.width, size.width), Math.max(LEAST.height, size.height)];
  setAttributes(svg, { viewBox: `0 0 ${width} ${height}` });
  const frame: Frame = {
    left: LEFT,
    right: width - (spec.right ? 38 : RIGHT),
    top: TOP,
    bottom: height - BOTTOM - 14,
  };
  const { left, right, top, bottom } = frame;
  const x = (value: number) => pixelOf(spec.x, left, right, value);
  const y = (value: number) => pixelOf(spec.y, bottom, top, value);

  rects(groupOf(svg, 'bands'), spec.bands ?? [], x, frame);
  verticalScale(groupOf(svg, 'left'), spec.y, frame, 'left');
  verticalScale(groupOf(svg, 'right'), spec.right, frame, 'right');
  bottomScale(groupOf(svg, 'bottom'), spec.x, frame);
  lines(
    groupOf(svg, 'levels'),
    (spec.levels ?? []).map(({ y: level, className }) => ({
      className,
      ends: [left, y(level), right, y(level)],
    })),
  );
  lines(
    groupOf(svg, 'uprights'),
    (spec.uprights ?? []).map(({ x: at, className }) => ({ className, ends: [x(at), top, x(at), bottom] })),
  );
  const paths = pool<SVGPathElement>(groupOf(svg, 'curves'), 'path', spec.curves.length);
  spec.curves.forEach(({ points, className }, k) => {
    const d = pathThrough(points.map(([px, py]) => [x(px), clip(y(py), frame)]));
    setAttributes(paths[k] as SVGPathElement, { class: `toy-curve ${className}`, d });
  });
  names(groupOf(svg, 'names'), spec, frame, y);
  marks(groupOf(svg, 'marks'), spec.marks ?? [], (mark) => [x(mark.x), clip(y(mark.y), frame)], frame);
  return frame;
}

function clip(pixel: number, { top, bottom }: Frame): number {
  return Number.isFinite(pixel) ? Math.min(bottom, Math.max(top - 8, pixel)) : pixel;
}

function rects(
  group: SVGGElement,
  bands: NonNullable<PlotSpec['bands']>,
  x: (value: number) => number,
  { left, right, top, bottom }: Frame,
): void {
  const items = pool<SVGRectElement>(group, 'rect', bands.length);
  bands.forEach(({ from, to, className }, k) => {
    const [a, b] = [Math.max(left, x(from)), Math.min(right, x(to))];
    setAttributes(items[k] as SVGRectElement, {
      class: className,
      x: a.toFixed(1),
      y: String(top),
      width: Math.max(0, b - a).toFixed(1),
      height: String(bottom - top),
    });
  });
}

function lines(
  group: SVGGElement,
  wanted: readonly { readonly className: string; readonly ends: readonly number[] }[],
): void {
  const items = pool<SVGLineElement>(group, 'line', wanted.length);
  wanted.forEach(({ className, ends }, k) => {
    const [x1, y1, x2, y2] = ends.map((end) => end.toFixed(1)) as [string, string, string, string];
    setAttributes(items[k] as SVGLineElement, { class: className, x1, y1, x2, y2 });
  });
}

function verticalScale(
  group: SVGGElement,
  axis: Axis | undefined,
  { left, right, top, bottom }: Frame,
  side: 'left' | 'right',
): void {
  const ticks = axis ? ticksOf(axis, bottom - top, 30) : [];
  const items = pool<SVGGElement>(group, 'g', ticks.length);
  ticks.forEach(({ value, label, power }, k) => {
    const item = items[k] as SVGGElement;
    if (item.childElementCount === 0) {
      item.innerHTML = '<line/><text><tspan></tspan><tspan class="toy-power" dy="-0.5em"></tspan></text>';
    }
    const at = pixelOf(axis as Axis, bottom, top, value).toFixed(1);
    const [line, text] = item.children as unknown as [Element, Element];
    const ends = side === 'left' ? [left, right] : [right, right + 4];
    setAttributes(line, {
      class: side === 'left' ? 'toy-grid' : 'toy-axis',
      x1: String(ends[0]),
      x2: String(ends[1]),
      y1: at,
      y2: at,
    });
    setAttributes(text, {
      class: `axis-tick toy-tick-${side}`,
      x: String(side === 'left' ? left - 7 : right + 7),
      y: at,
    });
    if (text.children[0]) text.children[0].textContent = label;
    if (text.children[1]) text.children[1].textContent = power ?? '';
  });
}

function bottomScale(group: SVGGElement, axis: Axis, { left, right, bottom }: Frame): void {
  const ticks = ticksOf(axis, right - left, 44);
  const items = pool<SVGGElement>(group, 'g', ticks.length + 1);
  ticks.forEach(({ value, label, power }, k) => {
    const item = items[k] as SVGGElement;
    if (item.childElementCount !== 2) {
      item.innerHTML = '<line/><text><tspan></tspan><tspan class="toy-power" dy="-0.5em"></tspan></text>';
    }
    const at = pixelOf(axis, left, right, value).toFixed(1);
    const [line, text] = item.children as unknown as [Element, Element];
    setAttributes(line, { class: 'toy-axis', x1: at, x2: at, y1: String(bottom), y2: String(bottom + 4) });
    setAttributes(text, { class: 'axis-tick', x: at, y: String(bottom + 14) });
    if (text.children[0]) text.children[0].textContent = label;
    if (text.children[1]) text.children[1].textContent = power ?? '';
  });
  const base = items[ticks.length] as SVGGElement;
  if (base.childElementCount !== 1) base.innerHTML = '<line class="toy-axis"/>';
  if (base.children[0]) {
    setAttributes(base.children[0], {
      x1: String(left),
      x2: String(right),
      y1: String(bottom),
      y2: String(bottom),
    });
  }
}

/** Names of the axes in the corners, and of levels above their lines. */
function names(group: SVGGElement, spec: PlotSpec, frame: Frame, y: (value: number) => number): void {
  const { left, right, top, bottom } = frame;
  const nameOf = (axis: Axis) => `toy-name${axis.symbol ? ' toy-symbol' : ''}`;
  const wanted = [
    { name: spec.y.name, x: 2, y: top - 16, anchor: 'start', className: nameOf(spec.y) },
    { name: spec.x.name, x: right, y: bottom + 32, anchor: 'end', className: nameOf(spec.x) },
    ...(spec.right
      ? [{ name: spec.right.name, x: right + 36, y: top - 16, anchor: 'end', className: nameOf(spec.right) }]
      : []),
    ...(spec.levels ?? []).flatMap((level) =>
      level.label === undefined
        ? []
        : [{ name: level.label, x: left + 6, y: y(level.y) - 7, anchor: 'start', className: 'toy-label' }],
    ),
  ];
  const items = pool<SVGTextElement>(group, 'text', wanted.length);
  wanted.forEach(({ name, x, y: at, anchor, className }, k) => {
    const item = items[k] as SVGTextElement;
    setAttributes(item, { class: className, x: String(x), y: at.toFixed(1), 'text-anchor': anchor });
    writeName(item, name);
  });
}

const OFFSETS = {
  above: [0, -14, 'middle'],
  below: [0, 18, 'middle'],
  left: [-10, 4, 'end'],
  right: [10, 4, 'start'],
} as const;

function marks(
  group: SVGGElement,
  wanted: readonly PlotMark[],
  place: (mark: PlotMark) => readonly [number, number],
  { left, right }: Frame,
): void {
  const items = pool<SVGGElement>(group, 'g', wanted.length);
  wanted.forEach((mark, k) => {
    const item = items[k] as SVGGElement;
    if (item.childElementCount === 0) item.innerHTML = '<path/><text class="toy-label"></text>';
    const [px, py] = place(mark);
    const shown = Number.isFinite(px) && Number.isFinite(py) && px > left - 12 && px < right + 12;
    setAttributes(item, {
      transform: shown ? `translate(${px.toFixed(1)} ${py.toFixed(1)})` : 'translate(0 0)',
      visibility: shown ? 'visible' : 'hidden',
    });
    const [path, text] = item.children as unknown as [Element, Element];
    setAttributes(path, { class: `toy-mark ${mark.className}`, d: SHAPES[mark.shape] });
    const [dx, dy, anchor] = OFFSETS[mark.side ?? 'above'];
    setAttributes(text, { x: String(dx), y: String(dy), 'text-anchor': anchor });
    if (text.textContent !== (mark.label ?? '')) text.textContent = mark.label ?? '';
  });
}
