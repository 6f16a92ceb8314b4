/** Linear gradients of a style sheet as those of SVG. */
import { numberText, type Paint, readColour } from './colour';
import { element } from './markup';
import type { Area } from './picture';

export interface Gradient {
  /** Degrees clockwise from upwards. */
  readonly angle: number;
  readonly stops: readonly { readonly at: number; readonly paint: Paint }[];
}

const sides: Readonly<Record<string, number>> = {
  'to top': 0,
  'to right': 90,
  'to bottom': 180,
  'to left': 270,
};

/** Parts of a list that stand between commas outside of brackets. */
function parts(list: string): readonly string[] {
  return list.split(/,(?![^(]*\))/).map((part) => part.trim());
}

/** Reads a computed `linear-gradient(…)`; undefined for any other picture. */
export function gradientOf(image: string): Gradient | undefined {
  const inside = /^linear-gradient\((.*)\)$/.exec(image)?.[1];
  if (inside === undefined) return undefined;
  const listed = parts(inside);
  const [head = ''] = listed;
  const angle = sides[head] ?? (head.endsWith('deg') ? Number.parseFloat(head) : undefined);
  const colours = angle === undefined ? listed : listed.slice(1);
  const read = colours.map((text) => {
    const [, colour = '', place] = /^((?:rgba?|color)\([^)]*\))(?: ([\d.]+)%)?$/.exec(text) ?? [];
    return { paint: readColour(colour), at: place === undefined ? undefined : Number(place) / 100 };
  });
  const last = read.length - 1;
  const stops: { at: number; paint: Paint }[] = [];
  for (const [k, { paint, at }] of read.entries()) {
    if (!paint) return undefined;
    stops.push({ paint, at: at ?? (last > 0 ? k / last : 0) });
  }
  return stops.length > 1 ? { angle: angle ?? 180, stops } : undefined;
}

/** The gradient over an area. */
export function gradientMarkup(id: string, { angle, stops }: Gradient, area: Area): string {
  const radians = (angle * Math.PI) / 180;
  const [sin, cos] = [Math.sin(radians), Math.cos(radians)];
  // So long that the corners have the first and the last colour.
  const half = (Math.abs(area.width * sin) + Math.abs(area.height * cos)) / 2;
  const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
  const attributes = {
    id,
    gradientUnits: 'userSpaceOnUse',
    x1: numberText(middle.x - half * sin),
    y1: numberText(middle.y + half * cos),
    x2: numberText(middle.x + half * sin),
    y2: numberText(middle.y - half * cos),
  };
  const children = stops.map(({ at, paint }) =>
    element('stop', {
      offset: numberText(at, 4),
      'stop-color': paint.colour,
      'stop-opacity': paint.alpha < 1 ? numberText(paint.alpha) : undefined,
    }),
  );
  return element('linearGradient', attributes, children.join(''));
}
