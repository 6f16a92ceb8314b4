/**
 * Gradient and Hessian as sums over the samples, made a block at a time from the slopes and bends of the units. What
 * is summed, and where each sum goes, is planned once, so that little is left to do beside the sums themselves.
 */
import { BLOCK, type BlockRoom } from './block-room';
import { dotSixColumns, dotThree, dotTwoProducts, multiplyAdd } from './block-sums';
import type { Bend, Slot } from './hidden-unit';

export interface DerivativeSums {
  /** Adds a block of samples, whose slopes, bends and residuals are in the room. */
  add(start: number, length: number): void;
  /** Writes the sums times `scale` to where they belong, and begins anew. */
  collect(out: Float64Array, scale: number): void;
}

/** sum_n r[n] df[n] / dtheta; r: where the residuals of a block begin. */
export function gradientSums(
  vectors: readonly Slot[],
  scalars: readonly Slot[],
  r: number,
  room: BlockRoom,
): DerivativeSums {
  const { inputs } = room;
  const plan = createPlan(room);
  for (let m = 0; m < vectors.length; m += 2) {
    const [one, other] = upTo(vectors, m, 2);
    for (let k = 0; k < inputs.size; k += 3) {
      const entries = (slot: Slot | undefined) =>
        three((l) => (slot === undefined || k + l >= inputs.size ? [] : [slot.at + k + l]));
      plan.loop([...entries(one), ...entries(other)], (numbers, start, length, sums, to) => {
        dotTwoProducts(numbers, r, one.slope, (other ?? one).slope, inputs, k, start, length, sums, to);
      });
    }
  }
  for (let m = 0; m < scalars.length; m += 3) {
    const [u, v, w] = upTo(scalars, m, 3);
    const places = [u, v, w].map((slot) => (slot === undefined ? [] : [slot.at]));
    plan.loop(places, (numbers, _, length, sums, to) => {
      dotThree(numbers, r, u.slope, (v ?? u).slope, (w ?? u).slope, length, sums, to);
    });
  }
  return plan;
}

/**
 * The lower triangle of the Hessian (size * size): sum_n of slope slope' + r bend for each two slots, times the
 * products of two inputs for two vectors, and times the input for a vector and a scalar. scratch: room for a block.
 */
