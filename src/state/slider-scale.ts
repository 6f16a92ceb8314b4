/** Where a value stands on a slider: whole-numbered positions from 0 to `last`, and back. */
import { clampNumber, type NumberParameter, quantise } from './schema';

/** Positions between the smallest positive value and zero, so that zero is a place of its own. */
const ZERO_GAP = 12;

/** The last position of a parameter's slider. */
export function lastPosition(parameter: NumberParameter): number {
  const { scale, min, max } = parameter;
  if (scale.type === 'linear') return Math.round((max - min) / scale.step);
  return Math.round(Math.log10(max / min) * scale.perDecade) + (scale.zero ? ZERO_GAP : 0);
}

/**
 * The value at a position. On a logarithmic scale with zero, positions between the smallest positive value and zero
 * belong to the nearer of the two.
 */
export function valueAt(parameter: NumberParameter, position: number): number {
  const { scale, min, max } = parameter;
  // The range need not be a whole number of steps; the slider ends where it does.
  if (position >= lastPosition(parameter)) return clampNumber(parameter, max);
  if (scale.type === 'linear') {
    const value = min + position * scale.step;
    // The step's own decimals: 0.1 + 0.2 is 0.3 on a slider.
    return clampNumber(
      parameter,
      Number(value.toFixed(Math.max(0, -Math.floor(Math.log10(scale.step) - 1e-9)))),
    );
  }
  if (!scale.zero) return clampNumber(parameter, readable(min * 10 ** (position / scale.perDecade)));
  if (position < ZERO_GAP / 2) return 0;
  if (position <= ZERO_GAP) return min;
  return clampNumber(
    parameter,
    readable(Math.min(max, min * 10 ** ((position - ZERO_GAP) / scale.perDecade))),
  );
}

/** Three digits are enough for a place on a slider, and they make links short. */
function readable(value: number): number {
  return quantise(Number(value.toPrecision(3)));
}

/** The position of a value, not necessarily whole. */
export function positionOf(parameter: NumberParameter, value: number): number {
  const { scale, min, max } = parameter;
  if (scale.type === 'linear') return (Math.min(max, Math.max(min, value)) - min) / scale.step;
  if (value < min) return 0;
  return Math.log10(Math.min(max, value) / min) * scale.perDecade + (scale.zero ? ZERO_GAP : 0);
}

/**
 * The position that a step from one whole position to the next should reach: steps cross the dead zone before zero
 * in one go.
 */
export function stepPosition(parameter: NumberParameter, from: number, to: number): number {
  const { scale } = parameter;
  if (scale.type !== 'log' || !scale.zero) return to;
  if (to > 0 && to < ZERO_GAP) return to < from ? 0 : ZERO_GAP;
  return to;
}
