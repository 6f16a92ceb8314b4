/** Colours as the browser computes them, for SVG readers that know only hexadecimal ones. */

export interface Paint {
  /** `#rrggbb` */
  readonly colour: string;
  /** 0 to 1 */
  readonly alpha: number;
}

function hex(components: readonly number[]): string {
  const byte = (value: number) => Math.round(Math.min(255, Math.max(0, value)));
  return `#${components.map((value) => byte(value).toString(16).padStart(2, '0')).join('')}`;
}

/**
 * Reads a computed colour: `rgb(…)`, `rgba(…)` or `color(srgb …)`; undefined for anything else, such as `none`.
 */
export function readColour(computed: string): Paint | undefined {
  const found = /^(rgba?|color)\((?:srgb )?([^)]*)\)$/.exec(computed.trim());
  if (!found) return undefined;
  const [red = 0, green = 0, blue = 0, alpha = 1] = (found[2] ?? '').split(/[\s,/]+/).map(Number);
  const unit = found[1] === 'color' ? 255 : 1;
  const components = [red * unit, green * unit, blue * unit];
  return [...components, alpha].every(Number.isFinite) ? { colour: hex(components), alpha } : undefined;
}

/** Attributes that paint with a colour: `fill` or `stroke`, with its opacity when it is not opaque. */
export function paintAttributes(kind: 'fill' | 'stroke', { colour, alpha }: Paint): Record<string, string> {
  return { [kind]: colour, ...(alpha < 1 && { [`${kind}-opacity`]: numberText(alpha) }) };
}

/** A number for an attribute: no more digits than can be seen, never NaN. */
export function numberText(value: number, digits = 3): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be drawn`);
  return String(Number(value.toFixed(digits)));
}
