/**
 * Gradient and Hessian as sums over the samples, made a block at a time from the slopes and bends of the units. What
 * is summed, and where each sum goes, is planned once, so that little is left to do beside the sums themselves.
 */
import { BLOCK, type BlockRoom } from './block-room';
import { dotSixColumns, dotThree, dotTwoProducts, multiplyAdd, multiplyColumns } from './block-sums';
import type { Bend, Slot } from './hidden-unit';

export interface DerivativeSums {
  /** Adds a block of samples, whose slopes, bends and residuals are in the room. */
  add(start: number, length: number): void;
  /** Writes the sums times `scale` to where they belong, and begins anew. */
  collect(out: Float64Array, scale: number): void;
}

/**
 * Up to so many products of two inputs (4 MB) are kept from one Hessian to the next: 15 columns of 10,000 samples made
 * anew each time are 7 % of the time of a network of 25 parameters.
 */
const MOST_KEPT = 2 ** 19;

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
 * products of two inputs for two vectors, and times the input for a vector and a scalar. Takes room for each two
 * vectors with a bend, and for the products of inputs: all of them where they are few, else six columns of a block.
 */
export function hessianSums(
  vectors: readonly Slot[],
  scalars: readonly Slot[],
  bends: readonly Bend[],
  size: number,
  r: number,
  room: BlockRoom,
): DerivativeSums {
  const { inputs } = room;
  const plan = createPlan(room);
  const place = (p: number, q: number) => (p >= q ? p * size + q : q * size + p);
  const bendOf = bendTable(bends);

  const ones = room.take();
  room.numbers.fill(1, ones, ones + BLOCK);
  const twos = vectors.flatMap((one, m) =>
    vectors.slice(0, m + 1).map((other) => {
      const bend = bendOf(one, other);
      if (bend === undefined) return { one, other, u: one.slope, v: other.slope };
      const u = room.take();
      plan.loop([], (numbers, _, length) => multiplyAdd(numbers, one.slope, other.slope, r, bend, length, u));
      return { one, other, u, v: ones };
    }),
  );
  const pairs = Array.from({ length: inputs.size }, (_, k) =>
    Array.from({ length: k + 1 }, (_, l) => [k, l] as const),
  ).flat();
  const isKept = pairs.length * inputs.count <= MOST_KEPT;
  const count = isKept ? inputs.count : BLOCK;
  const products = room.take((isKept ? pairs.length : Math.min(6, pairs.length)) * count);
  for (let q = 0; q < pairs.length; q += 6) {
    const six = pairs.slice(q, q + 6);
    const columns = { at: isKept ? products + q * count : products, size: six.length, count };
    const make = (numbers: Float64Array, start: number, length: number) => {
      for (const [n, [k, l]] of six.entries()) {
        multiplyColumns(numbers, inputs, k, l, start, length, columns.at + n * count);
      }
    };
    if (isKept) make(room.numbers, 0, count);
    else plan.loop([], make);
    for (const { one, other, u, v } of twos) {
      const places = six.map(([k, l]) => {
        const entry = place(one.at + k, other.at + l);
        return one === other || k === l ? [entry] : [entry, place(one.at + l, other.at + k)];
      });
      plan.loop(padded(places, 6), (numbers, start, length, sums, to) => {
        dotSixColumns(numbers, u, v, columns, 0, isKept ? start : 0, length, sums, to);
      });
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
  const bent: Row[] = [];
  for (const vector of vectors) {
    const own = scalars.map((scalar) => ({ vector, scalar, factor: scalar.slope }));
    for (let m = 0; m < own.length; m += 2) rows(vector.slope, own[m] as Row, own[m + 1]);
    for (const scalar of scalars) {
      const bend = bendOf(vector, scalar);
      if (bend !== undefined) bent.push({ vector, scalar, factor: bend });
    }
  }
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
  /** Sum number sources[k] goes to goals[k]. */
  const sources: number[] = [];
  const goals: number[] = [];
  let count = 0;
  /** Made when it is first added to: how many there are is known then. */
  let sums: Float64Array | undefined;
  return {
    loop(places: readonly (readonly number[])[], loop: Loop): void {
      loops.push({ loop, to: count });
      for (const [k, all] of places.entries()) {
        for (const goal of all) {
          sources.push(count + k);
          goals.push(goal);
        }
      }
      count += places.length;
    },
    add(start: number, length: number): void {
      const { numbers } = room;
      sums ??= new Float64Array(count);
      for (const { loop, to } of loops) loop(numbers, start, length, sums, to);
    },
    collect(out: Float64Array, scale: number): void {
      out.fill(0);
      if (sums === undefined) return;
      for (let k = 0; k < goals.length; k++) {
        const goal = goals[k] as number;
        out[goal] = (out[goal] as number) + scale * (sums[sources[k] as number] as number);
      }
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

/** Where the bend of two slots begins, in either order; undefined where it vanishes. */
function bendTable(bends: readonly Bend[]): (one: Slot, other: Slot) => number | undefined {
  const table = new Map<Slot, Map<Slot, number>>();
  const enter = (one: Slot, other: Slot, values: number) => {
    const row = table.get(one) ?? new Map<Slot, number>();
    table.set(one, row.set(other, values));
  };
  for (const { first, second, values } of bends) {
    enter(first, second, values);
    enter(second, first, values);
  }
  return (one, other) => table.get(one)?.get(other);
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
