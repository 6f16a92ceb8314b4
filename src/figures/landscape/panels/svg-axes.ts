/** Axes of the panels' plots, drawn into SVG groups at true pixel size. */
import { setAttributes } from '#ui/live';
import { pool } from '#ui/svg';

/** The element of a part, by `data-part`. */
export function svgPart<E extends SVGElement>(svg: Element, name: string): E | null {
  return svg.querySelector<E>(`[data-part="${name}"]`);
}

/** Makes one unit of the drawing one pixel. Returns the width, at least `least`. */
export function fitToPixels(svg: SVGSVGElement, height: number, least = 240): number {
  const width = Math.max(least, Math.round(svg.clientWidth || svg.getBoundingClientRect().width));
  setAttributes(svg, { viewBox: `0 0 ${width} ${height}` });
  return width;
}

export interface AxisTick {
  readonly pixel: number;
  readonly label: string;
  /** An exponent after the label. */
  readonly power?: string;
}

const pixels = (value: number) => value.toFixed(1);

/** Tick labels left of a plot, with grid lines across it. */
export function drawLeftTicks(
  svg: SVGSVGElement,
  ticks: readonly AxisTick[],
  left: number,
  right: number,
): void {
  const group = svgPart<SVGGElement>(svg, 'left-ticks');
  if (!group) return;
  const items = pool<SVGGElement>(group, 'g', ticks.length);
  ticks.forEach(({ pixel, label, power }, k) => {
    const item = items[k];
    if (!item) return;
    if (item.childElementCount === 0) {
      item.innerHTML =
        '<line class="land-grid"/><text class="axis-tick land-tick-left"><tspan></tspan><tspan class="land-power" dy="-0.5em"></tspan></text>';
    }
    const [line, text] = item.children;
    const y = pixels(pixel);
    if (line) setAttributes(line, { x1: pixels(left), x2: pixels(right), y1: y, y2: y });
    if (!text) return;
    setAttributes(text, { x: pixels(left - 8), y });
    const [whole, exponent] = text.children;
    if (whole) whole.textContent = label;
    if (exponent) exponent.textContent = power ?? '';
  });
}

/** Tick marks and labels below a plot, and its base line. */
export function drawBottomTicks(
  svg: SVGSVGElement,
  ticks: readonly AxisTick[],
  left: number,
  right: number,
  bottom: number,
): void {
  const group = svgPart<SVGGElement>(svg, 'bottom-ticks');
  if (!group) return;
  const items = pool<SVGGElement>(group, 'g', ticks.length);
  ticks.forEach(({ pixel, label }, k) => {
    const item = items[k];
    if (!item) return;
    if (item.childElementCount === 0) {
      item.innerHTML = '<line class="land-axis"/><text class="axis-tick"></text>';
    }
    const [line, text] = item.children;
    const x = pixels(pixel);
    if (line) setAttributes(line, { x1: x, x2: x, y1: pixels(bottom), y2: pixels(bottom + 4) });
    if (!text) return;
    setAttributes(text, { x, y: pixels(bottom + 15) });
    if (text.textContent !== label) text.textContent = label;
  });
  const base = svgPart<SVGLineElement>(svg, 'base');
  const y = pixels(bottom);
  if (base) setAttributes(base, { x1: pixels(left), x2: pixels(right), y1: y, y2: y });
}