export function hessianSums(
  vectors: readonly Slot[],
  scalars: readonly Slot[],
  bends: readonly Bend[],
  size: number,
  r: number,
  scratch: number,
  room: BlockRoom,
): DerivativeSums {
  const { inputs, products } = room;
  const plan = createPlan(room);
  const place = (p: number, q: number) => (p >= q ? p * size + q : q * size + p);
  const bendOf = (one: Slot, other: Slot) =>
    bends.find(
      ({ first, second }) => (first === one && second === other) || (first === other && second === one),
    )?.values;
  const pairs = Array.from({ length: inputs.size }, (_, k) =>
    Array.from({ length: k + 1 }, (_, l) => [k, l] as const),
  ).flat();

  const ones = room.take();
  room.numbers.fill(1, ones, ones + BLOCK);

  for (const [m, one] of vectors.entries()) {
    for (const other of vectors.slice(0, m + 1)) {
      const bend = bendOf(one, other);
      let [u, v] = [one.slope, other.slope];
      if (bend !== undefined) {
        const [p, q] = [u, v];
        plan.loop([], (numbers, _, length) => multiplyAdd(numbers, p, q, r, bend, length, scratch));
        [u, v] = [scratch, ones];
      }
      for (let q = 0; q < products.size; q += 6) {
        const places = pairs.slice(q, q + 6).map(([k, l]) => {
          const entry = place(one.at + k, other.at + l);
          return one === other || k === l ? [entry] : [entry, place(one.at + l, other.at + k)];
        });
        plan.loop(padded(places, 6), (numbers, start, length, sums, to) => {
          dotSixColumns(numbers, u, v, products, q, start, length, sums, to);
        });
      }
    }
  }

  /** Plans u v and u w times the inputs: rows of the Hessian, of one vector and one scalar each. */
  const rows = (u: number, v: Row, w: Row | undefined) => {
    for (let k = 0; k < inputs.size; k += 3) {
      const entries = (row: Row | undefined) =>
        three((l) =>
          row === undefined || k + l >= inputs.size ? [] : [place(row.vector.at + k + l, row.scalar.at)],
        );
      plan.loop([...entries(v), ...entries(w)], (numbers, start, length, sums, to) => {
        dotTwoProducts(numbers, u, v.factor, (w ?? v).factor, inputs, k, start, length, sums, to);
      });
    }
  };
  const mixed = vectors.flatMap((vector) =>
    scalars.map((scalar) => ({ vector, scalar, factor: scalar.slope, bend: bendOf(vector, scalar) })),
  );
  for (const vector of vectors) {
    const own = mixed.filter((row) => row.vector === vector);
    for (let m = 0; m < own.length; m += 2) rows(vector.slope, own[m] as Row, own[m + 1]);
  }
  const bent = mixed.flatMap(({ vector, scalar, bend }) =>
    bend === undefined ? [] : [{ vector, scalar, factor: bend }],
  );
  for (let m = 0; m < bent.length; m += 2) rows(r, bent[m] as Row, bent[m + 1]);

  for (const [p, one] of scalars.entries()) {
    for (let m = 0; m <= p; m += 3) {
      const [u, v, w] = upTo(scalars.slice(0, p + 1), m, 3);
      const places = [u, v, w].map((slot) => (slot === undefined ? [] : [place(one.at, slot.at)]));
      plan.loop(places, (numbers, _, length, sums, to) => {
        dotThree(numbers, one.slope, u.slope, (v ?? u).slope, (w ?? u).slope, length, sums, to);
      });
    }
  }
  for (const { first, second, values } of bends) {
    if (!scalars.includes(first) || !scalars.includes(second)) continue;
    plan.loop([[place(first.at, second.at)], [], []], (numbers, _, length, sums, to) => {
      dotThree(numbers, r, values, values, values, length, sums, to);
    });
  }
  return plan;
}

/** One inner loop over a block, which adds to sums[to ...]. */
type Loop = (numbers: Float64Array, start: number, length: number, sums: Float64Array, to: number) => void;

/** The inner loops in their order, and where their sums go: each to none, one or two places. */
function createPlan(room: BlockRoom) {
  const loops: { readonly loop: Loop; readonly to: number }[] = [];
  const moves: { readonly from: number; readonly to: number }[] = [];
  let count = 0;
  let sums = new Float64Array(0);
  return {
    loop(places: readonly (readonly number[])[], loop: Loop): void {
      loops.push({ loop, to: count });
      for (const [k, all] of places.entries()) for (const to of all) moves.push({ from: count + k, to });
      count += places.length;
      sums = new Float64Array(count);
    },
    add(start: number, length: number): void {
      const { numbers } = room;
      for (const { loop, to } of loops) loop(numbers, start, length, sums, to);
    },
    collect(out: Float64Array, scale: number): void {
      out.fill(0);
      for (const { from, to } of moves) out[to] = (out[to] as number) + scale * (sums[from] as number);
      sums.fill(0);
    },
  };
}

/** A vector and a scalar, and where the numbers are that their row of the Hessian is made of. */
interface Row {
  readonly vector: Slot;
  readonly scalar: Slot;
  readonly factor: number;
}

/** With empty lists of places up to `count`. */
function padded(places: readonly number[][], count: number): number[][] {
  return [...places, ...Array.from({ length: count - places.length }, () => [])];
}

function three<T>(make: (k: number) => T): T[] {
  return [make(0), make(1), make(2)];
}

/** `count` slots from number m on, of which the first is there. */
function upTo(slots: readonly Slot[], m: number, count: number): [Slot, ...(Slot | undefined)[]] {
  return Array.from({ length: count }, (_, k) => slots[m + k]) as [Slot, ...(Slot | undefined)[]];
}
