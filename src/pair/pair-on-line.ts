/**
 * A pair of neurons of one input, as curves: both neurons, their sum, and the target of the problem with four
 * parameters behind it. Shared by the figures `train` and `line`. Pure.
 */
import { type ToyPoint, toyOutput, toyTarget } from '#math/toy/toy';
import { area } from '#plot/band';
import type { PlotSpec } from '#plot/frame';
import type { Label } from '#plot/labels';
import { line } from '#plot/line';
import type { Point } from '#plot/path';
import { rule } from '#plot/rule';
import { linear } from '#plot/scale';
import type { Colour } from '#plot/style';

export interface PairOnLine extends ToyPoint {
  /** Output weights; infinite at epsilon = 0 unless a = 0. */
  readonly ai: number;
  readonly aj: number;
  /**
   * How far the two curves are regrouped, 0 to 1: from a_i s(w_i x) and a_j s(w_j x) to c times the mean of both
   * activations and a times their divided difference, which become the neuron and the gated linear unit of the limit.
   * Their sum is the pair's at any share.
   */
  readonly regrouped: number;
}

/** The pair at a point, its output weights by the formula. */
export function pairOnLine(point: ToyPoint, regrouped: number): PairOnLine {
  const { c, a, epsilon } = point;
  const half = a === 0 ? 0 : a / (2 * epsilon);
  return { ...point, ai: c / 2 + half, aj: c / 2 - half, regrouped };
}

/** Inputs shown on both sides of 0, and how finely. */
const REACH = 2.4;
const COUNT = 161;

function curve(f: (x: number) => number, reach = REACH): readonly Point[] {
  return Array.from({ length: COUNT }, (_, k) => {
    const x = reach * ((2 * k) / (COUNT - 1) - 1);
    return [x, f(x)] as const;
  });
}

/** One neuron as a pair with nothing gated. */
const activation = (w: number, x: number) => toyOutput({ c: 1, a: 0, w, epsilon: 0 }, x);

/** The share of both neurons in the two curves: large weights are taken out in equal ratios. */
function shareOfNeurons({ ai, aj, regrouped }: PairOnLine): number {
  if (regrouped >= 1) return 0;
  const size = Math.max(1, Math.abs(ai), Math.abs(aj));
  return (1 - regrouped) * size ** -regrouped;
}

/** The two curves of a pair and their sum. */
export function pairCurves(
  pair: PairOnLine,
  reach = REACH,
): {
  readonly first: readonly Point[];
  readonly second: readonly Point[];
  readonly sum: readonly Point[];
} {
  const { w, epsilon, ai, aj } = pair;
  const own = shareOfNeurons(pair);
  const mix = (weight: number, slope: number, part: number, x: number) =>
    (own === 0 ? 0 : own * weight * activation(slope, x)) + (1 - own) * part;
  return {
    first: curve((x) => mix(ai, w + epsilon, toyOutput({ ...pair, a: 0 }, x), x), reach),
    second: curve((x) => mix(aj, w - epsilon, toyOutput({ ...pair, c: 0 }, x), x), reach),
    sum: curve((x) => toyOutput(pair, x), reach),
  };
}

const zero = rule({ y: 0, colour: 'axis', opacity: 0.6 });
const inputs = (reach: number) => linear([-reach, reach], { title: '{x}' });
/** Outputs shown of the sum, and at least of the two curves. */
const OUTPUTS = 2.7;

/** How many times larger than the curves their error is drawn. */
export const ERROR_TIMES = 5;

interface SumOptions {
  /** Inputs shown on both sides of 0. */
  readonly reach?: number;
  readonly colour?: Colour;
  /** Another sum (or its error), drawn thin for comparison. */
  readonly before?: ToyPoint | undefined;
  /** How strongly both neurons are drawn behind it, 0 to 1. */
  readonly neurons?: number;
  /** How far the tint between sum and target has become the error itself, on the axis and `ERROR_TIMES` as large, 0 to 1. */
  readonly magnified?: number;
  /** Words beside the error. */
  readonly errorName?: string;
  /** Words beside the target. */
  readonly name?: string;
}

