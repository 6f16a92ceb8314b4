/** How people see colours: contrast, and two kinds of colour blindness. */
import { oklabOf, type Rgb, rgbOfHex } from '#math/numerics/oklab';

/** Relative luminance of a colour (WCAG 2.2). */
function luminance([red, green, blue]: Rgb): number {
  const linear = ([red, green, blue] as const).map(toLinear);
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
}

function toLinear(value: number): number {
  const v = value / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
}

function fromLinear(value: number): number {
  const v = Math.min(1, Math.max(0, value));
  return 255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055);
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [one, other] = [luminance(rgbOfHex(a)), luminance(rgbOfHex(b))];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

export type Vision = 'normal' | 'protanopia' | 'deuteranopia';

/**
 * Linear red, green and blue as dichromats see them: Machado, Oliveira and Fernandes, A Physiologically-based
 * Model for Simulation of Color Vision Deficiency (IEEE TVCG 15, 2009), the matrices of severity 1.
 */
const matrices: Readonly<Record<Vision, readonly (readonly number[])[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

function seen(colour: Rgb, vision: Vision): Rgb {
  const linear = colour.map(toLinear);
  const [red = 0, green = 0, blue = 0] = matrices[vision].map((row) =>
    fromLinear(row.reduce((sum, factor, k) => sum + factor * (linear[k] ?? 0), 0)),
  );
  return [red, green, blue];
}

/** Distance of two colours in OKLab as somebody with this vision sees them; black and white are 1 apart. */
export function seenDistance(a: Rgb, b: Rgb, vision: Vision): number {
  const [one, other] = [oklabOf(seen(a, vision)), oklabOf(seen(b, vision))];
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}
