/** Names of lines on a surface, as pills that stand over the picture. */
import { pool, SVG, setAttributes, setStyle } from '#ui/svg';
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

/** Pixels from the ball's middle that names leave free. */
const BALL_ROOM = 11;

/** Pixels that a pill with this text is wide. */
export function pillWidth(text: string): number {
  return text.length * CHARACTER + 16;
}

/** How far beside the ball the middle of a pill is, when it is on its height and covers it; otherwise undefined. */
function overBall({ at, text }: Pill, [x, y]: Pixel): number | undefined {
  const aside = at[0] - x;
  // One pixel less than what pills are moved by: a moved one is out of the way.
  const room = BALL_ROOM - 1;
  const covers = Math.abs(at[1] - y) < HEIGHT / 2 + room && Math.abs(aside) < pillWidth(text) / 2 + room;
  return covers ? aside : undefined;
}

/**
 * Pills moved so that they cover neither each other nor the ball, wherever it rolls: aside from the ball, upwards from each
 * other; the first keep their places.
 */
export function spreadPills(pills: readonly Pill[], ball?: Pixel): readonly Pill[] {
  const placed: Pill[] = [];
  for (const pill of pills) {
    const aside = ball && overBall(pill, ball);
    const half = pillWidth(pill.text) / 2;
    const x = ball && aside !== undefined ? ball[0] + (aside < 0 ? -1 : 1) * (half + BALL_ROOM) : pill.at[0];
    let y = pill.at[1];
    const hits = () =>
      placed.some(
        ({ at, text }) =>
          Math.abs(at[0] - x) < half + pillWidth(text) / 2 + 4 && Math.abs(at[1] - y) < HEIGHT + 3,
      ) ||
      (ball && overBall({ ...pill, at: [x, y] }, ball) !== undefined);
    for (let tries = 0; tries < 20 && hits(); tries++) y -= 6;
    placed.push({ ...pill, at: [x, y] });
  }
  return placed;
}

/** Draws or redraws the pills into a group; they leave room for the ball. */
export function drawPills(group: Element, pills: readonly Pill[], ball?: Pixel): void {
  const items = pool<SVGGElement>(group, 'g', pills.length);
  for (const [k, { at, text, colour }] of spreadPills(pills, ball).entries()) {
    const item = items[k];
    if (!item) continue;
    if (item.childElementCount === 0) {
      item.append(document.createElementNS(SVG, 'rect'), document.createElementNS(SVG, 'text'));
    }
    const [rect, label] = item.children;
    const width = pillWidth(text);
    setAttributes(item, {
      class: 'pill',
      transform: `translate(${at[0].toFixed(1)} ${at[1].toFixed(1)})`,
    });
    if (!rect) continue;
    setAttributes(rect, {
      x: (-width / 2).toFixed(1),
      y: String(-HEIGHT / 2),
      width: width.toFixed(1),
      height: String(HEIGHT),
      rx: String(HEIGHT / 2),
    });
    setStyle(rect, `fill:${colour}`);
    if (label && label.textContent !== text) label.textContent = text;
  }
}
