/** What stands over and under the surface's canvas: axes, the place of the read-out point, and its values. */
import { axesDrawing, type Pixel, type Project } from '#scene/axes';
import { drawAxes, layerGroup } from '#scene/axes-layer';
import { type Box, place, type ScenePoint } from '#scene/box';
import type { Sight } from '#scene/scene-view';
import { type Layers, placeElement, viewOf } from '#scene/stage';
import { readableText } from '#state/number-text';
import { setAttributes } from '#ui/live';
import { pool, SVG } from '#ui/svg';
import { termsAt } from './model';
import type { PairValues } from './schema';
import { text } from './text';

/** The value at the read-out point, held inside the frame. */
export function probePlace(values: PairValues, box: Box): ScenePoint {
  const [x1 = 0, x2 = 0] = values.at;
  const value = termsAt(values)[values.show];
  const inside = Number.isFinite(value) ? Math.min(box.height, Math.max(-box.height, value)) : 0;
  return place(box, x1, x2, inside);
}

/** Draws axes, read-out point and its values as the camera sees them. */
export function drawOverlay(
  layers: Layers,
  { project, texts, axes }: Pick<Sight, 'project' | 'texts' | 'axes'>,
  values: PairValues,
  box: Box,
  /** The mark of the read-out point, if there is one. */
  probe: HTMLElement | null,
): void {
  // Under the labels.
  const stretch = layerGroup(layers.before, 'stretch');
  if (axes) {
    const drawing = axesDrawing(project, box, viewOf(values.cam), {
      x1: { text: 'x', subscript: '1' },
      x2: { text: 'x', subscript: '2' },
      value: { text: values.show === 'sum' ? text.legend : text.terms[values.show] },
    });
    drawAxes(layers.behind, layers.before, drawing);
  }
  if (texts) drawStretch(stretch, project, values, box, probe !== null);
  if (probe) placeElement(probe, project(probePlace(values, box)), layers.unit);
}

/**
 * At the read-out point, lines from the sum up and down to the two neurons, each with its value; an arrow head where a
 * neuron is beyond the frame. They part while the sum stays: the figure's point in three numbers.
 */
function drawStretch(
  group: SVGGElement,
  project: Project,
  values: PairValues,
  box: Box,
  reads: boolean,
): void {
  const shown = reads && values.show === 'sum' && values.sheets;
  const parts = pool<SVGGElement>(group, 'g', shown ? 2 : 0);
  if (!shown) return;
  const found = termsAt(values);
  const [x1 = 0, x2 = 0] = values.at;
  const clamped = (value: number) => Math.min(box.height, Math.max(-box.height, value));
  const start = project(place(box, x1, x2, clamped(found.sum)));
  for (const [k, term] of (['neuronI', 'neuronJ'] as const).entries()) {
    const part = parts[k];
    if (!part) continue;
    const value = Number.isNaN(found[term]) ? 0 : found[term];
    const end = project(place(box, x1, x2, clamped(value)));
    drawStretchPart(part, start, end, Math.abs(value) > box.height, readableText(value), term);
  }
}

/** Pixels that the arrow of a value beyond the frame goes past it. */
const BREAK_OUT = 26;

function drawStretchPart(
  part: SVGGElement,
  start: Pixel,
  end: Pixel,
  beyond: boolean,
  label: string,
  term: 'neuronI' | 'neuronJ',
): void {
  if (part.childElementCount === 0) {
    for (const name of ['line', 'path', 'text']) part.append(document.createElementNS(SVG, name));
  }
  const [line, head, text] = part.children;
  if (!line || !head || !text) return;
  const colour = `var(--neuron-${term === 'neuronI' ? 'i' : 'j'})`;
  const up = end[1] <= start[1];
  // A value beyond the frame breaks out of it.
  const out = beyond ? (up ? -BREAK_OUT : BREAK_OUT) : 0;
  const style = `stroke:${colour}`;
  const [x, y] = [end[0].toFixed(1), end[1] + out];
  setAttributes(line, {
    class: 'stretch-line',
    style,
    x1: start[0].toFixed(1),
    y1: start[1].toFixed(1),
    x2: x,
    y2: y.toFixed(1),
  });
  const wing = up ? 7 : -7;
  setAttributes(head, {
    class: 'stretch-line',
    style: `${style};fill:none`,
    d: `M${(end[0] - 4.5).toFixed(1)} ${(y + wing).toFixed(1)}L${x} ${y.toFixed(1)}L${(end[0] + 4.5).toFixed(1)} ${(y + wing).toFixed(1)}`,
    visibility: beyond ? 'visible' : 'hidden',
  });
  setAttributes(text, {
    class: 'stretch-label',
    style: `fill:${colour}`,
    x: (end[0] + 9).toFixed(1),
    y: (y + (up ? 3 : -3)).toFixed(1),
  });
  if (text.textContent !== label) text.textContent = label;
}
