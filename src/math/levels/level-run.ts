/** One network of the paper's Figure 2: trained from its seed, and what it ends in. */
import { activations } from '#math/activation/activation';
import { recordKey } from '#math/census/record';
import { type CensusRecord, censusRun, type TrainedRun } from '#math/census/run';
import type { CensusSettings } from '#math/census/settings';
import { type Classification, classify } from '#math/grouping/classify';
import { isInfinite, type Unit } from '#math/grouping/grouping';
import { limitOutput } from '#math/grouping/limit-loss';
import { mergePair } from '#math/landscape/saddle-line';
import { HALF_WIDTH } from '#math/network/inputs';
import { inputWeights, type NetworkShape, networkOutput } from '#math/network/network';
import { createSamples, withConstant } from '#math/network/samples';
import type { Problem } from '#math/network/training';
import { distance } from '#math/numerics/linear-algebra';
import type { LevelKind } from './level-kind';

/** Where one run ended. */
export interface LevelRun {
  readonly seed: number;
  readonly kind: LevelKind;
  /** Where training was left: mean of squares. */
  readonly loss: number;
  /** Of the limit network, or of the finite minimum; of an open run the loss where it was left. */
  readonly lossAtInfinity: number;
  /** Neurons of each group that goes to infinity, and of each set of copies. */
  readonly groups: readonly (readonly number[])[];
  /** Whether neurons go to infinity, certified or by the paper's norm; copies may be there as well. */
  readonly isInfinite: boolean;
  /** h of the group that goes to infinity; 0 without one, the smallest of several. */
  readonly h: number;
  /** Weights where training was left. */
  readonly theta: Float64Array;
  /** Four outputs of the network at its end: the same for any order of its neurons. */
  readonly signature: Float64Array;
}

/** The settings of Figure 2: activation g, the 101 x 101 grid, log-Rosenbrock with the shift. */
export function levelSettings(width: number, biases: boolean): CensusSettings {
  return {
    dims: 2,
    widths: width,
    depth: 1,
    target: 'rosenbrock-shifted',
    activation: 'g',
    biases,
    inputs: 'grid101',
    samples: 101 ** 2,
  };
}

/** Where functions are compared, in thirds of the half width of the square. */
const SIGNATURE_POINTS = [-1, -2, 2, -1, -2, 1, 2, 2] as const;

/** The inputs of the signatures. */
function signatureInputs(biases: boolean): Float64Array {
  const points = Float64Array.from(SIGNATURE_POINTS, (third) => (HALF_WIDTH * third) / 3);
  return biases ? withConstant(points, 2) : points;
}

/** What weights were on their way to, as one of the kinds. */
export function levelKind({ class: found, groups }: Pick<Classification, 'class' | 'groups'>): LevelKind {
  if (found === 'unfinished') return 'open';
  if (groups.some(isCopied)) return 'copies';
  return found === 'finite' ? 'finite' : 'infinite';
}

const isCopied = (unit: Unit) => unit.kind === 'neuron' && unit.neurons.length > 1;

/** The paper's mark of weights on their way to infinity: sum of squares over twice the number of parameters. */
const LARGE_NORM = 1e3;
/** Input weights no further from each other are those of copies: at the norms where training is left, copies may still part. */
const SAME = 3e-3;

/** The two neurons whose input weights are nearest, if they are copies. */
function nearestCopies({ width }: NetworkShape, rows: readonly Float64Array[]): [number, number] | undefined {
  let best: [number, number] | undefined;
  let least = SAME;
  for (let j = 1; j < width; j++)
    for (let i = 0; i < j; i++) {
      const apart = distance(rows[i] as Float64Array, rows[j] as Float64Array);
      if (apart >= least) continue;
      least = apart;
      best = [i, j];
    }
  return best;
}

interface End {
  readonly found: Classification;
  readonly problem: Problem;
  readonly theta: Float64Array;
  readonly hasCopies: boolean;
}