/** The sum on the target, what lies between them tinted. */
export function sumSpec(
  pair: PairOnLine,
  { reach = REACH, colour = 'ink', before, neurons = 0, magnified = 0, errorName, name }: SumOptions = {},
): PlotSpec {
  const { first, second, sum } = pairCurves(pair, reach);
  const target = curve(toyTarget, reach);
  /** An output, or its error. */
  const seen = (value: number, aim: number) =>
    (1 - magnified) * value + magnified * ERROR_TIMES * (value - aim);
  const faint = (of: Colour) => ({ colour: of, width: 1.5, opacity: 0.75 * neurons });
  return {
    x: inputs(reach),
    y: linear([-OUTPUTS, OUTPUTS], { title: '{f(x)}' }),
    marks: [
      zero,
      area(
        target.map(([at, value], k) => [at, seen(sum[k]?.[1] ?? 0, value), (1 - magnified) * value] as const),
        { colour: 'epsilon', opacity: 0.3, name: 'error' },
      ),
      line(target, { colour: 'ink', width: 6, opacity: 0.18, name: 'target' }),
      ...(neurons > 0 ? [line(first, faint('neuronI')), line(second, faint('neuronJ'))] : []),
      ...(before
        ? [
            line(
              curve((at) => seen(toyOutput(before, at), toyTarget(at)), reach),
              { width: 1.25, dash: 'dashed', opacity: 0.6 },
            ),
          ]
        : []),
      line(sum, { colour, width: 3, name: 'sum' }),
    ],
    labels: [
      ...(name === undefined
        ? []
        : [{ x: -0.7 * reach, y: toyTarget(-0.7 * reach), text: name, side: 'below' } as const]),
      ...(errorName === undefined || magnified < 1
        ? []
        : [{ x: 0.6 * reach, y: -1.4, text: errorName, colour: 'epsilon', side: 'below' } as const]),
    ],
  };
}

/** Where the two curves have their names. */
const NAMED_AT = Math.round(0.84 * (COUNT - 1));
const FORMULAS = {
  neurons: ['{ai} {σ(}{wi} {x)}', '{aj} {σ(}{wj} {x)}'],
  limit: ['{c} {σ(}{w} {x)}', '{a} {x σ′(}{w} {x)}'],
} as const;

/** Both curves on an axis that follows them, not quite as fast: large weights are seen to fly apart. */
export function neuronsSpec(pair: PairOnLine): PlotSpec {
  const { first, second, sum } = pairCurves(pair);
  const { regrouped } = pair;
  const highest = Math.max(OUTPUTS, ...[...first, ...second].map(([, value]) => Math.abs(value)));
  const half = highest * (1.12 + (0.9 * (1 - regrouped)) / (1 + Math.log10(highest)));
  const isRegrouped = regrouped > 0.5;
  const formulas = isRegrouped ? FORMULAS.limit : FORMULAS.neurons;
  const stroke = (colour: Colour, opacity: number, name: string) => ({ colour, opacity, width: 2.75, name });
  const label = (points: readonly Point[], text: string, colour: Colour, at: number): Label => {
    const [u, v] = points[at] as Point;
    return { x: u, y: v, text, colour, isStrong: true, side: v < 0 ? 'above' : 'below' };
  };
  return {
    x: inputs(REACH),
    y: linear([-half, half]),
    marks: [
      zero,
      line(sum, { colour: 'ink', width: 1.5, opacity: 0.75, name: 'sum' }),
      line(first, stroke('neuronI', 1 - regrouped, 'first')),
      line(second, stroke('neuronJ', 1 - regrouped, 'second')),
      line(first, stroke('c', regrouped, 'neuron')),
      line(second, stroke('a', regrouped, 'gated')),
    ],
    labels: [
      label(first, formulas[0], isRegrouped ? 'c' : 'neuronI', NAMED_AT),
      label(
        second,
        formulas[1],
        isRegrouped ? 'a' : 'neuronJ',
        isRegrouped ? Math.round(0.4 * COUNT) : NAMED_AT,
      ),
    ],
  };
}
