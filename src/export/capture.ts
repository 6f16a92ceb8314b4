/**
 * Takes a picture of a figure from the page: walks through its elements in the order in which the browser paints them
 * and notes text, boxes and SVGs as vectors, canvases as pixels that are drawn anew for any size.
 */
import { rendererOf } from '#scene/renderers';
import { drawBox } from './boxes';
import { numberText } from './colour';
import { LayerList } from './layer-list';
import { element } from './markup';
import { type Area, overlap, type Picture, within } from './picture';
import { withRealElements } from './pseudo';
import type { ExportRequest } from './request';
import { svgInside } from './svg-clone';
import { createTypefaces, drawText } from './text-lines';

export type CaptureOptions = Pick<ExportRequest, 'scale' | 'background'>;

/**
 * Captures an element of the page that stands still. What its canvases show is asked for when the picture is drawn, so
 * draw it before the figure changes.
 */
export function captureFrame(frame: HTMLElement, options: CaptureOptions): Picture {
  return withRealElements(frame, () => new Capture(frame, options).picture());
}

/** What holds for an element and everything in it. */
interface Surroundings {
  readonly opacity: number;
  readonly clip: Area;
}

/** Something painted later than its place among the elements says. */
interface Raised {
  readonly level: number;
  readonly paint: () => void;
}

const controls = new Set(['input', 'select', 'textarea', 'progress', 'meter', 'dialog']);
const unseen = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'audio', 'object', 'video']);

/** Elements for screen readers alone. */
function isForReaders(style: CSSStyleDeclaration): boolean {
  if (style.clipPath === 'inset(50%)') return true;
  return style.position === 'absolute' && style.width === '1px' && style.height === '1px';
}

/** A control is no part of a picture; a button that shows something is, by what it shows. */
function isControl(target: Element): boolean {
  if (controls.has(target.localName)) return true;
  return target.localName === 'button' && !target.querySelector('canvas, [data-readout]');
}

function isRaised(style: CSSStyleDeclaration): boolean {
  return (
    style.position !== 'static' ||
    style.opacity !== '1' ||
    style.transform !== 'none' ||
    style.rotate !== 'none'
  );
}

/** The turn of an element in degrees; 0 for all but a few. */
function turnOf(style: CSSStyleDeclaration): number {
  if (style.rotate.endsWith('deg')) return Number.parseFloat(style.rotate);
  const [a = 1, b = 0] = (/^matrix\((.*)\)$/.exec(style.transform)?.[1] ?? '').split(',').map(Number);
  return b === 0 ? 0 : (Math.atan2(b, a) * 180) / Math.PI;
}

function grown({ x, y, width, height }: Area, by: number): Area {
  return { x: x - by, y: y - by, width: Math.max(0, width + 2 * by), height: Math.max(0, height + 2 * by) };
}

/** What is seen of the inside of an element. */
function clipInside(style: CSSStyleDeclaration, area: Area, clip: Area): Area {
  if (style.overflowX === 'visible' && style.overflowY === 'visible') return clip;
  const margin = style.overflowX === 'clip' ? Number.parseFloat(style.overflowClipMargin) || 0 : 0;
  const room = grown(area, margin);
  const [left, right] = [Math.max(clip.x, room.x), Math.min(clip.x + clip.width, room.x + room.width)];
  const [top, bottom] = [Math.max(clip.y, room.y), Math.min(clip.y + clip.height, room.y + room.height)];
  const [isWide, isTall] = [style.overflowX === 'visible', style.overflowY === 'visible'];
  return {
    x: isWide ? clip.x : left,
    width: isWide ? clip.width : Math.max(0, right - left),
    y: isTall ? clip.y : top,
    height: isTall ? clip.height : Math.max(0, bottom - top),
  };
}

class Capture {
  readonly #frame: HTMLElement;
  readonly #typefaces = createTypefaces();
  readonly #layers = new LayerList();
  readonly #origin: { readonly x: number; readonly y: number };
  readonly #whole: Area;
  readonly #exchange = new Map<string, string>();
  readonly #ground: string | undefined;
  readonly #scale: number;

  constructor(frame: HTMLElement, { scale, background }: CaptureOptions) {
    this.#frame = frame;
    const { left, top, width, height } = frame.getBoundingClientRect();
    this.#origin = { x: left, y: top };
    this.#whole = { x: 0, y: 0, width, height };
    this.#scale = scale;
    const paper = getComputedStyle(frame).getPropertyValue('--paper').trim();
    this.#ground = background === 'transparent' ? undefined : background === 'paper' ? paper : background;
    // Letters have a rim in the colour of what is behind them.
    if (background.startsWith('#')) this.#exchange.set(rgbText(paper), rgbText(background));
  }

  picture(): Picture {
    const { width, height } = this.#whole;
    this.#context(this.#frame, getComputedStyle(this.#frame), { opacity: 1, clip: this.#whole });
    return {
      width,
      height,
      scale: this.#scale,
      ground: this.#ground,
      layers: this.#layers.all(),
      typefaces: this.#typefaces.list(),
    };
  }

  #areaOf(target: Element): Area {
    const { left, top, width, height } = target.getBoundingClientRect();
    return { x: left - this.#origin.x, y: top - this.#origin.y, width, height };
  }

  /** The area as browsers fill it: from one whole pixel of the file to another. */
  #snapped({ x, y, width, height }: Area): Area {
    const snap = (length: number) => Math.round(length * this.#scale) / this.#scale;
    const [left, top] = [snap(x), snap(y)];
    return { x: left, y: top, width: snap(x + width) - left, height: snap(y + height) - top };
  }

