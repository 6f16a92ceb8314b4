/**
 * Curves and points that readers guess before they see them: computed here, at build, by the mathematics of the figures,
 * and put into the page as numbers.
 */
import { type ActivationId, activations } from '#math/activation';
import { type TermId, termEvaluator } from '#math/pair';
import { fitPowerLaw } from '#math/power-law';
import { toyValley } from '#math/toy-edge';
import { findToyLimits } from '#math/toy-limit';
import { toyPopulationLoss } from '#math/toy-population';
import type { SymbolName } from '#ui/symbols';
import { COLUMNS, columnValue, type PadAxis } from './pad';

/** What stands at an axis: symbols by their names, and text between them. */
export type AxisLabel = readonly (SymbolName | `'${string}`)[];

export interface Axis extends PadAxis {
  readonly ticks: readonly number[];
  readonly label: AxisLabel;
}

export interface Curve {
  readonly x: Axis;
  readonly y: Axis;
  /** A token of the theme, by its name as a CSS variable. */
  readonly colour: string;
  /** At `COLUMNS` + 1 places, evenly spaced. */
  readonly heights: readonly number[];
}

interface Profile {
  readonly activation: ActivationId;
  readonly term: TermId;
  readonly a: number;
  readonly c: number;
  /** z = `slope` q + `bias` along the direction Delta. */
  readonly slope: number;
  readonly bias: number;
}

const along: AxisLabel = ['delta', "'·", 'x'];

/** A term of the limit along Delta. */
function profile({ activation, term, a, c, slope, bias }: Profile, y: Axis, colour: string): Curve {
  const x: Axis = { from: -2.5, to: 2.5, ticks: [-2, -1, 0, 1, 2], label: along };
  const evaluate = termEvaluator(activations[activation], term, { epsilon: 0, a, c });
  const out = new Float64Array(3);
  const heights = Array.from({ length: COLUMNS + 1 }, (_, k) => {
    const q = columnValue(x, k);
    evaluate(slope * q + bias, q, out);
    return out[0] as number;
  });
  return { x, y, colour, heights };
}

const gatedLabel: AxisLabel = ['a', "' (", ...along, "') ", 'sigma', "'′(", 'w', "'·", 'x', "')"];

/** The curves by their names. */
const curves = {
  /** The gated linear unit of softplus, w along Delta. */
  gatedUnit: () =>
    profile(
      { activation: 'softplus', term: 'gated', a: 1.2, c: 0, slope: 1.8, bias: 0 },
      { from: -3, to: 3, ticks: [-3, -2, -1, 0, 1, 2, 3], label: gatedLabel },
      'a',
    ),
  /** The same of ReLU, whose gate is a step, here to the left of the middle. */
  gatedRelu: () =>
    profile(
      { activation: 'relu', term: 'gated', a: 1.2, c: 0, slope: 1, bias: 1 },
      { from: -3, to: 3, ticks: [-3, -2, -1, 0, 1, 2, 3], label: gatedLabel },
      'a',
    ),
  /** Neuron and gated linear unit together. */
  limitSum: () =>
    profile(
      { activation: 'softplus', term: 'limit', a: 1.2, c: 0.6, slope: 1.8, bias: 0 },
      { from: -2, to: 6, ticks: [-2, 0, 2, 4, 6], label: ['c', "' ", 'sigma', "' + ", ...gatedLabel] },
      'a',
    ),
} as const satisfies Readonly<Record<string, () => Curve>>;

/** @throws Error when no curve is called so */
export function curveOf(name: string): Curve {
  if (!Object.hasOwn(curves, name)) throw new Error(`no curve is called ${name}`);
  return curves[name as keyof typeof curves]();
}

/** Points in double logarithms. */
export interface Points {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly colour: string;
}

/** How far out along the channel of the smallest example the points are: a_1 - a_2. */
const [NEAREST, FARTHEST, COUNT] = [20, 2000, 13];

let valley: ReturnType<typeof channelPoints> | undefined;

/** Along the valley of the smallest example's first channel. */
function channelPoints() {
  const { channel1: end } = findToyLimits();
  const ratio = (NEAREST / FARTHEST) ** (1 / (COUNT - 1));
  const differences = Array.from({ length: COUNT }, (_, k) => FARTHEST * ratio ** k);
  const points = [...toyValley(toyPopulationLoss(), end, differences)];
  if (points.length < COUNT) throw new Error('the valley ends too soon for its points');
  return { end, points };
}

const alongChannel = (
  of: (point: ReturnType<typeof channelPoints>['points'][number], lossAtInfinity: number) => number,
  colour: string,
): Points => {
  valley ??= channelPoints();
  const { end, points } = valley;
  return { xs: points.map(({ point }) => point.epsilon), ys: points.map((p) => of(p, end.loss)), colour };
};

/** Points by their names; the horizontal axis is epsilon. */
const pointSets = {
  /** The loss above that at infinity. */
  excess: () => alongChannel(({ loss }, lossAtInfinity) => loss - lossAtInfinity, 'h'),
  /** The largest eigenvalue of the Hessian. */
  sharpness: () => alongChannel(({ largestEigenvalue }) => largestEigenvalue, 'h'),
  /** a_1 - a_2. */
  difference: () => alongChannel(({ outputDifference }) => outputDifference, 'a'),
} as const satisfies Readonly<Record<string, () => Points>>;

/** @throws Error when no points are called so */
export function pointsOf(name: string): Points {
  if (!Object.hasOwn(pointSets, name)) throw new Error(`no points are called ${name}`);
  return pointSets[name as keyof typeof pointSets]();
}

/** The slope of points in double logarithms. */
export function slopeOf(name: string): number {
  const { xs, ys } = pointsOf(name);
  return fitPowerLaw(xs, ys).slope ?? Number.NaN;
}
