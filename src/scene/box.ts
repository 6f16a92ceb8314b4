/**
 * The box that a surface stands in: how inputs and values become places in the scene.
 * x1 runs to the right, x2 away from the reader (up, seen from above), values upwards.
 */

/** Half the height of the box, where half its width is 1. */
export const HALF_HEIGHT = 0.62;

export interface Box {
  /** Inputs run from -halfWidth to halfWidth. */
  readonly halfWidth: number;
  /** Values run from -height to height. */
  readonly height: number;
}

export type ScenePoint = readonly [x: number, y: number, z: number];

/** The place of (x1, x2, value) in the scene. */
export function place({ halfWidth, height }: Box, x1: number, x2: number, value: number): ScenePoint {
  return [x1 / halfWidth, (value / height) * HALF_HEIGHT, -x2 / halfWidth];
}

const NICE = [1, 1.5, 2, 3, 4, 5, 6, 8, 10] as const;

/** The smallest height among 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten that holds the given size. */
export function niceHeight(size: number): number {
  if (!(size > 1e-12)) return 1;
  if (!Number.isFinite(size)) return 1;
  const power = 10 ** Math.floor(Math.log10(size));
  const factor = NICE.find((candidate) => candidate * power >= size * (1 - 1e-9)) ?? 10;
  return Number((factor * power).toPrecision(3));
}

/** 1, 2 or 5 times a power of ten, at most the given factor. */
export function roundFactor(factor: number): number {
  const power = 10 ** Math.floor(Math.log10(factor) + 1e-9);
  const digit = [5, 2, 1].find((candidate) => candidate * power <= factor * (1 + 1e-9)) ?? 1;
  return Number((digit * power).toPrecision(1));
}

/** Round tick values in [-size, size], at least one and about `wanted` of them on each side of zero. */
export function niceTicks(size: number, wanted = 2): readonly number[] {
  const power = 10 ** Math.floor(Math.log10(size));
  const steps = [0.1, 0.2, 0.5, 1, 2, 5].map((factor) => factor * power).filter((step) => step <= size);
  const misfit = (step: number) => Math.abs(Math.log(size / step / wanted));
  const step = steps.reduce((best, next) => (misfit(next) <= misfit(best) ? next : best), power);
  const count = Math.floor(size / step + 1e-9);
  return Array.from({ length: 2 * count + 1 }, (_, k) => Number(((k - count) * step).toPrecision(6)) + 0);
}
