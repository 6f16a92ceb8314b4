/**
 * Activations over a block of samples at a time. A call a number would box its argument and its result,
 * which costs as much as a table look-up.
 */
import type { Activation } from './activation';

/**
 * - `exact`: the activation itself
 * - `table`: quintic polynomials, several times faster, for surfaces and long paths (see `tableOf`)
 */
export type Evaluation = 'exact' | 'table';

/** Where the numbers of one neuron begin. */
export interface NeuronPlaces {
  /** w . x, to be read. */
  readonly z: number;
  /** s(z) and s'(z). */
  readonly s0: number;
  readonly s1: number;
  /** a s'(z) and a s''(z). */
  readonly slope: number;
  readonly bend: number;
}

/**
 * One neuron a s(z) over a block. Everything is read from and written to one array, by where it begins (see
 * `BlockRoom`), in one pass, and the neuron's output is added to the numbers from f on.
 */
export interface ActivationBlock {
  /** The output alone. */
  values(numbers: Float64Array, at: NeuronPlaces, length: number, a: number, f: number): void;
  /** s and a s' as well. */
  slopes(numbers: Float64Array, at: NeuronPlaces, length: number, a: number, f: number): void;
  /** s, s', a s' and a s'' as well. */
  jets(numbers: Float64Array, at: NeuronPlaces, length: number, a: number, f: number): void;
  /** Adds a s(z0 + alpha z1) to f: one neuron at one point of a line. */
  addOnLine(
    numbers: Float64Array,
    z0: number,
    z1: number,
    alpha: number,
    a: number,
    length: number,
    f: number,
  ): void;
}

/**
 * The block form of an activation; an activation that is not smooth has no table and is always evaluated
 * exactly.
 */
export function activationBlock(activation: Activation, evaluation: Evaluation): ActivationBlock {
  return evaluation === 'table' && activation.smooth ? tableBlock(activation) : exactBlock(activation);
}

function exactBlock({ value, jet }: Activation): ActivationBlock {
  const out = new Float64Array(4);
  return {
    values(numbers, { z }, length, a, f) {
      for (let n = 0; n < length; n++) {
        numbers[f + n] = (numbers[f + n] as number) + a * value(numbers[z + n] as number);
      }
    },
    slopes(numbers, { z, s0, slope }, length, a, f) {
      for (let n = 0; n < length; n++) {
        jet(numbers[z + n] as number, out);
        const s = out[0] as number;
        numbers[f + n] = (numbers[f + n] as number) + a * s;
        numbers[s0 + n] = s;
        numbers[slope + n] = a * (out[1] as number);
      }
    },
    jets(numbers, { z, s0, s1, slope, bend }, length, a, f) {
      for (let n = 0; n < length; n++) {
        jet(numbers[z + n] as number, out);
        const s = out[0] as number;
        const ds = out[1] as number;
        numbers[f + n] = (numbers[f + n] as number) + a * s;
        numbers[s0 + n] = s;
        numbers[s1 + n] = ds;
        numbers[slope + n] = a * ds;
        numbers[bend + n] = a * (out[2] as number);
      }
    },
    addOnLine(numbers, z0, z1, alpha, a, length, f) {
      for (let n = 0; n < length; n++) {
        const zn = (numbers[z0 + n] as number) + alpha * (numbers[z1 + n] as number);
        numbers[f + n] = (numbers[f + n] as number) + a * value(zn);
      }
    },
  };
}

/** Intervals per unit of z, on [-HALF_RANGE, HALF_RANGE]; beyond, the activation itself is used. */
const PER_UNIT = 128;
const HALF_RANGE = 32;
const COEFFICIENTS = 6;

