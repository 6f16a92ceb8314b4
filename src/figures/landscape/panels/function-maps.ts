/** What the function view shows, as functions of (x1, x2): the network, its target, its pair, and their limit. */
import { type ActivationId, activations } from '#math/activation/activation';
import { pairOfPhi, restIndex, restShape } from '#math/channel/channel-network';
import {
  inputWeightIndex,
  inputWeights,
  type NetworkShape,
  outputWeight,
  outputWeightIndex,
} from '#math/network/network';
import {
  type PairCoordinates,
  preactivation,
  type TermId,
  termEvaluator,
  toCoordinates,
  toPair,
} from '#math/pair/pair';

/** Inputs run from minus this to this: on the square with variance 1. */
export const HALF = Math.sqrt(3);

/** A network with a pair (its neuron `neuron` and its last one), and what it was trained on. */
export interface FunctionState {
  /** Of the network with the pair; inputs are (x1, x2) or (x1, x2, 1). */
  readonly shape: NetworkShape;
  readonly activation: ActivationId;
  /** i, the neuron that was split; j is the last one. */
  readonly neuron: number;
  /**
   * Its parameters; or its channel coordinates, which are good at every epsilon down to 0. In phi neuron i is the one
   * with the larger output weight; `copyFirst` says that this is the copy (as on roads to gamma -> -infinity).
   */
  readonly at:
    | { readonly theta: Float64Array }
    | { readonly phi: Float64Array; readonly epsilon: number; readonly copyFirst?: boolean };
  readonly loss: number;
  /** Targets at the cell centres of a grid x grid square, x1 slowest (as `gridInputs`). */
  readonly targets: Float64Array;
  readonly grid: number;
}

/** The pair of a state, every number that is read out, and the rest of the network. */
export interface PairOfState {
  readonly coordinates: PairCoordinates;
  readonly wi: readonly number[];
  readonly wj: readonly number[];
  /** Infinite at epsilon = 0. */
  readonly ai: number;
  readonly aj: number;
  /** The other neurons: input weights and output weight. */
  readonly others: readonly { readonly w: readonly number[]; readonly a: number }[];
  readonly bias: number;
}

/** Takes a state apart. On the saddle line itself (w_i = w_j) Delta is 0: the pair is one neuron. */
export function pairOfState({ shape, neuron, at }: FunctionState): PairOfState {
  if ('theta' in at) {
    const { theta } = at;
    const last = shape.width - 1;
    const pair = {
      wi: [...inputWeights(shape, theta, neuron)],
      wj: [...inputWeights(shape, theta, last)],
      ai: outputWeight(shape, theta, neuron),
      aj: outputWeight(shape, theta, last),
    };
    const together = pair.wi.every((value, k) => value === pair.wj[k]);
    const none = { delta: pair.wi.map(() => 0), epsilon: 0, a: 0 };
    const others = [...Array(shape.width).keys()].filter((k) => k !== neuron && k !== last);
    return {
      ...pair,
      coordinates: together ? { w: pair.wi, ...none, c: pair.ai + pair.aj } : toCoordinates(pair),
      others: others.map((k) => ({
        w: [...inputWeights(shape, theta, k)],
        a: outputWeight(shape, theta, k),
      })),
      bias: shape.outputBias ? (theta[outputWeightIndex(shape, shape.width)] as number) : 0,
    };
  }
  const { phi, epsilon } = at;
  const { w, v, c, a } = pairOfPhi(shape, phi);
  const coordinates = { w: [...w], delta: [...v].map((value) => (a > 0 ? value / a : 0)), epsilon, a, c };
  const { wi, wj, ai, aj } = toPair(coordinates);
  const rest = restShape(shape);
  const restPhi = phi.subarray(restIndex(shape));
  const others = Array.from({ length: rest.width }, (_, k) => ({
    w: [...restPhi.subarray(inputWeightIndex(rest, k), inputWeightIndex(rest, k + 1))],
    a: restPhi[outputWeightIndex(rest, k)] as number,
  }));
  const bias = shape.outputBias ? (phi[phi.length - 1] as number) : 0;
  const named = at.copyFirst ? { wi: wj, wj: wi, ai: aj, aj: ai } : { wi, wj, ai, aj };
  return { ...named, coordinates, others, bias };
}

export const tileIds = ['network', 'target', 'residual', 'pair', 'limit', 'difference'] as const;
export type TileId = (typeof tileIds)[number];

type Plane = (x1: number, x2: number) => number;

/** A term of the pair as a function of the inputs. */
function termPlane(activation: ActivationId, term: TermId, coordinates: PairCoordinates): Plane {
  const evaluate = termEvaluator(activations[activation], term, coordinates);
  const { w, delta } = coordinates;
  const out = new Float64Array(3);
  const x: [number, number] = [0, 0];
  return (x1, x2) => {
    x[0] = x1;
    x[1] = x2;
    evaluate(preactivation(w, x), preactivation(delta, x), out);
    return out[0] as number;
  };
}

/** Values at the cell centres of a grid, bilinear between them and constant beyond the outermost. */
export function gridPlane(values: Float64Array, grid: number): Plane {
  if (grid < 2) return () => values[0] ?? 0;
  const clamp = (t: number) => Math.min(grid - 1, Math.max(0, t));
  return (x1, x2) => {
    const u = clamp(((x1 / HALF + 1) * grid - 1) / 2);
    const v = clamp(((x2 / HALF + 1) * grid - 1) / 2);
    const i = Math.min(grid - 2, Math.floor(u));
    const j = Math.min(grid - 2, Math.floor(v));
    const at = (p: number, q: number) => values[(i + p) * grid + j + q] as number;
    const low = at(0, 0) + (v - j) * (at(0, 1) - at(0, 0));
    const high = at(1, 0) + (v - j) * (at(1, 1) - at(1, 0));
    return low + (u - i) * (high - low);
  };
}

/** One tile as a function of the inputs. */
export function tilePlane(state: FunctionState, pair: PairOfState, tile: TileId): Plane {
  const term = (id: TermId) => termPlane(state.activation, id, pair.coordinates);
  switch (tile) {
    case 'pair':
      return term('sum');
    case 'limit':
      return term('limit');
    case 'difference':
      return term('difference');
    case 'target':
      return gridPlane(state.targets, state.grid);
    case 'network':
      return networkPlane(state, pair);
    case 'residual': {
      const network = networkPlane(state, pair);
      const target = gridPlane(state.targets, state.grid);
      return (x1, x2) => network(x1, x2) - target(x1, x2);
    }
  }
}

function networkPlane({ activation }: FunctionState, pair: PairOfState): Plane {
  const sum = termPlane(activation, 'sum', pair.coordinates);
  const { value } = activations[activation];
  return (x1, x2) => {
    let f = pair.bias + sum(x1, x2);
    for (const { w, a } of pair.others) {
      f += a * value((w[0] ?? 0) * x1 + (w[1] ?? 0) * x2 + (w[2] ?? 0));
    }
    return f;
  };
}
