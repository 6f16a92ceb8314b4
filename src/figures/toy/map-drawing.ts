/** Draws the map: its colours on a canvas, everything else into an SVG over it. */

import { lossColours } from '#landscape/loss-colours';
import { tableIndex } from '#math/numerics/oklab';
import { axes } from '#plot/axes';
import { contourPath } from '#plot/contours';
import type { LaidOut } from '#plot/frame';
import { type Box, placeLabels } from '#plot/labels';
import { patch } from '#plot/patch';
import { pathThrough } from '#plot/path';
import { shapePath } from '#plot/points';
import { pillWidth } from '#scene/pills';
import { setAttributes } from '#ui/live';
import { pool, SVG } from '#ui/svg';
import { toyRunners } from '#workers/toy-messages';
import { ALPHA_RANGE, GAMMA_RANGE, type ToyAxisKind } from './axis';
import { CONTOURS, colourOf, isOnPicture, pictureOf, rangeOf, type ToyField } from './field';
import { ballsOf, mapPixel, mapSpec, runnerShapes, trackIndices } from './map-geometry';
import type { ToyValues } from './schema';
import type { Session } from './session';
import { text } from './text';

/** A group of the drawing, made in the order in which they are first asked for. */
function groupOf(svg: Element, name: string): SVGGElement {
  const found = svg.querySelector<SVGGElement>(`:scope > g[data-part="${name}"]`);
  if (found) return found;
  const made = document.createElementNS(SVG, 'g');
  made.dataset.part = name;
  svg.append(made);
  return made;
}

/** Pixels a side of the colours, which the browser smooths, and of the grid of the contours; in pictures to keep, finer. */
const SIDES = { usual: { colours: 192, contours: 96 }, fine: { colours: 512, contours: 256 } };

const drawnFields = new WeakMap<Element, { field: ToyField; axis: ToyAxisKind; isFine: boolean }>();

/** Paints the colours and the contours, unless they stand there already. */
export function drawField(
  canvas: HTMLCanvasElement,
  svg: SVGSVGElement,
  field: ToyField,
  axis: ToyAxisKind,
  frame: LaidOut,
  { unit, isFine }: { readonly unit: number; readonly isFine: boolean },
): void {
  const { left, right, top, bottom } = frame;
  canvas.style.left = `${unit * left}px`;
  canvas.style.top = `${unit * top}px`;
  canvas.style.width = `${unit * (right - left)}px`;
  canvas.style.height = `${unit * (bottom - top)}px`;
  const contours = groupOf(svg, 'contours');
  setAttributes(contours, {
    transform: `translate(${(left + right) / 2} ${(top + bottom) / 2}) scale(${(right - left) / 2} ${(bottom - top) / 2})`,
  });
  const before = drawnFields.get(canvas);
  if (before?.field === field && before.axis === axis && before.isFine === isFine) return;
  drawnFields.set(canvas, { field, axis, isFine });
  const { colours: side, contours: contourSide } = isFine ? SIDES.fine : SIDES.usual;
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  if (!context) return;
  const range = rangeOf(field);
  const table = lossColours();
  const image = context.createImageData(side, side);
  pictureOf(field, axis, side).forEach((logLoss, at) => {
    const colour = 4 * tableIndex(colourOf(range, logLoss));
    for (let channel = 0; channel < 3; channel++)
      image.data[4 * at + channel] = table[colour + channel] as number;
    image.data[4 * at + 3] = 255;
  });
  context.putImageData(image, 0, 0);
  const coarse = pictureOf(field, axis, contourSide);
  const paths = pool<SVGPathElement>(contours, 'path', CONTOURS.length);
  CONTOURS.forEach((loss, k) => {
    setAttributes(paths[k] as SVGPathElement, {
      class: 'toy-contour',
      d: contourPath(coarse, contourSide, Math.log(loss)),
    });
  });
}

/** Ticks and names of both axes. */
export function drawMapAxes(svg: SVGSVGElement, axis: ToyAxisKind, frame: LaidOut): void {
  patch(groupOf(svg, 'axes'), axes(mapSpec(axis), frame));
}

/** A line with a light rim, so that it is seen on every colour. */
function rimmed(
  group: SVGGElement,
  lines: readonly { readonly d: string; readonly className: string }[],
): void {
  const paths = pool<SVGPathElement>(group, 'path', 2 * lines.length);
  lines.forEach(({ d, className }, k) => {
    setAttributes(paths[k] as SVGPathElement, { class: `toy-rim ${className}-rim`, d });
    setAttributes(paths[lines.length + k] as SVGPathElement, { class: className, d });
  });
}

/** The saddle line, both channels and the tracks. */
export function drawLines(svg: SVGSVGElement, session: Session, values: ToyValues, frame: LaidOut): void {
  const { time } = values;
  const path = (gammas: ArrayLike<number>, alphas: ArrayLike<number>, indices: readonly number[]) =>
    pathThrough([indices.map((k) => mapPixel(frame, gammas[k] as number, alphas[k] as number))]);
  const [first, last] = GAMMA_RANGE;
  const channels = ([1, 2] as const).flatMap((which) => {
    const channel = session.channels[which];
    if (!channel) return [];
    const all = Array.from({ length: channel.gammas.length }, (_, k) => k);
    return [{ d: path(channel.gammas, channel.alphas, all), className: `toy-line-channel${which}` }];
  });
  rimmed(groupOf(svg, 'lines'), [
    { d: path([first, last], [0, 0], [0, 1]), className: 'toy-line-saddle' },
    ...channels,
  ]);
  rimmed(
    groupOf(svg, 'tracks'),
    toyRunners.flatMap((runner) => {
      const run = session.runs[runner];
      if (!run) return [];
      const d = path(run.gammas, run.alphas, trackIndices(session.runs, runner, time));
      return [{ d, className: `toy-track-${runner}` }];
    }),
  );
}

