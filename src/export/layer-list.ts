/** The layers of a picture while it is being taken. */
import { numberText } from './colour';
import { element } from './markup';
import { type Area, common, type Layer, overlap, type RasterLayer, within } from './picture';

function union(a: Area, b: Area): Area {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const right = Math.max(a.x + a.width, b.x + b.width);
  const bottom = Math.max(a.y + a.height, b.y + b.height);
  return { x, y, width: right - x, height: bottom - y };
}

/** Gathers layers from back to front; vectors join those before them while no pixels come between. */
export class LayerList {
  readonly #layers: Layer[] = [];
  #names = 0;

  /** A name that nothing else in the picture has. */
  name(kind: string): string {
    this.#names += 1;
    return `${kind}${this.#names}`;
  }

  /**
   * Adds vectors.
   * @param area where they are, for certain
   * @param clip what of them is seen
   */
  vector(markup: string, area: Area, clip: Area | undefined): void {
    if (markup === '' || (clip && !overlap(area, clip))) return;
    const isWhole = !clip || within(area, clip);
    const cut = isWhole ? markup : this.#clipped(markup, clip);
    const seen = isWhole ? area : common(area, clip);
    const last = this.#layers.at(-1);
    if (last?.kind === 'vector') {
      const joined = { ...last, markup: last.markup + cut, area: union(last.area, seen) };
      this.#layers[this.#layers.length - 1] = joined;
    } else this.#layers.push({ kind: 'vector', markup: cut, area: seen });
  }

  #clipped(markup: string, { x, y, width, height }: Area): string {
    const id = this.name('clip');
    const sides = { x, y, width, height };
    const written = Object.entries(sides).map(([key, value]) => [key, numberText(value)] as const);
    const shape = element('clipPath', { id }, element('rect', Object.fromEntries(written)));
    return shape + element('g', { 'clip-path': `url(#${id})` }, markup);
  }

  /** Adds pixels. */
  raster(layer: Omit<RasterLayer, 'kind' | 'clip'>, clip: Area | undefined): void {
    if (clip && !overlap(layer.area, clip)) return;
    const isWhole = !clip || within(layer.area, clip);
    this.#layers.push({ kind: 'raster', ...layer, ...(!isWhole && { clip }) });
  }

  all(): readonly Layer[] {
    return this.#layers;
  }
}