  /** Paints an element, or puts it off when it is raised above its neighbours. */
  #element(target: Element, around: Surroundings, raised: Raised[]): void {
    if (unseen.has(target.localName) || isControl(target)) return;
    const style = getComputedStyle(target);
    if (style.display === 'none' || Number(style.opacity) === 0 || isForReaders(style)) return;
    if (!isRaised(style)) this.#content(target, style, around, raised);
    else {
      const level = style.zIndex === 'auto' ? 0 : Number(style.zIndex);
      raised.push({ level, paint: () => this.#context(target, style, around) });
    }
  }

  /** Paints an element and then, in their order, what is raised inside it. */
  #context(target: Element, style: CSSStyleDeclaration, around: Surroundings): void {
    const turn = target === this.#frame ? 0 : turnOf(style);
    if (turn !== 0 && target instanceof HTMLElement) {
      this.#turned(target, turn, around);
      return;
    }
    const raised: Raised[] = [];
    this.#content(target, style, { ...around, opacity: around.opacity * Number(style.opacity) }, raised);
    for (const { paint } of raised.sort((a, b) => a.level - b.level)) paint();
  }

  /** Paints an element that is turned as if it were not, and turns what was painted. */
  #turned(target: HTMLElement, turn: number, around: Surroundings): void {
    const { rotate, transform } = target.style;
    target.style.rotate = 'none';
    target.style.transform = 'none';
    try {
      const area = this.#areaOf(target);
      const reach = Math.hypot(area.width, area.height) / 2;
      const [x, y] = [area.x + area.width / 2, area.y + area.height / 2];
      const room = { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach };
      const layers = this.#layers.apart(() =>
        this.#context(target, getComputedStyle(target), { ...around, clip: grown(area, reach) }),
      );
      const markup = layers.map((layer) => (layer.kind === 'vector' ? layer.markup : '')).join('');
      if (markup === '') return;
      const transformed = `rotate(${numberText(turn)} ${numberText(x)} ${numberText(y)})`;
      this.#layers.vector(element('g', { transform: transformed }, markup), room, around.clip);
    } finally {
      target.style.rotate = rotate;
      target.style.transform = transform;
    }
  }

  #content(target: Element, style: CSSStyleDeclaration, around: Surroundings, raised: Raised[]): void {
    const area = this.#areaOf(target);
    const isSeen = style.visibility === 'visible';
    if (target instanceof SVGSVGElement) {
      if (isSeen) this.#svg(target, style, area, around);
      return;
    }
    if (isSeen && target !== this.#frame && style.display !== 'contents') {
      const name = () => this.#layers.name('gradient');
      // Rings go a little beyond the box.
      const box = drawBox(target, style, this.#snapped(area), around.opacity, name);
      this.#layers.vector(box, grown(area, 6), around.clip);
    }
    if (target instanceof HTMLCanvasElement || target instanceof HTMLImageElement) {
      if (isSeen) this.#pixels(target, style, area, around);
      return;
    }
    const inside = { ...around, clip: clipInside(style, area, around.clip) };
    for (const child of target.childNodes) {
      if (child instanceof Element) this.#element(child, inside, raised);
      else if (child instanceof Text && isSeen) this.#text(child, style, inside);
    }
  }

  #text(node: Text, style: CSSStyleDeclaration, { opacity, clip }: Surroundings): void {
    for (const { markup, area } of drawText(node, style, opacity, this.#origin, this.#typefaces)) {
      // The box of a line is higher than its letters.
      this.#layers.vector(markup, grown(area, -1), clip);
    }
  }

  #svg(svg: SVGSVGElement, style: CSSStyleDeclaration, area: Area, { opacity, clip }: Surroundings): void {
    if (area.width === 0 || area.height === 0) return;
    const prefix = `${this.#layers.name('s')}-`;
    const inside = svgInside(svg, {
      typefaces: this.#typefaces,
      prefix,
      exchange: this.#exchange,
      zoom: (svg.getScreenCTM()?.d ?? 1) * this.#scale,
    });
    if (inside === '') return;
    const isOpen = style.overflowX === 'visible';
    // Browsers round where it begins, and not how large it is.
    const { x, y } = this.#snapped(area);
    const attributes = {
      x: numberText(x),
      y: numberText(y),
      width: numberText(area.width),
      height: numberText(area.height),
      viewBox: svg.getAttribute('viewBox') ?? undefined,
      preserveAspectRatio: svg.getAttribute('preserveAspectRatio') ?? undefined,
      overflow: isOpen ? 'visible' : undefined,
      opacity: opacity < 1 ? numberText(opacity) : undefined,
    };
    // Drawn beyond its own edge it may be anywhere; the picture's edge cuts by itself.
    const isUncut = within(this.#whole, clip);
    const room = isOpen ? grown(this.#whole, isUncut ? 0 : 1) : area;
    this.#layers.vector(element('svg', attributes, inside), room, isUncut ? undefined : clip);
  }

  #pixels(
    target: HTMLCanvasElement | HTMLImageElement,
    style: CSSStyleDeclaration,
    area: Area,
    { opacity, clip }: Surroundings,
  ): void {
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
        context.drawImage(canvas, place.x + tile.x, place.y + tile.y);
      });
    };
    this.#layers.raster({ area, opacity, draw }, clip);
  }
}

/** `#rrggbb` as browsers compute it. */
function rgbText(colour: string): string {
  const [red = '0', green = '0', blue = '0'] = colour.slice(1).match(/../g) ?? [];
  return `rgb(${[red, green, blue].map((byte) => Number.parseInt(byte, 16)).join(', ')})`;
}
