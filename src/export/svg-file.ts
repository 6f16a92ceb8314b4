/** A picture as an SVG file: letters, lines and curves as such, canvases as embedded PNGs. */
import { numberText } from './colour';
import { rasterAlone } from './draw-picture';
import { canvasBytes } from './encode';
import { base64Address, facesOf, typefaceRules } from './fonts';
import { element, escapeXml } from './markup';
import type { Picture, RasterLayer } from './picture';

/** What a file says of itself. */
export interface FileWords {
  readonly title: string;
  /** What it shows, in sentences. */
  readonly description: string;
  /** The address that shows it. */
  readonly link: string;
}

async function rasterMarkup(layer: RasterLayer, scale: number): Promise<string> {
  const { area, opacity, clip } = layer;
  // At least two pixels for each of the page: a vector file is looked at closely.
  const canvas = rasterAlone(layer, Math.max(2, scale));
  const href = base64Address('image/png', await canvasBytes(canvas));
  canvas.width = 0;
  const [x, y] = [Math.round(area.x), Math.round(area.y)];
  const image = element('image', {
    x: numberText(x),
    y: numberText(y),
    width: numberText(Math.round(area.x + area.width) - x),
    height: numberText(Math.round(area.y + area.height) - y),
    preserveAspectRatio: 'none',
    opacity: opacity < 1 ? numberText(opacity) : undefined,
    href,
  });
  if (!clip) return image;
  return element(
    'svg',
    {
      x: numberText(clip.x),
      y: numberText(clip.y),
      width: numberText(clip.width),
      height: numberText(clip.height),
      viewBox: [clip.x, clip.y, clip.width, clip.height].map((value) => numberText(value)).join(' '),
    },
    image,
  );
}

function metadata({ title, link }: FileWords): string {
  const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
  const core = 'http://purl.org/dc/elements/1.1/';
  const described = element(
    'rdf:Description',
    { 'rdf:about': '' },
    [
      element('dc:title', {}, escapeXml(title)),
      element('dc:source', {}, escapeXml(link)),
      element('dc:format', {}, 'image/svg+xml'),
    ].join(''),
  );
  return element('metadata', {}, element('rdf:RDF', { 'xmlns:rdf': rdf, 'xmlns:dc': core }, described));
}

/** Families without the quotes and the words that only browsers know, with a common one at the end. */
const FALLBACK: readonly (readonly [RegExp, string])[] = [
  [/'Inter Variable'/g, "'Inter Variable', Inter, 'Helvetica Neue', Arial"],
  [/'Source Serif 4 Variable'/g, "'Source Serif 4 Variable', 'Source Serif 4', 'Source Serif Pro', Georgia"],
  [/KaTeX_Main\b/g, "KaTeX_Main, 'Latin Modern Roman', 'CMU Serif'"],
  [/KaTeX_Math\b/g, "KaTeX_Math, 'Latin Modern Math', 'CMU Serif'"],
];

/** Names a picture's typefaces also as they are called where they are installed. */
function withInstalledNames(markup: string): string {
  return markup.replace(/font-family="([^"]*)"/g, (_whole, list: string) => {
    const named = FALLBACK.reduce((families, [name, names]) => families.replace(name, names), list);
    return `font-family="${named}"`;
  });
}

/**
 * The text of an SVG file.
 * @param complete with the typefaces in it; without them it is for this page alone
 */
export async function pictureToSvg(picture: Picture, words: FileWords, complete = true): Promise<string> {
  const { width, height, scale, ground } = picture;
  const [w, h] = [numberText(width), numberText(height)];
  const layers: string[] = [];
  for (const layer of picture.layers) {
    layers.push(
      layer.kind === 'vector' ? withInstalledNames(layer.markup) : await rasterMarkup(layer, scale),
    );
  }
  const typefaces = complete ? await typefaceRules(facesOf(picture.typefaces)) : '';
  const children = [
    element('title', {}, escapeXml(words.title)),
    element('desc', {}, escapeXml(words.description)),
    metadata(words),
    typefaces === '' ? '' : element('style', {}, typefaces),
    ground === undefined ? '' : element('rect', { width: w, height: h, fill: ground }),
    ...layers,
  ];
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width: numberText(width * scale),
    height: numberText(height * scale),
    viewBox: `0 0 ${w} ${h}`,
    role: 'img',
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('svg', attributes, children.join('\n'))}\n`;
}
