/** The oracle of networks whose groups go to infinity, and its data. */
import { type ActivationId, activations } from '#math/activation/activation';
import type { GroupedPoint, GroupMembers } from '#math/grouping/coordinates';
import { EVEN_LAYOUTS } from '#math/grouping/coordinates';
import type { Grouping, Unit, UnitKind } from '#math/grouping/grouping';
import { type NetworkShape, packParameters } from '#math/network/network';
import { createSamples, type Samples, withConstant } from '#math/network/samples';
import { rosenbrockTarget } from '#math/network/target';
import oracle from '../fixtures/groups.json';

export { oracle };

export type OracleCase = (typeof oracle.b)[number];

interface OracleUnit {
  readonly kind: string;
  readonly w: readonly number[];
  readonly v?: readonly number[];
  readonly m?: readonly number[];
  readonly c?: number;
  readonly a?: number;
  readonly sign?: number;
}

/** The oracle's grid, x1 fastest, and these targets on it, or those of the log-Rosenbrock function. */
export function oracleSamples(targets?: readonly number[]): Samples {
  const side = Array.from({ length: 20 }, (_, i) => -Math.sqrt(3) + (2 * Math.sqrt(3) * (i + 0.5)) / 20);
  const points = Float64Array.from(side.flatMap((x2) => side.flatMap((x1) => [x1, x2])));
  return createSamples(
    withConstant(points, 2),
    targets === undefined ? rosenbrockTarget(points) : Float64Array.from(targets),
    3,
  );
}

export function activationOf({ activation }: { activation: string }) {
  return activations[activation as ActivationId];
}

/** Numbers of the neurons of each unit: the oracle's rows for groups, what is left for neurons. */
function members(one: OracleCase): GroupMembers[] {
  const groups = [...one.network.groups];
  const taken = new Set(groups.flat());
  const width = one.network.layers[0]?.w.length ?? 0;
  const single = Array.from({ length: width }, (_, j) => j).filter((j) => !taken.has(j));
  return one.units.map(({ kind }) => ({
    kind: kind as UnitKind,
    neurons: kind === 'neuron' ? [single.shift() ?? -1] : (groups.shift() ?? []),
  }));
}

/** The minimum at infinity, or the units at the epsilon of the oracle's network, in coordinates of the grouping. */
export function oraclePoint(
  one: OracleCase,
  units: readonly OracleUnit[],
  epsilons: readonly number[],
): GroupedPoint {
  const list = members(one);
  const grouping: Grouping = {
    inputSize: 3,
    outputBias: true,
    units: list.map((group, k): Unit => ({ ...group, sign: units[k]?.sign === -1 ? -1 : 1 })),
  };
  const numbers = units.flatMap((unit) => [
    ...unit.w,
    ...(unit.v ?? []),
    ...(unit.m ?? []),
    unit.c ?? unit.a ?? NaN,
  ]);
  const bias = units === one.units ? one.outputBias : (one.network.layers[1]?.b[0] ?? NaN);
  const remaining = [...epsilons];
  return {
    grouping,
    phi: Float64Array.from([...numbers, bias]),
    spreads: list.map(({ kind }) => ({
      epsilon: kind === 'neuron' ? 0 : (remaining.shift() ?? NaN),
      layout: EVEN_LAYOUTS[kind],
    })),
  };
}

/** The oracle's network at finite epsilon. */
export function oracleNetwork(one: OracleCase): {
  shape: NetworkShape;
  theta: Float64Array;
  groups: GroupMembers[];
} {
  const [hidden, output] = one.network.layers;
  if (hidden === undefined || output === undefined) throw new Error('a network has two layers');
  const shape = { inputSize: 3, width: hidden.w.length, outputBias: true };
  const rows = hidden.w.map((row, j) => [...row, hidden.b[j] ?? NaN]);
  const theta = packParameters(shape, rows, [...(output.w[0] ?? []), ...output.b]);
  return { shape, theta, groups: members(one) };
}
