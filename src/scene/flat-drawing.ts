/** What is drawn on a flat picture: colours, their bar, lines and marks. */
import type { ColourTable } from '#math/numerics/oklab';
import { pool, setStyle } from '#ui/svg';
import type { Pixel } from './axes';
import { layerGroup } from './axes-layer';
import type { Layers } from './stage';
import type { Size } from './view';

/** What a flat picture is drawn on. */
export interface FlatSheet {
  readonly size: Size;
  readonly layers: Layers;
  /** Holds the canvases; see `paintCanvas`. */
  readonly colours: HTMLElement;
}

/** A part of the picture, in pixels. */
export interface Rect extends Size {
  readonly left: number;
  readonly top: number;
}

/**
 * Paints a canvas of this name, made when it is not there, onto a part of the picture; without one it is hidden.
 * @param pixels how many across and down
 */
export function paintCanvas(
  colours: HTMLElement,
  name: string,
  rect: Rect | undefined,
  pixels: readonly [across: number, down: number],
  paint: (data: Uint8ClampedArray) => void,
): void {
  const found = colours.querySelector<HTMLCanvasElement>(`canvas[data-part="${name}"]`);
  const canvas = found ?? document.createElement('canvas');
  if (!found) {
    canvas.dataset.part = name;
    colours.append(canvas);
  }
  canvas.hidden = rect === undefined;
  const context = rect && canvas.getContext('2d');
  if (!rect || !context) return;
  canvas.style.transform = `translate(${rect.left}px, ${rect.top}px)`;
  canvas.style.width = `${rect.width}px`;
  canvas.style.height = `${rect.height}px`;
  [canvas.width, canvas.height] = pixels;
  const image = context.createImageData(pixels[0], pixels[1]);
  paint(image.data);
  context.putImageData(image, 0, 0);
}

/** Pixels between the numbers beside a bar. */
const TICK_ROOM = 14;
const BAR_STEPS = 256;

/** A bar with all colours, from the last at the top to the first at the bottom, with its name and numbers. */
export function drawColourBar(
  { layers, colours }: FlatSheet,
  rect: Rect,
  table: ColourTable,
  name: string,
  ticks: readonly { readonly at: number; readonly text: string }[],
): void {
  paintCanvas(colours, 'bar', rect, [1, BAR_STEPS], (data) => {
    for (let row = 0; row < BAR_STEPS; row++) {
      const from = 4 * (BAR_STEPS - 1 - row);
      data.set(table.subarray(from, from + 4), 4 * row);
    }
  });
  const y = (at: number) => rect.top + (rect.height * (1 - at)) / 2;
  const shown: { readonly at: number; readonly text: string }[] = [];
  for (const tick of ticks) {
    if (shown.every((other) => Math.abs(y(other.at) - y(tick.at)) >= TICK_ROOM)) shown.push(tick);
  }
  const right = rect.left + rect.width;
  const marks = pool<SVGLineElement>(layerGroup(layers.behind, 'bar-ticks'), 'line', shown.length);
  const texts = pool<SVGTextElement>(layerGroup(layers.before, 'bar-numbers'), 'text', shown.length + 1);
  for (const [k, { at, text }] of shown.entries()) {
    const places = { x1: right, x2: right + 4, y1: y(at), y2: y(at) };
    for (const [key, value] of Object.entries(places)) marks[k]?.setAttribute(key, value.toFixed(1));
    marks[k]?.setAttribute('class', 'axis-line axis-line-tick');
    writeText(texts[k], 'axis-tick bar-number', right + 7, y(at), text);
  }
  writeText(texts.at(-1), 'axis-symbol', rect.left + rect.width / 2, rect.top - 16, name);
}

function writeText(
  element: SVGTextElement | undefined,
  name: string,
  x: number,
  y: number,
  text: string,
): void {
  element?.setAttribute('class', name);
  element?.setAttribute('x', x.toFixed(1));
  element?.setAttribute('y', y.toFixed(1));
  if (element && element.textContent !== text) element.textContent = text;
}

/** A line on a flat picture; with a rim in the paper's colour it is seen on every colour. */
export interface FlatLine {
  readonly points: readonly Pixel[];
  /** A CSS colour. */
  readonly colour: string;
  readonly width: number;
  /** Lengths of dashes and gaps in pixels. */
  readonly dash?: readonly [dash: number, gap: number] | undefined;
}

/** Draws or redraws lines into a group. */
export function drawFlatLines(group: Element, lines: readonly FlatLine[]): void {
  const paths = pool<SVGPathElement>(group, 'path', 2 * lines.length);
  for (const [k, { points, colour, width, dash }] of lines.entries()) {
    const path = points
      .map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
      .join('');
    for (const [element, style] of [
      [paths[2 * k], `stroke:var(--paper);stroke-width:${width + 2.5};opacity:.7`],
      [
        paths[2 * k + 1],
        `stroke:${colour};stroke-width:${width};stroke-dasharray:${dash?.join(' ') ?? 'none'}`,
      ],
    ] as const) {
      element?.setAttribute('class', 'flat-line');
      element?.setAttribute('d', path);
      if (element) setStyle(element, style);
    }
  }
}

/** A mark on a flat picture. */
export interface FlatMark {
  readonly at: Pixel;
  readonly colour: string;
  readonly shape: 'diamond' | 'ball' | 'dot';
}

const SHAPES = {
  diamond: 'M0 -8L7 0L0 8L-7 0Z',
  ball: 'M-8 0a8 8 0 1 0 16 0a8 8 0 1 0 -16 0Z',
  dot: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z',
} as const;

/** Draws or redraws marks into a group. */
export function drawFlatMarks(group: Element, marks: readonly FlatMark[]): void {
  const paths = pool<SVGPathElement>(group, 'path', marks.length);
  for (const [k, { at, colour, shape }] of marks.entries()) {
    paths[k]?.setAttribute('class', 'flat-mark');
    paths[k]?.setAttribute('d', SHAPES[shape]);
    paths[k]?.setAttribute('transform', `translate(${at[0].toFixed(1)} ${at[1].toFixed(1)})`);
    const path = paths[k];
    if (path) setStyle(path, `fill:${colour}`);
  }
}
