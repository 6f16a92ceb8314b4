/**
 * Curves and points that readers guess before they see them: computed here, at build, by the mathematics of the figures,
 * and put into the page as numbers.
 */
import { type ActivationId, activations } from '#math/activation/activation';
import { fitPowerLaw } from '#math/numerics/power-law';
import { type TermId, termEvaluator } from '#math/pair/pair';
import type { Colour } from '#plot/style';
import { COLUMNS, columnValue, type Range } from '#story/parts/predict/answer-plot-geometry';
import { rideSharpness } from './ride-channel';

export interface Axis extends Range {
  /** See `plotText`. */
  readonly title: string;
}

export interface Curve {
  readonly x: Axis;
  readonly y: Axis;
  readonly colour: Colour;
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

/** A term of the limit along Delta. */
function profile({ activation, term, a, c, slope, bias }: Profile, y: Axis, colour: Colour): Curve {
  const x: Axis = { from: -2.5, to: 2.5, title: '{delta}·{x}' };
  const evaluate = termEvaluator(activations[activation], term, { epsilon: 0, a, c });
  const out = new Float64Array(3);
  const heights = Array.from({ length: COLUMNS + 1 }, (_, k) => {
    const q = columnValue(x, k);
    evaluate(slope * q + bias, q, out);
    return out[0] as number;
  });
  return { x, y, colour, heights };
}

const unitAxis: Axis = { from: -3, to: 3, title: '{a} ({delta}·{x}) {sigma}′({w}·{x})' };
/** The pair of the opening picture, w along Delta. */
const [A, SLOPE] = [1.2, 1.8];

/** A single neuron of another kind, on the axes of the gated unit. */
const insteadOfUnit = (activation: ActivationId, c: number, slope: number): Curve =>
  profile({ activation, term: 'limit', a: 0, c, slope, bias: 0 }, unitAxis, 'a');

/** The curves by their names. */
const curves = {
  /** The gated linear unit of softplus, w along Delta. */
  gatedUnit: () =>
    profile({ activation: 'softplus', term: 'gated', a: A, c: 0, slope: SLOPE, bias: 0 }, unitAxis, 'a'),
  /** What one might draw instead: a neuron of the same steepness far to the right, */
  neuron: () => insteadOfUnit('softplus', A / SLOPE, SLOPE),
  /** the linear part behind a gate that is either shut or open, */
  ramp: () => insteadOfUnit('relu', A, 1),
  /** the linear part alone, */
  line: () => insteadOfUnit('identity', A, 1),
  /** and the gate alone. */
  gate: () => insteadOfUnit('sigmoid', A, SLOPE),
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
  readonly colour: Colour;
}

/** Points by their names; the horizontal axis is epsilon. */
const pointSets = {
  /** The largest eigenvalue of the Hessian on the floor of the channel of the ride. */
  sharpness: () => ({ ...rideSharpness(), colour: 'h' }),
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
