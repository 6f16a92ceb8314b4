/**
 * What the page and its worker send each other: one table of jobs. Everything is plain data that the browser can
 * clone or transfer; nothing here computes.
 */
import type { ActivationId } from '#math/activation/activation';
import type { FollowedRun } from '#math/census/follow';
import type { CensusRun } from '#math/census/run';
import type { CensusSettings } from '#math/census/settings';
import type { LevelsJobs } from './levels-messages';
import type { Problem } from './problem';
import type {
  ClockEnd,
  ClockPart,
  ClockRequest,
  JumpRequest,
  JumpResult,
  RideCertificate,
  RideFound,
  RideRequest,
} from './ride-messages';
import type { SwarmPart, SwarmRequest } from './swarm-messages';
import type {
  ToyEdgeEnd,
  ToyEdgePart,
  ToyEdgeRequest,
  ToyLandscapePart,
  ToyLandscapeRequest,
  ToyRunPart,
  ToyRunRequest,
  ToyStallsPart,
  ToyStallsRequest,
} from './toy-messages';

/** A network before duplication, its data, and the neuron to split. */
export interface LandscapeSpec {
  readonly activation: ActivationId;
  /** Hidden neurons before duplication. */
  readonly width: number;
  /** Points a side of the grid of inputs. */
  readonly grid: number;
  /** The target: log-Rosenbrock, or a Gaussian process by length scale and seed. */
  readonly target:
    | { readonly kind: 'rosenbrock' }
    | { readonly kind: 'gaussian'; readonly scale: number; readonly seed: number }
    /**
     * That of a run of a census, with its data in place of a grid and the seed of the spec: a network in a finite
     * minimum, or in a channel. Its parameters have to be given.
     */
    | { readonly kind: 'census'; readonly settings: CensusSettings; readonly end: 'finite' | 'channel' };
  /** Parameters of a known critical point, to be polished; without them one is searched for from the seed. */
  readonly theta?: readonly number[];
  readonly seed: number;
  /** The neuron to split; without it the one with the steepest way down. */
  readonly neuron?: number;
}

/** One side's path of a descent column, resampled at equal fractions of its arc length. */
export interface PathData {
  /** Loss at each fraction, from the saddle line (first) to the foot (last). */
  readonly losses: Float64Array;
  /** Arc length of the whole path. */
  readonly length: number;
  /** Parameters at each fraction, one after the other. */
  readonly thetas: Float64Array;
  readonly footLoss: number;
  /** Half the distance of the pair's input weights at the foot. */
  readonly footEpsilon: number;
  /**
   * Losses straight beyond the foot, at equal steps from it (first) to crest height (last), and how far that is. On a
   * stable stretch of the saddle line (`length` 0) they go up the flattest wall beside it, and above the crest.
   */
  readonly beyond: Float64Array;
  readonly beyondLength: number;
}

/** A road at the foot of the ridge: its limit at infinity, what certifies it, and its floor. */
export interface RoadData {
  readonly side: 'plus' | 'minus';
  /** With 'no-limit' the numbers below mean nothing and are 0. */
  readonly verdict: 'minimum-at-infinity' | 'road-back' | 'saddle-at-infinity' | 'undecided' | 'no-limit';
  /** The pair of the channel: neuron i's output weight goes to plus infinity, neuron j's to minus infinity. */
  readonly i: number;
  readonly j: number;
  readonly lossAtInfinity: number;
  readonly maxAbsGradient: number;
  readonly smallestEigenvalue: number;
  readonly h: number;
  readonly a: number;
  readonly c: number;
  /** (w, v = a Delta, c, rest) of the limit network. */
  readonly phi: Float64Array;
  /**
   * The floor of the channel at epsilons from 0 upwards, as far as it goes: loss, gamma (infinite at 0) and phi
   * of each point. Empty where the limit is no minimum.
   */
  readonly floor: {
    readonly epsilons: Float64Array;
    readonly losses: Float64Array;
    readonly gammas: Float64Array;
    /**
     * One row (w, v = a Delta, c, rest) after the other, as long as `phi`; `fromChannel` makes the duplicated
     * network of a row, i, j and its epsilon > 0.
     */
    readonly phis: Float64Array;
    /**
     * Place on the descent slice of each point as in `RunPart` (1 in size at a foot), and its distance to what is
     * drawn there, by the columns known when the road was sent; epsilon = 0 has those of the smallest epsilon > 0.
     */
    readonly along: Float64Array;
    readonly off: Float64Array;
  };
}

