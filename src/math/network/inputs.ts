/** Points at which a network is trained or shown. All row-major, count x size, without the constant 1. */
import type { Random } from '#math/numerics/random';

/** Half the side of the square of inputs: a uniform coordinate on it has mean 0 and variance 1. */
export const HALF_WIDTH = Math.sqrt(3);

/** Cell centres of a perSide x perSide grid on [-half, half]^2; x1 runs slowest. */
export function gridInputs(perSide: number, half = HALF_WIDTH): Float64Array {
  if (!Number.isInteger(perSide) || perSide < 1) {
    throw new RangeError(`a grid needs at least one cell a side, got ${perSide}`);
  }
  const out = new Float64Array(2 * perSide * perSide);
  const centre = (i: number): number => half * ((2 * i + 1) / perSide - 1);
  for (let i = 0, at = 0; i < perSide; i++) {
    for (let j = 0; j < perSide; j++) {
      out[at++] = centre(i);
      out[at++] = centre(j);
    }
  }
  return out;
}

/**
 * Primitive polynomials (degree, inner coefficients) and first direction numbers of Joe and Kuo (2008), from
 * dimension 2.
 */
const SOBOL: readonly {
  readonly degree: number;
  readonly inner: number;
  readonly first: readonly number[];
}[] = [
  { degree: 1, inner: 0, first: [1] },
  { degree: 2, inner: 1, first: [1, 3] },
  { degree: 3, inner: 1, first: [1, 3, 1] },
  { degree: 3, inner: 2, first: [1, 1, 1] },
  { degree: 4, inner: 1, first: [1, 1, 3, 3] },
  { degree: 4, inner: 4, first: [1, 3, 5, 13] },
  { degree: 5, inner: 2, first: [1, 1, 5, 5, 17] },
];

const MAX_SOBOL_SIZE = SOBOL.length + 1;

/**
 * The first `count` points of the Sobol sequence in `size` dimensions, mapped to the centres of their cells
 * on [-half, half]^size (plus half a unit in the last of 32 bits, so no point lies on the border). Throws a
 * RangeError beyond MAX_SOBOL_SIZE dimensions.
 */
export function sobolInputs(count: number, size: number, half = HALF_WIDTH): Float64Array {
  if (!Number.isInteger(size) || size < 1 || size > MAX_SOBOL_SIZE) {
    throw new RangeError(`Sobol points are tabulated for 1 to ${MAX_SOBOL_SIZE} dimensions, got ${size}`);
  }
  const out = new Float64Array(count * size);
  for (let k = 0; k < size; k++) {
    const directions = sobolDirections(k);
    let bits = 0;
    for (let n = 0; n < count; n++) {
      // Gray code order: point n + 1 differs from point n in the direction of n's lowest zero bit.
      if (n > 0) bits ^= directions[31 - Math.clz32(n & -n)] as number;
      out[n * size + k] = half * (((bits >>> 0) + 0.5) / 2147483648 - 1);
    }
  }
  return out;
}

function sobolDirections(dimension: number): Int32Array {
  const v = new Int32Array(32);
  const row = dimension === 0 ? undefined : SOBOL[dimension - 1];
  if (row === undefined) {
    for (let i = 0; i < 32; i++) v[i] = 1 << (31 - i);
    return v;
  }
  const { degree, inner, first } = row;
  for (let i = 0; i < 32; i++) {
    if (i < degree) {
      v[i] = (first[i] as number) << (31 - i);
      continue;
    }
    const before = v[i - degree] as number;
    let value = before ^ (before >>> degree);
    for (let k = 1; k < degree; k++) if ((inner >>> (degree - 1 - k)) & 1) value ^= v[i - k] as number;
    v[i] = value;
  }
  return v;
}

/** `count` points of independent standard normal coordinates. */
export function normalInputs(count: number, size: number, random: Random): Float64Array {
  return Float64Array.from({ length: count * size }, () => random.normal());
}
