/** The limit that a few neurons show at finite distance. (Ours.) */
import { addScaled, dot, norm, solve } from '#math/numerics/linear-algebra';
import { symmetricEigen } from '#math/numerics/symmetric-eigen';

/** Parameters of a unit in the order of `Grouping`, vectors and then c, and how its neurons lie apart. */
export interface ReadUnit {
  readonly sign: 1 | -1;
  readonly vectors: readonly Float64Array[];
  readonly c: number;
  readonly epsilon: number;
  readonly layout: readonly number[];
}

/**
 * Copies as one neuron: the sum of their output weights, and input weights such that to first order nothing else is
 * left. Throws a RangeError when the output weights cancel: then there is no such neuron.
 */
export function readCopies(w: readonly Float64Array[], a: readonly number[]): ReadUnit {
  const c = a.reduce((sum, ai) => sum + ai, 0);
  if (a.length === 1) return { sign: 1, vectors: [w[0] as Float64Array], c, epsilon: 0, layout: [1] };
  if (c === 0) throw new RangeError('the output weights of these copies cancel: they are no neuron');
  const layout = a.map((ai) => ai / c);
  return { sign: 1, vectors: [weightedMean(w, layout)], c, epsilon: 0, layout };
}

/**
 * A group of two to four neurons. Throws a RangeError when their output weights are those of no divided difference (a
 * pair of equal output weights, say).
 */
export function readGroup(
  kind: 'pair' | 'triple' | 'quadruple',
  w: readonly Float64Array[],
  a: readonly number[],
): ReadUnit {
  const c = a.reduce((sum, ai) => sum + ai, 0);
  const mean = weightedMean(
    w,
    a.map(() => 1 / a.length),
  );
  const d = w.map((wi) => addScaled(wi, -1, mean));
  const excess = a.map((ai) => ai - c / a.length);
  const read = { pair: readPair, triple: readTriple, quadruple: readQuadruple }[kind](d, excess);
  const numbers = [...read.vectors.flatMap((vector) => Array.from(vector)), read.epsilon, ...read.layout];
  if (!numbers.every(Number.isFinite)) throw new RangeError(`these weights are those of no ${kind}`);
  return { ...read, vectors: [mean, ...read.vectors], c };
}

type ReadCurve = Omit<ReadUnit, 'c'>;

/** a_i - a_j = 1 / t with the neurons at t and -t. */
function readPair(
  [first = new Float64Array(0)]: readonly Float64Array[],
  [a = 0]: readonly number[],
): ReadCurve {
  const v = first.map((value) => 2 * a * value);
  const place = a >= 0 ? Math.SQRT1_2 : -Math.SQRT1_2;
  return { sign: 1, vectors: [v], epsilon: norm(first), layout: [place, -place] };
}

/**
 * Three output weights of sum zero are sign / ((t_i - t_j) (t_i - t_k)): the one whose sign is alone is in the middle.
 */
function readTriple(d: readonly Float64Array[], a: readonly number[]): ReadCurve {
  const middle = [0, 1, 2].find((i) =>
    [0, 1, 2].every((j) => j === i || (a[i] as number) * (a[j] as number) < 0),
  );
  if (middle === undefined) throw new RangeError('these weights are those of no triple');
  const [first = 0, last = 0] = [0, 1, 2].filter((i) => i !== middle);
  const ratio = (a[first] as number) / (a[last] as number);
  const sign = (a[first] as number) > 0 ? 1 : -1;
  const gap = 1 / Math.sqrt(Math.abs(a[first] as number) * (1 + ratio));
  const t = [0, 0, 0];
  t[first] = gap;
  t[last] = -ratio * gap;
  const mean = (t[first] + t[last]) / 3;
  const centred = t.map((ti) => ti - mean);
  const [m, bent] = fitCurve(d, centredPowers(centred).slice(0, 2)) as [Float64Array, Float64Array];
  return spread(sign, centred, m, [bent.map((value) => sign * value), m]);
}

