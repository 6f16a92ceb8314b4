/** What stands over and under the landscape's canvas: axes, names of lines, the place of the ball. */
import { type PerspectiveCamera, Vector3 } from 'three';
import { boxAxes, type Pixel, tickText } from '#scene/axes';
import { drawAxes } from '#scene/axes-layer';
import { HALF_HEIGHT, niceTicks, type ScenePoint } from '#scene/box';
import { drawPills, type Pill } from '#scene/pills';
import type { View } from '#scene/view';
import type { Palette } from '#ui/theme';
import { gammaTicks } from './gamma-axis';
import { footLines, type SliceFrame, saddleLinePoints } from './landscape-lines';
import { ALPHA, type LandscapeValues } from './schema';
import type { Session } from './session';
import { EXTENT, lossHeight } from './slice-surface';
import { text } from './text';

/** What the scene draws on that is not WebGL. */
export interface Overlay {
  readonly behind: SVGSVGElement;
  readonly before: SVGSVGElement;
  /** The focusable mark of the ball. */
  readonly ball: HTMLElement;
}

/** The camera's direction as the scene wants it. */
export function viewOf({ cam }: Pick<LandscapeValues, 'cam'>): View {
  return { azimuth: cam[0] ?? 0, polar: cam[1] ?? 60, zoom: cam[2] ?? 1 };
}

/** Draws axes, names and the ball's place as the camera sees them. */
export function drawOverlay(
  overlay: Overlay,
  camera: PerspectiveCamera,
  size: { readonly width: number; readonly height: number },
  frame: SliceFrame | undefined,
  session: Session,
  values: LandscapeValues,
  ball: ScenePoint | undefined,
  palette: Palette,
): void {
  const vector = new Vector3();
  const project = (point: ScenePoint): Pixel => {
    vector.set(...point).project(camera);
    return [((vector.x + 1) / 2) * size.width, ((1 - vector.y) / 2) * size.height];
  };
  const view = `0 0 ${size.width} ${size.height}`;
  overlay.behind.setAttribute('viewBox', view);
  overlay.before.setAttribute('viewBox', view);
  const ticks = gammaTicks(values.axis);
  const acrossTicks =
    values.slice === 'plane'
      ? [-0.2, -0.1, 0, 0.1, 0.2].map((alpha) => ({ at: alpha / ALPHA, text: tickText(alpha) }))
      : [{ at: 0, text: '0' }];
  drawAxes(
    overlay.behind,
    overlay.before,
    boxAxes(project, EXTENT, viewOf(values), {
      x1: { text: 'γ', ticks },
      x2: { text: values.slice === 'plane' ? 'α' : 's', ticks: acrossTicks },
      value: { text: text.lossAxis, ticks: frame ? lossTicks(frame) : [] },
    }),
  );
  const pills = overlay.before.querySelector('[data-part="pills"]');
  if (pills) drawPills(pills, frame ? namesOfLines(frame, session, project, palette) : []);
  if (ball) {
    const [x, y] = project(ball);
    overlay.ball.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
  }
}

/** Round losses inside the box. */
function lossTicks({ range }: SliceFrame) {
  const span = range.high - range.low;
  const step = (niceTicks(span, 3)[4] ?? span) - (niceTicks(span, 3)[3] ?? 0) || span / 3;
  const first = Math.ceil(range.low / step) * step;
  const count = Math.max(0, Math.floor((range.high - first) / step + 1e-9) + 1);
  return Array.from({ length: count }, (_, k) => {
    const loss = Number((first + k * step).toPrecision(4));
    return { at: lossHeight(range, loss) / HALF_HEIGHT, text: String(loss) };
  });
}

function namesOfLines(
  frame: SliceFrame,
  session: Session,
  project: (point: ScenePoint) => Pixel,
  palette: Palette,
): readonly Pill[] {
  const names: Pill[] = [];
  const name = (points: readonly ScenePoint[] | undefined, share: number, label: string, colour: string) => {
    const point = points?.[Math.floor((points.length - 1) * share)];
    if (point) names.push({ at: project([point[0], point[1] + 0.09, point[2]]), text: label, colour });
  };
  name(saddleLinePoints(frame, session.network?.loss ?? 0), 0.4, text.saddleLine, palette.saddleLine);
  if (frame.slice !== 'descent') return names;
  for (const side of ['plus', 'minus'] as const) {
    const road = session.roads[side];
    const longest = footLines(frame, session, side).toSorted((a, b) => b.length - a.length)[0];
    if (!road || !longest) continue;
    if (road.verdict === 'minimum-at-infinity') name(longest, 0.62, text.channel, palette.channel);
    else if (road.verdict === 'road-back') name(longest, 0.62, text.roadBack, palette.warn);
  }
  return names;
}
