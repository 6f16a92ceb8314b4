/** The landscape of the figure and the runs of its ball. Views subscribe to the store; nothing here knows of them. */

import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  emptyLandscape,
  type LandscapeData,
  openLandscape,
  type SharedLandscape,
} from '#landscape/landscape-data';
import { type NetworkValues, specOf } from '#landscape/network-choice';
import { errorText, problemText } from '#landscape/problem-text';
import { strings } from '#ui/strings';
import { Cancelled } from '#workers/client';
import type { RunEnd, RunPart, RunRequest, SlicePoint } from '#workers/messages';
import { type Swarm, withSwarmPart } from './swarm';
import { text } from './text';

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

export interface Session extends LandscapeData {
  readonly runs: readonly Run[];
  /** Parameters of the point of the plane slice that was located at last. */
  readonly located?: { readonly gamma: number; readonly alpha: number; readonly theta: Float64Array };
  readonly running: boolean;
  /** The ball has been put elsewhere since its last run, whose track stays. */
  readonly ballMoved: boolean;
  /** Balls let go at once. */
  readonly swarm: Swarm | undefined;
  /** A sentence when a run could not be made, or the computation was begun again. */
  readonly trouble: string;
}

/** Runs kept on the picture. */
const KEPT_RUNS = 6;

export interface LandscapeSession {
  readonly api: StoreApi<Session>;
  /** Shows the landscape for these values, computing it unless it is at hand. */
  readonly compute: (values: NetworkValues) => void;
  /** Lets the ball roll from a point of the drawn surface. */
  readonly run: (request: RunRequest) => void;
  readonly stop: () => void;
  readonly clear: () => void;
  /** Lets many balls go at once, in place of those before. */
  readonly toss: (key: string, starts: readonly SlicePoint[]) => void;
  /** Leaves those that are still rolling where they are. */
  readonly stopSwarm: () => void;
  readonly clearSwarm: () => void;
  /** Puts the ball where the values say, or back on its run. */
  readonly setBallMoved: (ballMoved: boolean) => void;
  /** Finds the parameters of a point of the plane slice, for `located`. */
  readonly locate: (gamma: number, alpha: number) => void;
  readonly dispose: () => void;
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

const NO_RUNS = { runs: [], running: false, ballMoved: false, swarm: undefined, trouble: '' } as const;

/**
 * A session; the landscape is shared with others who look at the same network. While another network is computed, and
 * when it cannot be, the previous picture stays.
 */
export function createSession(values: NetworkValues): LandscapeSession {
  const api = createStore<Session>(() => ({ ...emptyLandscape(specOf(values)), ...NO_RUNS }));
  let shown: SharedLandscape | undefined;
  let endFollowing = () => {};
  let next: SharedLandscape | undefined;
  let endWaiting = () => {};
  let key = '';
  let stopRun = new AbortController();
  let stopToss = new AbortController();
  let nextRun = 1;

  const follow = (landscape: SharedLandscape) => {
    stopRun.abort();
    stopToss.abort();
    endFollowing();
    shown?.close();
    shown = landscape;
    api.setState({ ...landscape.api.getState(), ...NO_RUNS }, true);
    endFollowing = landscape.api.subscribe((data, last) => {
      const { status, message, ...rest } = data;
      const broken = data.restarts !== last.restarts;
      api.setState({
        ...rest,
        ...(next === undefined && { status, message }),
        ...(broken && { ...NO_RUNS, trouble: strings.landscape.restarted }),
      });
    });
  };

  const compute: LandscapeSession['compute'] = (asked) => {
    const spec = specOf(asked);
    if (JSON.stringify(spec) === key) return;
    key = JSON.stringify(spec);
    endWaiting();
    next?.close();
    next = undefined;
    const opened = openLandscape(spec);
    if (!shown || hasSurface(opened.api.getState())) return follow(opened);
    next = opened;
    api.setState({ status: 'computing', message: opened.api.getState().message });
    endWaiting = opened.api.subscribe((data) => {
      if (hasSurface(data)) {
        endWaiting();
        next = undefined;
        follow(opened);
      } else {
        const message = data.status === 'failed' ? `${data.message} ${text.previous}` : data.message;
        api.setState({ status: data.status, message });
      }
    });
  };
  compute(values);

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
    api.setState(({ runs }) => ({
      runs: [...runs.slice(1 - KEPT_RUNS), empty],
      running: true,
      ballMoved: false,
      trouble: '',
    }));
    const { signal } = stopRun;
    const running = shown?.client.start('run', request, {
      signal,
      onPart: (part) => change(id, (before) => withRunPart(before, part)),
    });
    running?.then(
      (end) => {
        change(id, (before) => ({ ...before, end }));
        api.setState({ running: false, trouble: end.problem ? problemText(end.problem) : '' });
      },
      (error: unknown) => {
        // A newer run, or another landscape, has taken this one's place.
        if (signal.aborted && stopRun.signal !== signal) return;
        api.setState(({ runs, ballMoved }) => ({
          // One that never began leaves no track, and the ball where it was put.
          runs: runs.filter((one) => one.id !== id || one.times.length > 0),
          ballMoved: ballMoved || runs.some((one) => one.id === id && one.times.length === 0),
          running: false,
          ...(!(error instanceof Cancelled) && { trouble: errorText(error) }),
        }));
      },
    );
  };

  const changeSwarm = (update: (swarm: Swarm) => Swarm) =>
    api.setState(({ swarm }) => ({ swarm: swarm && update(swarm) }));

  const toss: LandscapeSession['toss'] = (swarmKey, starts) => {
    stopToss = new AbortController();
    const { signal } = stopToss;
    api.setState({ swarm: { key: swarmKey, starts, frames: [], running: true }, trouble: '' });
    const ended = shown?.client.start(
      'swarm',
      { starts },
      {
        signal,
        onPart: (part) => changeSwarm((swarm) => withSwarmPart(swarm, part)),
      },
    );
    ended?.then(
      () => changeSwarm((swarm) => ({ ...swarm, running: false })),
      (error: unknown) => {
        if (stopToss.signal !== signal) return;
        changeSwarm((swarm) => ({ ...swarm, running: false }));
        if (!(error instanceof Cancelled)) api.setState({ trouble: errorText(error) });
      },
    );
  };

  return {
    api,
    compute,
    run,
    toss,
    stopSwarm: () => stopToss.abort(),
    clearSwarm: () => {
      stopToss.abort();
      if (api.getState().swarm) api.setState({ swarm: undefined });
    },
    stop: () => stopRun.abort(),
    clear: () => {
      stopRun.abort();
      api.setState({ runs: [], trouble: '' });
    },
    setBallMoved: (ballMoved) => {
      if (api.getState().ballMoved !== ballMoved) api.setState({ ballMoved });
    },
    locate: (gamma, alpha) => {
      const { located, plane } = api.getState();
      if (!plane || (located?.gamma === gamma && located.alpha === alpha)) return;
      shown?.client.start('place', { gamma, alpha }).then(
        ({ theta }) => api.setState({ located: { gamma, alpha, theta } }),
        // A newer locate, a run or another landscape has taken its place; the picture has the point's loss anyway.
        () => undefined,
      );
    },
    dispose: () => {
      stopRun.abort();
      stopToss.abort();
      endWaiting();
      next?.close();
      endFollowing();
      shown?.close();
    },
  };
}

/** Enough to draw a picture of. */
function hasSurface(data: LandscapeData): boolean {
  return data.columns.length > 1;
}
