/**
 * The inner loops of gradient and Hessian, over a block of samples, on the numbers of one room. A single sum waits
 * for each of its additions; three or six at a time run side by side. Where fewer than three columns are left from
 * column k the last one is taken again.
 */
import type { Columns } from './block-room';

/** numbers[out ...] = u v + r s. */
export function multiplyAdd(
  numbers: Float64Array,
  u: number,
  v: number,
  r: number,
  s: number,
  length: number,
  out: number,
): void {
  for (let n = 0; n < length; n++) {
    numbers[out + n] =
      (numbers[u + n] as number) * (numbers[v + n] as number) +
      (numbers[r + n] as number) * (numbers[s + n] as number);
  }
}

/** numbers[out ...] = column k times column l. */
export function multiplyColumns(
  numbers: Float64Array,
  { at, count }: Columns,
  k: number,
  l: number,
  start: number,
  length: number,
  out: number,
): void {
  const atK = at + k * count + start;
  const atL = at + l * count + start;
  for (let n = 0; n < length; n++) {
    numbers[out + n] = (numbers[atK + n] as number) * (numbers[atL + n] as number);
  }
}

/** Inner products of u v with six columns from column k on, added to the six sums[to ...]. */
export function dotSixColumns(
  numbers: Float64Array,
  u: number,
  v: number,
  { at, size, count }: Columns,
  k: number,
  start: number,
  length: number,
  sums: Float64Array,
  to: number,
): void {
  const last = size - 1;
  const at0 = at + k * count + start;
  const at1 = at + Math.min(k + 1, last) * count + start;
  const at2 = at + Math.min(k + 2, last) * count + start;
  const at3 = at + Math.min(k + 3, last) * count + start;
  const at4 = at + Math.min(k + 4, last) * count + start;
  const at5 = at + Math.min(k + 5, last) * count + start;
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let sum4 = 0;
  let sum5 = 0;
  for (let n = 0; n < length; n++) {
    const uv = (numbers[u + n] as number) * (numbers[v + n] as number);
    sum0 += uv * (numbers[at0 + n] as number);
    sum1 += uv * (numbers[at1 + n] as number);
    sum2 += uv * (numbers[at2 + n] as number);
    sum3 += uv * (numbers[at3 + n] as number);
    sum4 += uv * (numbers[at4 + n] as number);
    sum5 += uv * (numbers[at5 + n] as number);
  }
  sums[to] = (sums[to] as number) + sum0;
  sums[to + 1] = (sums[to + 1] as number) + sum1;
  sums[to + 2] = (sums[to + 2] as number) + sum2;
  sums[to + 3] = (sums[to + 3] as number) + sum3;
  sums[to + 4] = (sums[to + 4] as number) + sum4;
  sums[to + 5] = (sums[to + 5] as number) + sum5;
}

/** Inner products of u with v, w and y, added to the three sums[to ...]. */
export function dotThree(
  numbers: Float64Array,
  u: number,
  v: number,
  w: number,
  y: number,
  length: number,
  sums: Float64Array,
  to: number,
): void {
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  for (let n = 0; n < length; n++) {
    const un = numbers[u + n] as number;
    sum0 += un * (numbers[v + n] as number);
    sum1 += un * (numbers[w + n] as number);
    sum2 += un * (numbers[y + n] as number);
  }
  sums[to] = (sums[to] as number) + sum0;
  sums[to + 1] = (sums[to + 1] as number) + sum1;
  sums[to + 2] = (sums[to + 2] as number) + sum2;
}

/**
 * Inner products of u v with columns k, k + 1, k + 2 and then of u w with them, added to the six sums[to ...].
 */
export function dotTwoProducts(
  numbers: Float64Array,
  u: number,
  v: number,
  w: number,
  { at, size, count }: Columns,
  k: number,
  start: number,
  length: number,
  sums: Float64Array,
  to: number,
): void {
  const at0 = at + k * count + start;
  const at1 = at + Math.min(k + 1, size - 1) * count + start;
  const at2 = at + Math.min(k + 2, size - 1) * count + start;
  let v0 = 0;
  let v1 = 0;
  let v2 = 0;
  let w0 = 0;
  let w1 = 0;
  let w2 = 0;
  for (let n = 0; n < length; n++) {
    const un = numbers[u + n] as number;
    const uv = un * (numbers[v + n] as number);
    const uw = un * (numbers[w + n] as number);
    const x = numbers[at0 + n] as number;
    const y = numbers[at1 + n] as number;
    const z = numbers[at2 + n] as number;
    v0 += uv * x;
    v1 += uv * y;
    v2 += uv * z;
    w0 += uw * x;
    w1 += uw * y;
    w2 += uw * z;
  }
  sums[to] = (sums[to] as number) + v0;
  sums[to + 1] = (sums[to + 1] as number) + v1;
  sums[to + 2] = (sums[to + 2] as number) + v2;
  sums[to + 3] = (sums[to + 3] as number) + w0;
  sums[to + 4] = (sums[to + 4] as number) + w1;
  sums[to + 5] = (sums[to + 5] as number) + w2;
}

/** numbers[z ...] = u . x_n, u at theta[from ...]; runs down the columns, three at a time. */
export function project(
  numbers: Float64Array,
  theta: Float64Array,
  from: number,
  { at, size, count }: Columns,
  start: number,
  length: number,
  z: number,
): void {
  for (let k = 0; k < size; k += 3) {
    const u = theta[from + k] as number;
    const v = k + 1 < size ? (theta[from + k + 1] as number) : 0;
    const w = k + 2 < size ? (theta[from + k + 2] as number) : 0;
    const at0 = at + k * count + start;
    const at1 = at + Math.min(k + 1, size - 1) * count + start;
    const at2 = at + Math.min(k + 2, size - 1) * count + start;
    if (k > 0) {
      for (let n = 0; n < length; n++) {
        numbers[z + n] =
          (numbers[z + n] as number) +
          u * (numbers[at0 + n] as number) +
          v * (numbers[at1 + n] as number) +
          w * (numbers[at2 + n] as number);
      }
      continue;
    }
    for (let n = 0; n < length; n++) {
      numbers[z + n] =
        u * (numbers[at0 + n] as number) +
        v * (numbers[at1 + n] as number) +
        w * (numbers[at2 + n] as number);
    }
  }
}
