/** Draws a function state into the elements of the function view. */

import { contourPath } from '#plot/contours';
import { exponentText, fixedText, plainText, readableText } from '#state/number-text';
import { divergingColours, paintValues, sampleSquare } from '#ui/heatmap';
import { writeNumber, writeWords } from '#ui/live';
import type { ThemeName } from '#ui/theme';
import {
  type FunctionState,
  HALF,
  type PairOfState,
  pairOfState,
  type TileId,
  tileIds,
  tilePlane,
} from './function-maps';
import { type TileScale, tileScales } from './function-scales';
import { gateLine } from './gate-line';
import { text } from './text';

/** Pixels a side. */
export const TILE_SIDE = 48;
/** Odd, so that contours at every second pixel reach both borders. */
export const LARGE_SIDE = 129;

/** The element of a part, by `data-part`. */
function partOf<E extends Element>(root: Element, name: string): E | null {
  return root.querySelector<E>(`[data-part="${name}"]`);
}

/** Reused between draws: values of each tile, and of the large picture. */
export interface Buffers {
  readonly tiles: Readonly<Record<TileId, Float64Array>>;
  readonly large: Float64Array;
  /** The targets whose tile is in the buffer: they stay while a ball rolls. */
  targets: Float64Array | undefined;
}

/** Room for all values. */
export function createBuffers(): Buffers {
  const entries = tileIds.map((tile) => [tile, new Float64Array(TILE_SIDE ** 2)] as const);
  return {
    tiles: Object.fromEntries(entries) as Record<TileId, Float64Array>,
    large: new Float64Array(LARGE_SIDE ** 2),
    targets: undefined,
  };
}

function paint(
  canvas: HTMLCanvasElement | null,
  values: Float64Array,
  side: number,
  theme: ThemeName,
  { range }: TileScale,
): void {
  const context = canvas?.getContext('2d');
  if (!context) return;
  const picture = context.createImageData(side, side);
  paintValues(picture.data, values, divergingColours(theme), range);
  context.putImageData(picture, 0, 0);
}

/** A factor in few characters: 20, 5000, 2 × 10⁷. */
function factorText(factor: number): string {
  return factor < 1e4 ? plainText(factor) : exponentText(Number(factor.toPrecision(1)));
}

/** The end of a scale: a number of one or two digits. */
function rangeText(range: number): string {
  const plain = Number(range.toPrecision(3));
  return plain >= 0.001 && plain < 1e4 ? plainText(plain) : readableText(range, 1);
}

function scaleText({ range, factor, zero }: TileScale): string {
  if (zero) return text.function.equal;
  return factor > 1 ? `±${rangeText(range)} (×${factorText(factor)})` : `±${rangeText(range)}`;
}

function writeText(element: HTMLElement | null, content: string): void {
  if (element) writeWords(element, content);
}

/** Fills a tile's buffer, with as little evaluation as it takes; the largest |value| in it. */
function fillTile(tile: TileId, state: FunctionState, pair: PairOfState, buffers: Buffers): number {
  const values = buffers.tiles[tile];
  if (tile === 'residual') {
    const { network, target } = buffers.tiles;
    for (let k = 0; k < values.length; k++) values[k] = (network[k] as number) - (target[k] as number);
    return largestSize(values);
  }
  if (tile === 'target' && buffers.targets === state.targets) return largestSize(values);
  return sampleSquare(values, TILE_SIDE, HALF, tilePlane(state, pair, tile));
}

function largestSize(values: Float64Array): number {
  let largest = 0;
  for (const value of values) {
    const size = Math.abs(value);
    if (size > largest && size < Infinity) largest = size;
  }
  return largest;
}