export type LandscapePart =
  | {
      readonly part: 'network';
      /** Inputs (with the constant), targets. */
      readonly inputs: Float64Array;
      readonly targets: Float64Array;
      /** Before duplication. */
      readonly theta: Float64Array;
      readonly loss: number;
      readonly eigenvalues: Float64Array;
      readonly neuron: number;
      /** Output weight of the split neuron. */
      readonly aStar: number;
      readonly stable: 'between' | 'outside' | 'nowhere' | 'undecided';
    }
  | {
      readonly part: 'spectrum';
      readonly gammas: Float64Array;
      readonly size: number;
      readonly eigenvalues: Float64Array;
    }
  | {
      readonly part: 'plane';
      readonly gammas: Float64Array;
      readonly alphas: Float64Array;
      /** Row after row, one a gamma. */
      readonly losses: Float64Array;
    }
  | { readonly part: 'descent'; readonly gamma: number; readonly plus: PathData; readonly minus: PathData }
  | {
      /** Sent again when there are columns below gamma = 1 or beyond 100: these come last. */
      readonly part: 'tears';
      /** For each gap between neighbouring columns, 1 where that side's surface is torn. */
      readonly gammas: Float64Array;
      readonly plus: Uint8Array;
      readonly minus: Uint8Array;
    }
  /**
   * Sent three times for each side: certified, when its floor is empty; with its floor, whose places on the slice
   * are rough while there is one column; and at the end with their places by all columns.
   */
  | { readonly part: 'road'; readonly road: RoadData }
  | {
      /** Sent again, with its place by all columns, when there are columns below gamma = 1 or beyond 100. */
      readonly part: 'finite';
      /** Of the duplicated network. */
      readonly theta: Float64Array;
      readonly loss: number;
      readonly gamma: number;
      /** Place on the descent slice, and distance to it, as in `RunPart`. */
      readonly along: number;
      readonly off: number;
    };

export type OptimizerId = 'flow' | 'gd' | 'sgd' | 'adam';

/** A point of the drawn surface. Descent slice: `along` from -1 (foot of the minus side) over 0 (crest) to 1. */
export type SlicePoint =
  | { readonly gamma: number; readonly along: number }
  | { readonly gamma: number; readonly alpha: number };

export interface RunRequest {
  /** Where it begins: parameters of the duplicated network, or a point of the drawn surface. */
  readonly start: { readonly theta: Float64Array } | SlicePoint;
  readonly optimizer: OptimizerId;
  /** Learning rate of gd, sgd and adam. */
  readonly rate: number;
  /** Samples a step of sgd and adam; all of them when there are no more. */
  readonly batch: number;
  readonly seed: number;
  /** Largest time of the flow, or number of steps. */
  readonly maxTime: number;
  readonly maxSteps: number;
}

/** A stretch of a trajectory, newest last; arrays of equal length. */
export interface RunPart {
  readonly times: Float64Array;
  readonly losses: Float64Array;
  readonly gammas: Float64Array;
  /** Descent slice: +1 plus side, -1 minus side, times the fraction of the way from the crest (0) to the foot (1). */
  readonly along: Float64Array;
  /** Distance in parameter space to the drawn descent slice. */
  readonly offDescent: Float64Array;
  /** Plane slice: alpha, and the distance to the plane. */
  readonly alphas: Float64Array;
  readonly offPlane: Float64Array;
  readonly epsilons: Float64Array;
  /** Parameters, one row after the other. */
  readonly thetas: Float64Array;
}

export interface RunEnd {
  readonly kind: 'stationary' | 'time' | 'far' | 'steps' | 'diverged' | 'stuck';
  /** What to tell the reader about one that diverged or was stuck. */
  readonly problem?: Problem;
  /** Where it is: in a channel (with its road's certificate) or at or near a finite minimum. */
  readonly place: 'channel' | 'finite' | 'elsewhere';
  readonly loss: number;
  readonly gradientNorm: number;
}

