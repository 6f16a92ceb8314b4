/** Names of lines on a surface, as pills that stand over the picture. */
import { pool, SVG } from '#ui/svg';
import type { Pixel } from './axes';

export interface Pill {
  readonly at: Pixel;
  readonly text: string;
  /** CSS colour of the pill; its text is in the paper's. */
  readonly colour: string;
}

const HEIGHT = 20;
/** Average width of a character at the pills' size; the text is centred, so a little off does not show. */
const CHARACTER = 6.9;

/** Pills moved apart upwards where they would cover each other; the first keep their places. */
function spreadPills(pills: readonly Pill[]): readonly Pill[] {
  const placed: Pill[] = [];
  for (const pill of pills) {
    let y = pill.at[1];
    const half = pillWidth(pill.text) / 2;
    const hits = () =>
      placed.some(
        ({ at, text }) =>
          Math.abs(at[0] - pill.at[0]) < half + pillWidth(text) / 2 + 4 && Math.abs(at[1] - y) < HEIGHT + 3,
      );
    for (let tries = 0; tries < 12 && hits(); tries++) y -= 6;
    placed.push({ ...pill, at: [pill.at[0], y] });
  }
  return placed;
}

/** Pixels that a pill with this text is wide. */
export function pillWidth(text: string): number {
  return text.length * CHARACTER + 16;
}

/** Draws or redraws the pills into a group. */
export function drawPills(group: Element, pills: readonly Pill[]): void {
  const items = pool<SVGGElement>(group, 'g', pills.length);
  for (const [k, { at, text, colour }] of spreadPills(pills).entries()) {
    const item = items[k];
    if (!item) continue;
    if (item.childElementCount === 0) {
      item.append(document.createElementNS(SVG, 'rect'), document.createElementNS(SVG, 'text'));
    }
    const [rect, label] = item.children;
    const width = pillWidth(text);
    item.setAttribute('transform', `translate(${at[0].toFixed(1)} ${at[1].toFixed(1)})`);
    item.setAttribute('class', 'pill');
    rect?.setAttribute('x', (-width / 2).toFixed(1));
    rect?.setAttribute('y', String(-HEIGHT / 2));
    rect?.setAttribute('width', width.toFixed(1));
    rect?.setAttribute('height', String(HEIGHT));
    rect?.setAttribute('rx', String(HEIGHT / 2));
    rect?.setAttribute('style', `fill:${colour}`);
    if (label && label.textContent !== text) label.textContent = text;
  }
}
