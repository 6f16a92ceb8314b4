/**
 * One landscape as it is computed: the worker's parts put together, and the runs of the ball. Views subscribe to the
 * store; nothing here knows of them.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type NetworkShape, networkShape } from '#math/network';
import { paperNetwork } from '#math/paper-network';
import { createWorkerClient } from '#workers/client';
import type { LandscapePart, LandscapeSpec, RoadData, RunEnd, RunPart, RunRequest } from '#workers/messages';
import { COLUMN_GAMMAS } from './gamma-axis';
import type { LandscapeValues } from './schema';
import type { Column, PlaneData, TearData } from './slice-surface';
import { text } from './text';

type Part<Name extends LandscapePart['part']> = Extract<LandscapePart, { part: Name }>;

/** A run of the ball so far. */
export interface Run {
  readonly id: number;
  readonly times: readonly number[];
  readonly losses: readonly number[];
  readonly gammas: readonly number[];
  readonly along: readonly number[];
  readonly alphas: readonly number[];
  readonly offDescent: readonly number[];
  readonly offPlane: readonly number[];
  readonly epsilons: readonly number[];
  readonly thetas: readonly Float64Array[];
  readonly end?: RunEnd;
}

export interface Session {
  readonly status: 'computing' | 'ready' | 'failed';
  /** What is being computed, or why it failed. */
  readonly message: string;
  readonly shape: NetworkShape | undefined;
  readonly spec: LandscapeSpec;
  readonly network: Part<'network'> | undefined;
  readonly spectrum: Part<'spectrum'> | undefined;
  readonly plane: PlaneData | undefined;
  /** Ascending in gamma. */
  readonly columns: readonly Column[];
  readonly tears: TearData | undefined;
  readonly roads: { readonly plus?: RoadData; readonly minus?: RoadData };
  readonly finite: Part<'finite'> | undefined;
  readonly runs: readonly Run[];
  readonly running: boolean;
  /** A sentence when a run could not be made. */
  readonly trouble: string;
}

/** Runs kept on the picture. */
const KEPT_RUNS = 6;

export interface LandscapeSession {
  readonly api: StoreApi<Session>;
  /** Computes the landscape for these values, unless it is the one at hand. */
  readonly compute: (values: Pick<LandscapeValues, 'network' | 'neuron'>) => void;
  /** Lets the ball roll from a point of the duplicated network. */
  readonly run: (request: RunRequest) => void;
  readonly stop: () => void;
  readonly clear: () => void;
  /** Parameters of a point of the plane slice. */
  readonly place: (
    gamma: number,
    alpha: number,
  ) => Promise<{ readonly theta: Float64Array; readonly loss: number }>;
  readonly dispose: () => void;
}

function specOf({ network, neuron }: Pick<LandscapeValues, 'network' | 'neuron'>): LandscapeSpec {
  const base = {
    activation: paperNetwork.activation,
    width: paperNetwork.width,
    grid: paperNetwork.grid,
    target: { kind: 'rosenbrock' },
    neuron: Number(neuron) - 1,
  } as const;
  if (network === 'paper') return { ...base, theta: paperNetwork.theta, seed: 0 };
  return { ...base, seed: Number(network.replace('seed-', '')) };
}

function emptySession(spec: LandscapeSpec): Session {
  return {
    status: 'computing',
    message: text.computing(text.stages.network),
    shape: undefined,
    spec,
    network: undefined,
    spectrum: undefined,
    plane: undefined,
    columns: [],
    tears: undefined,
    roads: {},
    finite: undefined,
    runs: [],
    running: false,
    trouble: '',
  };
}

/** What one part of the worker's answer adds. */
function withPart(session: Session, part: LandscapePart): Session {
  switch (part.part) {
    case 'network': {
      const shape = networkShape(3, session.spec.width + 1, true);
      return { ...session, network: part, shape, message: text.computing(text.stages.surface) };
    }
    case 'spectrum':
      return { ...session, spectrum: part };
    case 'plane':
      return { ...session, plane: part };
    case 'descent': {
      const { gamma, plus, minus } = part;
      const columns = [...session.columns.filter((column) => column.gamma !== gamma), { gamma, plus, minus }];
      columns.sort((a, b) => a.gamma - b.gamma);
      return { ...session, columns };
    }
    case 'tears':
      return { ...session, tears: part };
    case 'road':
      return { ...session, roads: { ...session.roads, [part.road.side]: part.road } };
    case 'finite':
      return { ...session, finite: part };
  }
}

