/**
 * The vector layers of a picture as one image, below each other: an image of its own for each would read the typefaces
 * anew. Browsers call such an image loaded before its typefaces are, so each of these sets a letter at the sheet's foot;
 * as long as one of them is missing, letters of the picture may be.
 */
import { numberText } from './colour';
import { type PictureFace, typefaceRules } from './fonts';
import { element, escapeXml } from './markup';
import type { Area, VectorLayer } from './picture';
import { text } from './text';

/** A layer and the whole pixels of the file that it touches. */
export interface PlacedVectors {
  readonly layer: VectorLayer;
  readonly place: Area;
}

export interface VectorSheet {
  /** Draws a layer onto its place in the file. */
  readonly draw: (context: CanvasRenderingContext2D, vectors: PlacedVectors) => void;
}

/** Side of a proof's square in pixels. */
const PROOF = 20;

function proofs(faces: readonly PictureFace[], top: number): string {
  const cells = faces.map(({ family, style, weight, character }, k) =>
    element(
      'text',
      {
        x: String(k * PROOF + 2),
        y: String(top + PROOF - 4),
        'font-family': `'${family}'`,
        'font-style': style,
        'font-weight': weight,
        'font-size': String(PROOF - 6),
      },
      escapeXml(character),
    ),
  );
  return cells.join('');
}

/** Whether every proof has been set. */
function areSet(
  image: HTMLImageElement,
  count: number,
  top: number,
  context: CanvasRenderingContext2D,
): boolean {
  context.clearRect(0, 0, count * PROOF, PROOF);
  context.drawImage(image, 0, top, count * PROOF, PROOF, 0, 0, count * PROOF, PROOF);
  const { data } = context.getImageData(0, 0, count * PROOF, PROOF);
  const found = new Set<number>();
  for (let at = 3; at < data.length; at += 4) {
    if (data[at] !== 0) found.add(Math.floor((((at - 3) / 4) % (count * PROOF)) / PROOF));
  }
  return found.size === count;
}

/** Milliseconds after which browsers give up a typeface and set the text in another. */
const PATIENCE = 2500;

async function waitForTypefaces(image: HTMLImageElement, count: number, top: number): Promise<void> {
  if (count === 0) return;
  const canvas = document.createElement('canvas');
  canvas.width = count * PROOF;
  canvas.height = PROOF;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const end = performance.now() + PATIENCE;
  while (context && !areSet(image, count, top, context)) {
    if (performance.now() > end) throw new Error(text.failed.vectors);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/**
 * Sets the vectors of a picture.
 * @param scale pixels of the file for each of the page
 * @throws Error with a sentence when the browser cannot.
 */
export async function setVectors(
  placed: readonly PlacedVectors[],
  scale: number,
  faces: readonly PictureFace[],
): Promise<VectorSheet> {
  const tops = new Map<PlacedVectors, number>();
  let height = 0;
  for (const vectors of placed) {
    tops.set(vectors, height);
    height += vectors.place.height;
  }
  const used = placed.some(({ layer }) => layer.markup.includes('<text')) ? faces : [];
  const width = Math.max(used.length * PROOF, 1, ...placed.map(({ place }) => place.width));
  const layers = placed.map((vectors) => {
    const { place, layer } = vectors;
    const box = [place.x, place.y, place.width, place.height].map((pixels) => numberText(pixels / scale, 6));
    const attributes = {
      y: String(tops.get(vectors) ?? 0),
      width: String(place.width),
      height: String(place.height),
      viewBox: box.join(' '),
    };
    return element('svg', attributes, layer.markup);
  });
  const total = height + PROOF;
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: String(width),
      height: String(total),
      viewBox: `0 0 ${width} ${total}`,
    },
    [
      used.length > 0 ? element('style', {}, await typefaceRules(used)) : '',
      ...layers,
      proofs(used, height),
    ].join(''),
  );
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
  } catch {
    throw new Error(text.failed.vectors);
  } finally {
    URL.revokeObjectURL(url);
  }
  await waitForTypefaces(image, used.length, height);
  return {
    draw(context, vectors) {
      const { x, y, width: w, height: h } = vectors.place;
      context.drawImage(image, 0, tops.get(vectors) ?? 0, w, h, x, y, w, h);
    },
  };
}
