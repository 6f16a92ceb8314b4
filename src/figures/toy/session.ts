/** What the worker has computed for the figure `toy`. Views subscribe to the store; nothing here knows of them. */

import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorText } from '#landscape/problem-text';
import { Cancelled, createWorkerClient, type WorkerClient } from '#workers/client';
import type {
  ToyEdgeEnd,
  ToyEdgeKind,
  ToyLandscapePart,
  ToyOptimum,
  ToyRunRequest,
} from '#workers/toy-messages';
import { GRID_ALPHAS, GRID_GAMMAS } from './axis';
import { fieldOf, type ToyField } from './field';
import { type ToyRuns, withPart } from './runs';

type Part<Name extends ToyLandscapePart['part']> = Extract<ToyLandscapePart, { readonly part: Name }>;

/** A run of gradient descent at the edge of stability. */
export interface EdgeRun {
  readonly rate: number;
  readonly steps: readonly number[];
  readonly sharpness: readonly number[];
  readonly differences: readonly number[];
  readonly gammas: readonly number[];
  readonly end?: ToyEdgeEnd;
}

export interface Stalls {
  /** lambda_max along the valley, by a_1 - a_2. */
  readonly valley?: { readonly differences: Float64Array; readonly sharpness: Float64Array };
  /** All of them are measured. */
  readonly isComplete?: boolean;
  readonly measured: readonly {
    readonly rate: number;
    readonly kind: ToyEdgeKind;
    readonly difference: number;
  }[];
}

export interface Session {
  readonly limits?: Part<'limits'>;
  readonly channels: Readonly<Partial<Record<1 | 2, Part<'channel'>>>>;
  readonly optima: Readonly<Partial<Record<1 | 2, ToyOptimum>>>;
  readonly field?: ToyField;
  /** The weight decay of what is shown. */
  readonly decay: number;
  /** All of the landscape is there. */
  readonly complete: boolean;
  readonly runs: ToyRuns;
  readonly running: boolean;
  /** Something was set that is not being computed yet. */
  readonly waiting: boolean;
  readonly edge?: EdgeRun;
  readonly stalls: Stalls;
  /** A sentence when something could not be computed. */
  readonly trouble: string;
}

export type RunStart = Pick<ToyRunRequest, 'gamma' | 'alpha' | 'seed' | 'decay'>;

export interface ToySession {
  readonly api: StoreApi<Session>;
  /** Says whether something will be computed soon. */
  readonly setWaiting: (waiting: boolean) => void;
  /** Computes the landscape under this weight decay. */
  readonly computeLandscape: (decay: number) => void;
  /** Runs all four from a start. */
  readonly run: (start: RunStart) => void;
  /** Full-batch gradient descent up channel 1. */
  readonly runEdge: (rate: number, seed: number) => void;
  /** Measures where many step sizes stall, unless that is known for this seed. */
  readonly measureStalls: (seed: number) => void;
  readonly dispose: () => void;
}

/** Where gradient flow ends, the steps of SGD and Adam, and those of gradient descent. */
const LIMITS = { time: 1e10, steps: 100_000, edge: 60_000 } as const;
/** Step sizes at which stalls are measured. */
const RATES = Float64Array.of(0.237, 0.316, 0.133, 0.5, 0.8, 0.18, 0.4, 0.65, 0.27);

/** A session; its worker starts with the first job. */
export function createSession(client: WorkerClient = createWorkerClient()): ToySession {
  const api = createStore<Session>(() => ({
    channels: {},
    optima: {},
    decay: 0,
    complete: false,
    runs: {},
    running: false,
    waiting: false,
    stalls: { measured: [] },
    trouble: '',
  }));
  const fail = (error: unknown) => {
    if (error instanceof Cancelled) return;
    api.setState({ running: false, trouble: errorText(error) });
  };

  const addPart = (part: ToyLandscapePart) => {
    if (part.part === 'limits') return api.setState({ limits: part });
    if (part.part === 'channel') {
      return api.setState(({ channels }) => ({ channels: { ...channels, [part.channel]: part } }));
    }
    if (part.part === 'optimum') {
      return api.setState(({ optima }) => ({ optima: { ...optima, [part.channel]: part.optimum } }));
    }
    const field = fieldOf(GRID_GAMMAS, GRID_ALPHAS, part.losses);
    if (field) api.setState({ field });
  };

  let measured: number | undefined;
  return {
    api,
    setWaiting: (waiting) => {
      if (waiting !== api.getState().waiting) api.setState({ waiting });
    },
    computeLandscape(decay) {
      api.setState({ decay, complete: false, optima: {} });
      client
        .start(
          'toy-landscape',
          { gammas: Float64Array.from(GRID_GAMMAS), alphas: Float64Array.from(GRID_ALPHAS), decay },
          { onPart: addPart },
        )
        .then(() => api.setState({ complete: true }), fail);
    },
    run(start) {
      api.setState({ runs: {}, running: true, trouble: '' });
      client
        .start(
          'toy-run',
          { ...start, maxTime: LIMITS.time, maxSteps: LIMITS.steps },
          { onPart: (part) => api.setState(({ runs }) => ({ runs: withPart(runs, part) })) },
        )
        .then(() => api.setState({ running: false }), fail);
    },
    runEdge(rate, seed) {
      const empty: EdgeRun = { rate, steps: [], sharpness: [], differences: [], gammas: [] };
      api.setState({ edge: empty });
      const change = (update: (edge: EdgeRun) => EdgeRun) =>
        api.setState(({ edge }) => ({ edge: update(edge ?? empty) }));
      client
        .start(
          'toy-edge',
          { rate, seed, maxSteps: LIMITS.edge },
          {
            onPart: (part) =>
              change((edge) => ({
                ...edge,
                steps: [...edge.steps, ...part.steps],
                sharpness: [...edge.sharpness, ...part.sharpness],
                differences: [...edge.differences, ...part.differences],
                gammas: [...edge.gammas, ...part.gammas],
              })),
          },
        )
        .then((end) => change((edge) => ({ ...edge, end })), fail);
    },
    measureStalls(seed) {
      if (measured === seed) return;
      measured = seed;
      api.setState({ stalls: { measured: [] } });
      client
        .start(
          'toy-stalls',
          { seed, rates: Float64Array.from(RATES), maxSteps: LIMITS.edge },
          {
            onPart: (part) =>
              api.setState(({ stalls }) =>
                part.part === 'valley'
                  ? { stalls: { ...stalls, valley: part } }
                  : { stalls: { ...stalls, measured: [...stalls.measured, part] } },
              ),
          },
        )
        .then(() => {
          if (measured === seed) api.setState(({ stalls }) => ({ stalls: { ...stalls, isComplete: true } }));
        }, fail);
    },
    dispose: () => client.dispose(),
  };
}