function tableBlock(activation: Activation): ActivationBlock {
  const table = tableOf(activation);
  const { value, jet } = activation;
  const out = new Float64Array(4);
  return {
    values(numbers, { z }, length, a, f) {
      for (let n = 0; n < length; n++) {
        const zn = numbers[z + n] as number;
        // NaN fails the comparison and goes to the activation.
        if (!(zn > -HALF_RANGE && zn < HALF_RANGE)) {
          numbers[f + n] = (numbers[f + n] as number) + a * value(zn);
          continue;
        }
        const u = (zn + HALF_RANGE) * PER_UNIT;
        const i = u | 0;
        const t = u - i;
        const at = i * COEFFICIENTS;
        const high =
          (table[at + 3] as number) + t * ((table[at + 4] as number) + t * (table[at + 5] as number));
        const s =
          (table[at] as number) +
          t * ((table[at + 1] as number) + t * ((table[at + 2] as number) + t * high));
        numbers[f + n] = (numbers[f + n] as number) + a * s;
      }
    },
    slopes(numbers, { z, s0, slope }, length, a, f) {
      const perUnit = a * PER_UNIT;
      for (let n = 0; n < length; n++) {
        const zn = numbers[z + n] as number;
        if (!(zn > -HALF_RANGE && zn < HALF_RANGE)) {
          jet(zn, out);
          const s = out[0] as number;
          numbers[f + n] = (numbers[f + n] as number) + a * s;
          numbers[s0 + n] = s;
          numbers[slope + n] = a * (out[1] as number);
          continue;
        }
        const u = (zn + HALF_RANGE) * PER_UNIT;
        const i = u | 0;
        const t = u - i;
        const at = i * COEFFICIENTS;
        const c1 = table[at + 1] as number;
        const c2 = table[at + 2] as number;
        const c3 = table[at + 3] as number;
        const c4 = table[at + 4] as number;
        const c5 = table[at + 5] as number;
        const s = (table[at] as number) + t * (c1 + t * (c2 + t * (c3 + t * (c4 + t * c5))));
        numbers[f + n] = (numbers[f + n] as number) + a * s;
        numbers[s0 + n] = s;
        numbers[slope + n] = perUnit * (c1 + t * (2 * c2 + t * (3 * c3 + t * (4 * c4 + t * (5 * c5)))));
      }
    },
    jets(numbers, { z, s0, s1, slope, bend }, length, a, f) {
      const perSquare = a * PER_UNIT * PER_UNIT;
      for (let n = 0; n < length; n++) {
        const zn = numbers[z + n] as number;
        if (!(zn > -HALF_RANGE && zn < HALF_RANGE)) {
          jet(zn, out);
          const s = out[0] as number;
          const ds = out[1] as number;
          numbers[f + n] = (numbers[f + n] as number) + a * s;
          numbers[s0 + n] = s;
          numbers[s1 + n] = ds;
          numbers[slope + n] = a * ds;
          numbers[bend + n] = a * (out[2] as number);
          continue;
        }
        const u = (zn + HALF_RANGE) * PER_UNIT;
        const i = u | 0;
        const t = u - i;
        const at = i * COEFFICIENTS;
        const c1 = table[at + 1] as number;
        const c2 = table[at + 2] as number;
        const c3 = table[at + 3] as number;
        const c4 = table[at + 4] as number;
        const c5 = table[at + 5] as number;
        const s = (table[at] as number) + t * (c1 + t * (c2 + t * (c3 + t * (c4 + t * c5))));
        const ds = PER_UNIT * (c1 + t * (2 * c2 + t * (3 * c3 + t * (4 * c4 + t * (5 * c5)))));
        numbers[f + n] = (numbers[f + n] as number) + a * s;
        numbers[s0 + n] = s;
        numbers[s1 + n] = ds;
        numbers[slope + n] = a * ds;
        numbers[bend + n] = perSquare * (2 * c2 + t * (6 * c3 + t * (12 * c4 + t * (20 * c5))));
      }
    },
    addOnLine(numbers, z0, z1, alpha, a, length, f) {
      for (let n = 0; n < length; n++) {
        const zn = (numbers[z0 + n] as number) + alpha * (numbers[z1 + n] as number);
        if (!(zn > -HALF_RANGE && zn < HALF_RANGE)) {
          numbers[f + n] = (numbers[f + n] as number) + a * value(zn);
          continue;
        }
        const u = (zn + HALF_RANGE) * PER_UNIT;
        const i = u | 0;
        const t = u - i;
        const at = i * COEFFICIENTS;
        const high =
          (table[at + 3] as number) + t * ((table[at + 4] as number) + t * (table[at + 5] as number));
        const s =
          (table[at] as number) +
          t * ((table[at + 1] as number) + t * ((table[at + 2] as number) + t * high));
        numbers[f + n] = (numbers[f + n] as number) + a * s;
      }
    },
  };
}

const tables = new WeakMap<Activation, Float64Array>();

/**
 * Hermite interpolation of s, s', s'' at both ends of each interval (ours), made once an activation: 393 kB.
 * For the smooth activations of this project s is good to 6e-15, s' to 2e-12 and s'' to 2e-9 relative to 1 +
 * |s|. It is twice continuously differentiable and its derivatives are those of the tabulated function
 * itself, so a loss made of it has an exact gradient: enough for pictures and for following a path. Points
 * that are claimed to be critical are polished with the activation itself.
 */
function tableOf(activation: Activation): Float64Array {
  const known = tables.get(activation);
  if (known !== undefined) return known;
  const intervals = 2 * HALF_RANGE * PER_UNIT;
  const table = new Float64Array(intervals * COEFFICIENTS);
  const left = new Float64Array(4);
  const right = new Float64Array(4);
  for (let i = 0; i < intervals; i++) {
    activation.jet(i / PER_UNIT - HALF_RANGE, left);
    activation.jet((i + 1) / PER_UNIT - HALF_RANGE, right);
    fillQuintic(left, right, 1 / PER_UNIT, table, i * COEFFICIENTS);
  }
  tables.set(activation, table);
  return table;
}

/** Coefficients in t = (z - left end) / h of the quintic that meets s, s', s'' at both ends. */
function fillQuintic(
  left: Float64Array,
  right: Float64Array,
  h: number,
  table: Float64Array,
  at: number,
): void {
  const c0 = left[0] as number;
  const c1 = h * (left[1] as number);
  const c2 = (h * h * (left[2] as number)) / 2;
  // What the cubic, quartic and quintic terms must add at t = 1, to the value and its first two derivatives
  // by t.
  const f = (right[0] as number) - c0 - c1 - c2;
  const g = h * (right[1] as number) - c1 - 2 * c2;
  const k = h * h * (right[2] as number) - 2 * c2;
  table[at] = c0;
  table[at + 1] = c1;
  table[at + 2] = c2;
  table[at + 3] = 10 * f - 4 * g + k / 2;
  table[at + 4] = -15 * f + 7 * g - k;
  table[at + 5] = 6 * f - 3 * g + k / 2;
}