/**
 * What the weights are on their way to. Copies of a neuron that goes to infinity with others are no group of the limit
 * network: merged, which leaves the function as it is, they are.
 */
function endOf(problem: Problem, found: Classification, theta: Float64Array): End {
  const end = { found, problem, theta, hasCopies: found.groups.some(isCopied) };
  if (found.class !== 'unfinished') return end;
  const { shape } = problem;
  const rows = Array.from({ length: shape.width }, (_, j) => inputWeights(shape, theta, j));
  const pair = nearestCopies(shape, rows);
  if (!pair) return end;
  const merged = mergePair(shape, theta, ...pair);
  const smaller = { ...problem, shape: { ...shape, width: shape.width - 1 } };
  const inner = endOf(smaller, classify(smaller, merged), merged);
  return inner.found.class === 'unfinished' ? end : { ...inner, hasCopies: true };
}

/** The four outputs at the end, of the limit network where there is one. */
function signatureOf({ found, problem, theta }: End, biases: boolean): Float64Array {
  const inputs = signatureInputs(biases);
  const { shape } = problem;
  if (!found.limit || found.class === 'unfinished') return networkOutput(shape, activations.g, theta, inputs);
  const { grouping, phi } = found.limit.point;
  const samples = createSamples(inputs, new Float64Array(SIGNATURE_POINTS.length / 2), shape.inputSize);
  return limitOutput(grouping, activations.g, phi, samples);
}

/** Where weights end: the kind of their level, its loss and what is known of it. */
export function levelEnd(
  problem: Problem,
  trained: Classification,
  theta: Float64Array,
  biases: boolean,
): Omit<LevelRun, 'seed'> {
  const end = endOf(problem, trained, theta);
  const { found, hasCopies } = end;
  const isOpen = found.class === 'unfinished';
  const units = found.limit?.point.grouping.units ?? [];
  const hs = units.flatMap((unit, k) => (isInfinite(unit) ? [found.limit?.h[k] ?? 0] : []));
  return {
    kind: isOpen ? 'open' : hasCopies ? 'copies' : found.class === 'finite' ? 'finite' : 'infinite',
    loss: trained.loss,
    lossAtInfinity: found.lossAtInfinity ?? trained.loss,
    groups: trained.groups.map(({ neurons }) => neurons),
    isInfinite: isOpen ? trained.norm > LARGE_NORM : units.some(isInfinite),
    h: hs.length > 0 ? Math.min(...hs) : 0,
    theta,
    signature: signatureOf(end, biases),
  };
}

/**
 * Trains the network of a width (1 to 16) from a seed. Yields after every step; it depends on its arguments alone.
 * (Paper, Figure 2; the end is found by `trainGrouped`, ours.)
 */
export function* levelRun(
  width: number,
  biases: boolean,
  seed: number,
): Generator<unknown, LevelRun, undefined> {
  const trained = yield* censusRun(levelSettings(width, biases), seed);
  return levelOf(trained, biases);
}

/** A run of a census with the settings of Figure 2, as one run of a level. */
function levelOf({ run, training }: TrainedRun, biases: boolean): LevelRun {
  if (!training) throw new RangeError('levels are those of networks of one hidden layer');
  const { problem, found } = training;
  return { seed: run.seed, ...levelEnd(problem, found, found.theta, biases) };
}

/**
 * Trains one run of a census, as its line has it: with what its level needs, too, where the settings are those of Figure 2.
 */
export function* recordedRun(
  settings: CensusSettings,
  seed: number,
): Generator<unknown, CensusRecord, undefined> {
  const trained = yield* censusRun(settings, seed);
  const record = { ...settings, ...trained.run };
  const { widths, biases } = settings;
  if (recordKey(record) !== recordKey({ ...levelSettings(widths, biases), seed })) return record;
  const { seed: _, theta, signature, ...level } = levelOf(trained, biases);
  return { ...record, level: { ...level, theta: Array.from(theta), signature: Array.from(signature) } };
}