interface MapLabel {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly className: string;
}

/** Balls, marks of optima, and the names of everything, none over another. */
export function drawMarks(svg: SVGSVGElement, session: Session, values: ToyValues, frame: LaidOut): void {
  const { axis, time } = values;
  const pixel = (gamma: number, alpha: number) => mapPixel(frame, gamma, alpha);
  const balls = ballsOf(session.runs, time)
    .filter(({ alpha }) => alpha >= ALPHA_RANGE[0] && alpha <= ALPHA_RANGE[1])
    .map((ball) => ({ ...ball, at: pixel(ball.gamma, ball.alpha) }));
  const optima = ([1, 2] as const).flatMap((channel) => {
    const optimum = session.optima[channel];
    if (optimum?.kind !== 'minimum' || !isOnPicture(optimum.gamma, optimum.alpha)) return [];
    return [{ channel, at: pixel(optimum.gamma, optimum.alpha) }];
  });
  const shapes = [
    ...optima.map(({ at }) => ({ at, d: shapePath('diamond', 5.5), className: 'toy-optimum' })),
    ...balls.map(({ runner, at }) => ({
      at,
      d: shapePath(runnerShapes[runner], 5.5),
      className: `toy-ball toy-ball-${runner}${runner === values.follow ? ' toy-ball-followed' : ''}`,
    })),
  ];
  const items = pool<SVGPathElement>(groupOf(svg, 'balls'), 'path', shapes.length);
  shapes.forEach(({ at, d, className }, k) => {
    const transform = `translate(${at[0].toFixed(1)} ${at[1].toFixed(1)})`;
    setAttributes(items[k] as SVGPathElement, { class: className, d, transform });
  });

  // Names of lines stand at the right, where there is room; then those of the balls beside them.
  const width = frame.right - frame.left;
  const nameX = frame.left + (axis === 'log' ? 0.66 : 0.5) * width;
  const start = pixel(values.gamma, values.alpha);
  const saddleY = pixel(1, 0)[1] - 16;
  const isInTheWay =
    Math.abs(start[0] - nameX) < 12 + pillWidth(text.map.saddle) / 2 && Math.abs(start[1] - saddleY) < 22;
  const lineNames: MapLabel[] = [
    {
      x: isInTheWay ? frame.left + 0.32 * width : nameX,
      y: saddleY,
      text: text.map.saddle,
      className: 'toy-pill-saddle',
    },
    ...([1, 2] as const).flatMap((which): MapLabel[] => {
      const channel = session.channels[which];
      if (!channel) return [];
      const alpha = channel.alphas[Math.floor(channel.alphas.length / 2)] as number;
      const y = Math.min(frame.bottom - 12, pixel(1, alpha)[1] + (which === 1 ? 18 : -18));
      return [{ x: nameX, y, text: text.map.channel(which), className: `toy-pill-channel${which}` }];
    }),
  ];
  const obstacles: Box[] = [
    ...lineNames.map(({ x, y, text: words }) => ({ x, y, halfWidth: pillWidth(words) / 2, halfHeight: 11 })),
    ...[...shapes.map(({ at }) => at), start].map(([x, y]) => ({ x, y, halfWidth: 7, halfHeight: 7 })),
  ];
  // What is said while the runs are on their way stands at the top (toy.css).
  if (session.running) {
    const halfWidth = Math.min(115, width / 2);
    obstacles.push({ x: frame.left + 6 + halfWidth, y: frame.top + 15, halfWidth, halfHeight: 15 });
  }
  const wanted = [
    ...balls
      .toReversed()
      .map(({ runner, at }) => ({ at, text: text.runnerShort[runner], className: `toy-pill-${runner}` })),
    ...optima.map(({ at }) => ({ at, text: text.map.optimum, className: 'toy-pill-optimum' })),
  ];
  const places = placeLabels(
    wanted.map(({ at, text: words }) => ({ at, width: pillWidth(words) })),
    frame,
    { boxes: obstacles, halfHeight: 11 },
  );
  drawPillsAt(groupOf(svg, 'pills'), [
    ...lineNames,
    ...wanted.flatMap(({ text: words, className }, k): MapLabel[] => {
      const place = places[k];
      return place ? [{ x: place.x, y: place.y, text: words, className }] : [];
    }),
  ]);
}

function drawPillsAt(group: SVGGElement, labels: readonly MapLabel[]): void {
  const items = pool<SVGGElement>(group, 'g', labels.length);
  labels.forEach(({ x, y, text: words, className }, k) => {
    const item = items[k] as SVGGElement;
    if (item.childElementCount === 0) item.innerHTML = '<rect y="-10" height="20" rx="10"/><text></text>';
    setAttributes(item, {
      class: `pill ${className}`,
      transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
    });
    const [rect, label] = item.children as unknown as [Element, Element];
    const width = pillWidth(words);
    setAttributes(rect, { x: (-width / 2).toFixed(1), width: width.toFixed(1) });
    if (label.textContent !== words) label.textContent = words;
  });
}