/** The jobs a worker takes: what is asked, what it sends on the way, what it ends with. */
export interface Jobs extends LevelsJobs {
  /** Computes a landscape; later runs of this worker are in it. */
  readonly landscape: {
    readonly request: {
      readonly spec: LandscapeSpec;
      /** Of the columns of the descent slice; any order, each is computed once. */
      readonly gammas: Float64Array;
      /** Of the plane slice; without them 81 gammas spaced as those of the columns are. */
      readonly planeGammas?: Float64Array;
    };
    readonly part: LandscapePart;
    readonly end: { readonly milliseconds: number };
  };
  /** Follows an optimizer in the landscape computed last. */
  readonly run: { readonly request: RunRequest; readonly part: RunPart; readonly end: RunEnd };
  /** Follows gradient flow from many points in it at once. */
  readonly swarm: {
    readonly request: SwarmRequest;
    readonly part: SwarmPart;
    readonly end: Readonly<Record<string, never>>;
  };
  /**
   * The parameters of a point of the drawn surface. Descent slice: gamma brought into the range drawn. Plane
   * slice: any gamma.
   */
  readonly place: {
    readonly request: SlicePoint;
    readonly part: never;
    readonly end: { readonly theta: Float64Array; readonly loss: number };
  };
  /** Finds the entrance of a channel; later jumps and clocks of this worker are in it. */
  readonly ride: { readonly request: RideRequest; readonly part: never; readonly end: RideFound };
  /** Jumps on from a point of the ride found last. */
  readonly jump: { readonly request: JumpRequest; readonly part: never; readonly end: JumpResult };
  /** Goes from a point of it to infinity by Newton's method. */
  readonly arrive: {
    readonly request: { readonly from: number };
    readonly part: never;
    readonly end: RideCertificate;
  };
  /** Follows gradient flow from its start, without jumps, and another one to a finite minimum. */
  readonly clock: { readonly request: ClockRequest; readonly part: ClockPart; readonly end: ClockEnd };
  /** The problem with four parameters: its landscape, coarse first. */
  readonly 'toy-landscape': {
    readonly request: ToyLandscapeRequest;
    readonly part: ToyLandscapePart;
    readonly end: { readonly milliseconds: number };
  };
  /** Gradient flow, SGD and Adam in it from one start, in turn. */
  readonly 'toy-run': {
    readonly request: ToyRunRequest;
    readonly part: ToyRunPart;
    readonly end: Readonly<Record<string, never>>;
  };
  /** Full-batch gradient descent up channel 1. */
  readonly 'toy-edge': {
    readonly request: ToyEdgeRequest;
    readonly part: ToyEdgePart;
    readonly end: ToyEdgeEnd;
  };
  /** The same for many step sizes. */
  readonly 'toy-stalls': {
    readonly request: ToyStallsRequest;
    readonly part: ToyStallsPart;
    readonly end: Readonly<Record<string, never>>;
  };
  /** Trains one network to its end. */
  readonly census: {
    readonly request: { readonly settings: CensusSettings; readonly seed: number };
    readonly part: never;
    readonly end: CensusRun;
  };
  /** Trains it again, for its weights and what is recorded along it. */
  readonly 'census-follow': {
    readonly request: { readonly settings: CensusSettings; readonly seed: number };
    readonly part: never;
    readonly end: FollowedRun;
  };
}

export type JobName = keyof Jobs;

/** From the page. */
export type ToWorker =
  | {
      [Name in JobName]: {
        readonly type: 'start';
        readonly id: number;
        readonly job: Name;
        readonly request: Jobs[Name]['request'];
      };
    }[JobName]
  | { readonly type: 'cancel'; readonly id: number };

/** From the worker. */
export type FromWorker =
  | { readonly type: 'part'; readonly id: number; readonly part: unknown }
  | { readonly type: 'progress'; readonly id: number; readonly done: number }
  | { readonly type: 'end'; readonly id: number; readonly end: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly problem: Problem };