/** From the second and third moments of the output weights, the third taken along its leading direction. */
function readQuadruple(d: readonly Float64Array[], a: readonly number[]): ReadCurve {
  const size = (d[0] as Float64Array).length;
  const direction = leadingDirection(d);
  // Power iteration towards m / |m| of sum a d d d = m m m.
  const cubic = (u: Float64Array): Float64Array =>
    sumOf(d, (di, i) => (a[i] as number) * dot(di, u) ** 2, size);
  let u = direction;
  for (let step = 0; step < 20; step++) {
    const image = cubic(u);
    const length = norm(image);
    if (!(length > 0)) break;
    u = image.map((value) => value / length);
  }
  const m = u.map((value) => Math.cbrt(dot(cubic(u), u)) * value);
  const speed = norm(m);
  const along = sumOf(d, (di, i) => ((a[i] as number) * dot(di, m)) / speed, size);
  const v = sumOf(d, (_, i) => a[i] as number, size);
  // sum a d d = m n + n m, applied to m / |m|.
  const share = dot(along, m) / (2 * speed * speed * speed);
  const n = addScaled(along, -share * speed, m).map((value) => value / speed);
  const places = d.map((di) => dot(di, m) / (speed * speed));
  return spread(1, places, m, [v, n, m]);
}

/** Unit vector along which the d_i lie furthest apart. */
function leadingDirection(d: readonly Float64Array[]): Float64Array {
  const size = (d[0] as Float64Array).length;
  const scatter = new Float64Array(size * size);
  for (const di of d) {
    for (let k = 0; k < size; k++) {
      for (let l = 0; l < size; l++)
        scatter[k * size + l] = (scatter[k * size + l] as number) + (di[k] as number) * (di[l] as number);
    }
  }
  return symmetricEigen(scatter, size).vectors.slice((size - 1) * size);
}

function spread(sign: 1 | -1, t: readonly number[], m: Float64Array, vectors: Float64Array[]): ReadCurve {
  const length = Math.sqrt(t.reduce((sum, ti) => sum + ti * ti, 0));
  return { sign, vectors, epsilon: length * norm(m), layout: t.map((ti) => ti / length) };
}

/** Vectors x_k with d_i = sum_k basis[k][i] x_k, in the sense of least squares. */
function fitCurve(d: readonly Float64Array[], basis: readonly (readonly number[])[]): Float64Array[] {
  const matrix = Float64Array.from(basis.flatMap((p) => basis.map((q) => inner(p, q))));
  const size = (d[0] as Float64Array).length;
  const vectors = basis.map(() => new Float64Array(size));
  for (let l = 0; l < size; l++) {
    const column = d.map((di) => di[l] as number);
    const solution = solve(
      matrix,
      Float64Array.from(basis, (p) => inner(p, column)),
    );
    for (const [k, vector] of vectors.entries()) vector[l] = solution?.[k] ?? Number.NaN;
  }
  return vectors;
}

function inner(u: readonly number[], v: readonly number[]): number {
  return u.reduce((sum, ui, i) => sum + ui * (v[i] as number), 0);
}

/** t, t^2 and t^3 less their means, so that w stays the mean of the input weights. */
export function centredPowers(t: readonly number[]): number[][] {
  return [1, 2, 3].map((power) => {
    const values = t.map((ti) => ti ** power);
    const mean = values.reduce((sum, value) => sum + value, 0) / t.length;
    return values.map((value) => value - mean);
  });
}

function weightedMean(w: readonly Float64Array[], weights: readonly number[]): Float64Array {
  return sumOf(w, (_, i) => weights[i] as number, (w[0] as Float64Array).length);
}

function sumOf(
  vectors: readonly Float64Array[],
  factor: (vector: Float64Array, i: number) => number,
  size: number,
): Float64Array {
  return vectors.reduce(
    (sum, vector, i) => addScaled(sum, factor(vector, i), vector),
    new Float64Array(size),
  );
}