function withRunPart(run: Run, part: RunPart): Run {
  const size = part.times.length === 0 ? 0 : part.thetas.length / part.times.length;
  const rows = Array.from(part.times, (_, k) => part.thetas.slice(k * size, (k + 1) * size));
  return {
    ...run,
    times: [...run.times, ...part.times],
    losses: [...run.losses, ...part.losses],
    gammas: [...run.gammas, ...part.gammas],
    along: [...run.along, ...part.along],
    alphas: [...run.alphas, ...part.alphas],
    offDescent: [...run.offDescent, ...part.offDescent],
    offPlane: [...run.offPlane, ...part.offPlane],
    epsilons: [...run.epsilons, ...part.epsilons],
    thetas: [...run.thetas, ...rows],
  };
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** True for a job that was ended on purpose. */
function isCancelled(error: unknown): boolean {
  return error instanceof Error && error.name === 'Cancelled';
}

/** A session with its own worker. */
export function createSession(): LandscapeSession {
  const client = createWorkerClient();
  let latest: Pick<LandscapeValues, 'network' | 'neuron'> = { network: 'paper', neuron: '1' };
  const api = createStore<Session>(() => emptySession(specOf({ network: 'paper', neuron: '1' })));
  let computed = '';
  let turns = 0;
  let stopRun = new AbortController();
  let nextRun = 1;

  const compute: LandscapeSession['compute'] = (values) => {
    latest = values;
    const spec = specOf(values);
    const key = JSON.stringify(spec);
    if (key === computed) return;
    computed = key;
    const turn = ++turns;
    stopRun.abort();
    api.setState(emptySession(spec), true);
    client
      .start(
        'landscape',
        { spec, gammas: COLUMN_GAMMAS },
        { onPart: (part) => api.setState((session) => withPart(session, part)) },
      )
      .then(
        () => {
          if (turn === turns) api.setState({ status: 'ready', message: '' });
        },
        (error: unknown) => {
          // A later computation has taken this one's place.
          if (isCancelled(error) || turn !== turns) return;
          computed = '';
          api.setState({ status: 'failed', message: sentence(error) });
        },
      );
  };

  // A worker that died took its landscape along.
  const endRestart = client.onRestart(() => {
    computed = '';
    compute(latest);
    api.setState({ trouble: text.restarted });
  });

  const change = (id: number, update: (run: Run) => Run) =>
    api.setState(({ runs }) => ({ runs: runs.map((run) => (run.id === id ? update(run) : run)) }));

  const run: LandscapeSession['run'] = (request) => {
    stopRun.abort();
    stopRun = new AbortController();
    const id = nextRun++;
    const empty: Run = {
      id,
      times: [],
      losses: [],
      gammas: [],
      along: [],
      alphas: [],
      offDescent: [],
      offPlane: [],
      epsilons: [],
      thetas: [],
    };
    api.setState(({ runs }) => ({ runs: [...runs.slice(1 - KEPT_RUNS), empty], running: true, trouble: '' }));
    client
      .start('run', request, {
        signal: stopRun.signal,
        onPart: (part) => change(id, (before) => withRunPart(before, part)),
      })
      .then(
        (end) => {
          change(id, (before) => ({ ...before, end }));
          api.setState({
            running: false,
            trouble: end.kind === 'diverged' || end.kind === 'stuck' ? end.message : '',
          });
        },
        (error: unknown) =>
          api.setState({ running: false, trouble: isCancelled(error) ? '' : sentence(error) }),
      );
  };

  return {
    api,
    compute,
    run,
    stop: () => stopRun.abort(),
    clear: () => {
      stopRun.abort();
      api.setState({ runs: [], trouble: '' });
    },
    place: (gamma, alpha) => client.start('place', { gamma, alpha }, {}),
    dispose: () => {
      stopRun.abort();
      endRestart();
      client.dispose();
    },
  };
}
