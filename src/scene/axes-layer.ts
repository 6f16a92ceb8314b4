/** Puts an axes drawing onto the page: lines in an SVG behind the canvas, labels in one before it. */
import { pool, SVG } from '#ui/svg';
import type { AxesDrawing, AxisLabel, Pixel } from './axes';

/** The group of a layer with this name, made when it is not there; groups stand in the order they were first asked for. */
export function layerGroup(svg: SVGSVGElement, name: string): SVGGElement {
  const found = svg.querySelector<SVGGElement>(`g[data-part="${name}"]`);
  if (found) return found;
  const made = document.createElementNS(SVG, 'g');
  made.dataset.part = name;
  svg.append(made);
  return made;
}

function fixed(value: number): string {
  return value.toFixed(2);
}

function arrowHead(tip: Pixel, from: Pixel): string {
  const length = Math.hypot(tip[0] - from[0], tip[1] - from[1]) || 1;
  const u = [(tip[0] - from[0]) / length, (tip[1] - from[1]) / length] as const;
  const back = [tip[0] - 7 * u[0], tip[1] - 7 * u[1]] as const;
  const side = [-3 * u[1], 3 * u[0]] as const;
  const corner = (sign: number) => `${fixed(back[0] + sign * side[0])} ${fixed(back[1] + sign * side[1])}`;
  return `M${fixed(tip[0])} ${fixed(tip[1])}L${corner(1)}L${corner(-1)}Z`;
}

function fillLabel(element: SVGTextElement, label: AxisLabel): void {
  element.setAttribute('x', fixed(label.at[0]));
  element.setAttribute('y', fixed(label.at[1]));
  element.setAttribute('class', `axis-${label.kind}`);
  element.style.fill = label.colour ?? '';
  element.style.textAnchor = label.end ? 'end' : '';
  const content = label.text + (label.subscript ? `_${label.subscript}` : '');
  if (element.dataset.content === content) return;
  element.dataset.content = content;
  element.textContent = label.text;
  if (!label.subscript) return;
  const subscript = document.createElementNS(SVG, 'tspan');
  subscript.setAttribute('class', 'axis-subscript');
  subscript.setAttribute('dy', '0.3em');
  subscript.textContent = label.subscript;
  element.append(subscript);
}

/** What stands on a layer, as text. */
const drawn = new WeakMap<SVGSVGElement, string>();

/** Draws or redraws the axes; nothing is written, and so nothing laid out anew, where they are the same. */
export function drawAxes(behind: SVGSVGElement, before: SVGSVGElement, drawing: AxesDrawing): void {
  const content = JSON.stringify(drawing);
  if (drawn.get(behind) === content) return;
  drawn.set(behind, content);
  const lines = pool<SVGLineElement>(layerGroup(behind, 'lines'), 'line', drawing.lines.length);
  for (const [k, { from, to, kind }] of drawing.lines.entries()) {
    const line = lines[k];
    line?.setAttribute('class', `axis-line axis-line-${kind}`);
    line?.setAttribute('x1', fixed(from[0]));
    line?.setAttribute('y1', fixed(from[1]));
    line?.setAttribute('x2', fixed(to[0]));
    line?.setAttribute('y2', fixed(to[1]));
  }
  const heads = pool<SVGPathElement>(layerGroup(behind, 'arrows'), 'path', drawing.arrows.length);
  for (const [k, { tip, from }] of drawing.arrows.entries()) {
    heads[k]?.setAttribute('class', 'axis-arrow');
    heads[k]?.setAttribute('d', arrowHead(tip, from));
  }
  const texts = pool<SVGTextElement>(layerGroup(before, 'labels'), 'text', drawing.labels.length);
  for (const [k, label] of drawing.labels.entries()) {
    const text = texts[k];
    if (text) fillLabel(text, label);
  }
}
