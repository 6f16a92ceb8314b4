/**
 * Takes a picture of a figure: its SVGs and its texts as vectors, its canvases as pixels that are drawn anew for any size, in
 * the order of the document. Boxes of the page (backgrounds, borders) are not part of a picture: what is to be exported is
 * drawn as SVG.
 */
import { rendererOf } from '#scene/renderers';
import { numberText } from './colour';
import { LayerList } from './layer-list';
import { element } from './markup';
import { type Area, common, grown, overlap, type Picture, within } from './picture';
import type { ExportRequest } from './request';
import { svgInside } from './svg-clone';
import { createTypefaces, drawText } from './text-lines';

export type CaptureOptions = Pick<ExportRequest, 'scale' | 'background'>;

/** What holds for an element and everything in it. */
interface Surroundings {
  readonly opacity: number;
  /** What is seen. */
  readonly clip: Area;
}

const unseen = new Set(
  'input select textarea progress meter dialog script style template noscript iframe audio object video'.split(
    ' ',
  ),
);

/** Controls are no part of a picture, but for buttons that show something; nor are words for screen readers alone. */
function isLeftOut(target: Element, style: CSSStyleDeclaration): boolean {
  if (unseen.has(target.localName)) return true;
  if (target.localName === 'button' && !target.querySelector('canvas, [data-readout]')) return true;
  if (style.display === 'none' || Number(style.opacity) === 0 || style.clipPath === 'inset(50%)') return true;
  return style.position === 'absolute' && style.width === '1px' && style.height === '1px';
}

/** What is seen of the inside of an element. */
function clipInside(style: CSSStyleDeclaration, area: Area, clip: Area): Area {
  if (style.overflowX === 'visible' && style.overflowY === 'visible') return clip;
  const margin = style.overflowX === 'clip' ? Number.parseFloat(style.overflowClipMargin) || 0 : 0;
  const room = common(grown(area, margin), clip);
  return {
    ...(style.overflowX === 'visible' ? { x: clip.x, width: clip.width } : { x: room.x, width: room.width }),
    ...(style.overflowY === 'visible'
      ? { y: clip.y, height: clip.height }
      : { y: room.y, height: room.height }),
  };
}

/** `#rrggbb` as browsers compute it. */
function rgbText(colour: string): string {
  const bytes = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `rgb(${bytes.join(', ')})`;
}

/**
 * Captures an element of the page that stands still. What its canvases show is asked for when the picture is drawn, so
 * draw it before the figure changes.
 */
export function captureFrame(frame: HTMLElement, { scale, background }: CaptureOptions): Picture {
  const typefaces = createTypefaces();
  const layers = new LayerList();
  const { left: originX, top: originY, width, height } = frame.getBoundingClientRect();
  const whole = { x: 0, y: 0, width, height };
  const paper = getComputedStyle(frame).getPropertyValue('--paper').trim();
  const ground = background === 'paper' ? paper : background;
  // Letters have a rim in the colour of what is behind them.
  const exchange = background.startsWith('#') ? [[rgbText(paper), rgbText(background)] as const] : [];

  const areaOf = (target: Element): Area => {
    const box = target.getBoundingClientRect();
    return { x: box.left - originX, y: box.top - originY, width: box.width, height: box.height };
  };

  const addSvg = (svg: SVGSVGElement, style: CSSStyleDeclaration, area: Area, around: Surroundings) => {
    if (area.width === 0 || area.height === 0) return;
    const inside = svgInside(svg, {
      typefaces,
      prefix: `${layers.name('s')}-`,
      exchange: new Map(exchange),
      zoom: (svg.getScreenCTM()?.d ?? 1) * scale,
    });
    if (inside === '') return;
    const isOpen = style.overflowX === 'visible';
    // Browsers round where it begins, and not how large it is.
    const snapped = (length: number) => numberText(Math.round(length * scale) / scale);
    const attributes = {
      x: snapped(area.x),
      y: snapped(area.y),
      width: numberText(area.width),
      height: numberText(area.height),
      viewBox: svg.getAttribute('viewBox') ?? undefined,
      preserveAspectRatio: svg.getAttribute('preserveAspectRatio') ?? undefined,
      overflow: isOpen ? 'visible' : undefined,
      opacity: around.opacity < 1 ? numberText(around.opacity) : undefined,
    };
    // Drawn beyond its own edge it may be anywhere; the picture's edge cuts by itself.
    const isUncut = within(whole, around.clip);
    const room = isOpen ? grown(whole, isUncut ? 0 : 1) : area;
    layers.vector(element('svg', attributes, inside), room, isUncut ? undefined : around.clip);
  };

  const addPixels = (
    target: HTMLCanvasElement | HTMLImageElement,
    style: CSSStyleDeclaration,
    area: Area,
    { opacity, clip }: Surroundings,
  ) => {
    if (area.width === 0 || area.height === 0 || !overlap(area, clip)) return;
    const drawn = target instanceof HTMLCanvasElement ? rendererOf(target) : undefined;
    const isSmooth = style.imageRendering === 'auto';
    const draw = (context: CanvasRenderingContext2D, place: Area, density: number) => {
      if (!drawn) {
        context.imageSmoothingEnabled = isSmooth;
        context.imageSmoothingQuality = 'medium';
        context.drawImage(target, place.x, place.y, place.width, place.height);
        return;
      }
      drawn.render({ width: place.width, height: place.height, density }, (canvas, tile) => {
        context.drawImage(canvas, place.x + tile.x, place.y + tile.y, tile.width, tile.height);
      });
    };
    layers.raster({ area, opacity, draw }, clip);
  };

  const addElement = (target: Element, around: Surroundings) => {
    const style = getComputedStyle(target);
    if (isLeftOut(target, style)) return;
    const area = areaOf(target);
    const isSeen = style.visibility === 'visible';
    const own = { ...around, opacity: around.opacity * Number(style.opacity) };
    if (target instanceof SVGSVGElement) {
      if (isSeen) addSvg(target, style, area, own);
    } else if (target instanceof HTMLCanvasElement || target instanceof HTMLImageElement) {
      if (isSeen) addPixels(target, style, area, own);
    } else {
      const inside = { ...own, clip: clipInside(style, area, around.clip) };
      for (const child of target.childNodes) {
        if (child instanceof Element) addElement(child, inside);
        else if (child instanceof Text && isSeen) {
          // The box of a line is higher than its letters.
          for (const line of drawText(child, style, own.opacity, { x: originX, y: originY }, typefaces))
            layers.vector(line.markup, grown(line.area, -1), inside.clip);
        }
      }
    }
  };

  addElement(frame, { opacity: 1, clip: whole });
  return {
    width,
    height,
    scale,
    ground: background === 'transparent' ? undefined : ground,
    layers: layers.all(),
    typefaces: typefaces.list(),
  };
}
