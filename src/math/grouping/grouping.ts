/**
 * Which hidden neurons of a network go to infinity together, and the parameters of the network they leave behind: its
 * limit. (MATH.md section 7, "several groups at once"; ours.)
 */

/** How many neurons run together in each kind of unit. */
export const GROUP_SIZES = { neuron: 1, pair: 2, triple: 3, quadruple: 4, crease: 1, tail: 1 } as const;

export type UnitKind = keyof typeof GROUP_SIZES;

/**
 * One summand of the limit network and the neurons of the network that it stands for.
 *
 * - `neuron`: w, a; several neurons are copies, the same input weights: a is the sum of their output weights
 * - `pair`: w, v, c: c s + (v.x) s'
 * - `triple`: w, v, m, c: c s + (v.x) s' + sign/2 (m.x)^2 s''
 * - `quadruple`: w, v, n, m, c: c s + (v.x) s' + (m.x)(n.x) s'' + (m.x)^3/6 s'''
 * - `crease`: u: a neuron that goes to infinity by itself, sign kappa s(u.x / kappa), kappa = |a| -> 0
 * - `tail`: u: another one, sign exp(u.x), kappa = 1 / |a| -> 0
 */
export interface Unit {
  readonly kind: UnitKind;
  /** Numbers of hidden neurons. */
  readonly neurons: readonly number[];
  /** Of a triple, a crease or a tail; 1 elsewhere. */
  readonly sign: 1 | -1;
  /** Of a crease: it has no derivatives at 0, so its limit is taken at this small positive kappa. */
  readonly kappa?: number;
}

/** The units in order and, behind them, the output bias if there is one. */
export interface Grouping {
  /** Entries of one input, the constant 1 included when there is one. */
  readonly inputSize: number;
  readonly outputBias: boolean;
  readonly units: readonly Unit[];
}

/** Vectors of input size among the parameters of a unit: w; w, v; w, v, m; w, v, n, m; u. */
function vectorCount(unit: Unit): number {
  return GROUP_SIZES[unit.kind];
}

/** True for a neuron that goes to infinity by itself; it has no scalar parameter. */
export function isLone({ kind }: Unit): boolean {
  return kind === 'crease' || kind === 'tail';
}

/** Number of parameters of one unit. */
function unitSize({ inputSize }: Grouping, unit: Unit): number {
  return vectorCount(unit) * inputSize + (isLone(unit) ? 0 : 1);
}

/** Where the parameters of each unit begin, and one more number: where those of all units end. */
export function unitStarts(grouping: Grouping): number[] {
  const starts = [0];
  for (const unit of grouping.units) starts.push((starts.at(-1) as number) + unitSize(grouping, unit));
  return starts;
}

/** Number of parameters of the limit network. */
export function groupingSize(grouping: Grouping): number {
  return (unitStarts(grouping).at(-1) as number) + (grouping.outputBias ? 1 : 0);
}

/** The vectors of unit `index` as views into `phi`, and its scalar (c, of a neuron a; 0 if there is none). */
export function unitParameters(grouping: Grouping, phi: Float64Array, index: number) {
  const unit = grouping.units[index] as Unit;
  const d = grouping.inputSize;
  const start = unitStarts(grouping)[index] as number;
  const count = vectorCount(unit);
  const vectors = Array.from({ length: count }, (_, k) => phi.subarray(start + k * d, start + (k + 1) * d));
  return { unit, start, vectors, c: isLone(unit) ? 0 : (phi[start + count * d] as number) };
}

/** True when the neurons of the unit go to infinity. */
export function isInfinite(unit: Unit): boolean {
  return unit.kind !== 'neuron';
}