/** Draws everything that depends on the state. */
export function drawFunctions(
  root: Element,
  state: FunctionState,
  chosen: TileId,
  theme: ThemeName,
  buffers: Buffers,
): void {
  const pair = pairOfState(state);
  const largest = {} as Record<TileId, number>;
  for (const tile of tileIds) largest[tile] = fillTile(tile, state, pair, buffers);
  buffers.targets = state.targets;
  const scales = tileScales(largest);
  for (const tile of tileIds) {
    paint(partOf(root, `map-${tile}`), buffers.tiles[tile], TILE_SIDE, theme, scales[tile]);
    const label = partOf<HTMLElement>(root, `scale-${tile}`);
    if (label) {
      const { range, factor } = scales[tile];
      label.dataset.value = String(range);
      label.title = factor > 1 ? text.function.stronger(factorText(factor)) : '';
    }
    writeText(label, scaleText(scales[tile]));
  }
  drawLarge(root, state, pair, chosen, theme, buffers.large, scales[chosen]);
  writeNumbers(root, state, pair);
}

function drawLarge(
  root: Element,
  state: FunctionState,
  pair: PairOfState,
  chosen: TileId,
  theme: ThemeName,
  values: Float64Array,
  scale: TileScale,
): void {
  sampleSquare(values, LARGE_SIDE, HALF, tilePlane(state, pair, chosen));
  const canvas = partOf<HTMLCanvasElement>(root, 'large');
  paint(canvas, values, LARGE_SIDE, theme, scale);
  drawContours(root, values, scale);
  const range = rangeText(scale.range);
  canvas?.setAttribute('aria-label', text.function.picture(text.function.tiles[chosen], range));
  const gated = chosen === 'pair' || chosen === 'limit';
  const line = gated ? gateLine(pair.coordinates.w) : undefined;
  for (const name of ['gate', 'gate-halo']) {
    const path = line ? `M${line[0].join(' ')}L${line[1].join(' ')}` : '';
    partOf<SVGPathElement>(root, name)?.setAttribute('d', path);
  }
  writeText(
    partOf(root, 'caption'),
    scale.zero && chosen === 'difference' ? text.function.equalLarge : text.function.captions[chosen],
  );
  writeText(partOf(root, 'low'), `−${range}`);
  writeText(partOf(root, 'high'), range);
  const legend = partOf<HTMLCanvasElement>(root, 'legend');
  const context = legend?.getContext('2d');
  if (!context) return;
  const picture = context.createImageData(256, 1);
  picture.data.set(divergingColours(theme));
  context.putImageData(picture, 0, 0);
}

/** Contours at fifths of the scale, the zero line stronger. */
function drawContours(root: Element, values: Float64Array, { range, zero }: TileScale): void {
  let path = '';
  for (let level = -4; level <= 4; level++) {
    if (level !== 0 && !zero) path += contourPath(values, LARGE_SIDE, (level * range) / 5, 2);
  }
  partOf<SVGPathElement>(root, 'contours')?.setAttribute('d', path);
  const nil = zero ? '' : contourPath(values, LARGE_SIDE, 0, 2);
  partOf<SVGPathElement>(root, 'zero-contour')?.setAttribute('d', nil);
}

/** A number with as many decimals, whatever its size, so that a column of them stands still. */
function writeFixed(element: HTMLElement | null, value: number, decimals: number): void {
  if (!element) return;
  element.dataset.value = String(value);
  writeText(element, Number.isFinite(value) ? fixedText(value, decimals) : '–');
}

function writeNumbers(root: Element, { loss }: FunctionState, pair: PairOfState): void {
  const readout = (name: string) => root.querySelector<HTMLElement>(`[data-readout="fn-${name}"]`);
  for (const name of ['wi', 'wj'] as const) {
    for (const k of [1, 2, 0]) {
      writeFixed(readout(`${name}-${k}`), pair[name][k === 0 ? 2 : k - 1] ?? 0, 4);
    }
  }
  const { epsilon, a, c } = pair.coordinates;
  const numbers = { ai: pair.ai, aj: pair.aj, eps: epsilon, a, c };
  for (const [name, value] of Object.entries(numbers)) {
    const element = readout(name);
    if (element) writeNumber(element, value, 4);
  }
  const element = readout('loss');
  if (element) writeNumber(element, loss, 4);
}
