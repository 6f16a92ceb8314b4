/** The ride of the figure and its clock, as the worker computes them. Views subscribe; nothing here knows of them. */

import { createStore, type StoreApi } from 'zustand/vanilla';
import { startOn } from '#landscape/census-network';
import { networkSchema, specOf } from '#landscape/network-choice';
import { errorText, problemText } from '#landscape/problem-text';
import type { RidePoint } from '#math/ride/ride-point';
import { Cancelled, createWorkerClient, type WorkerClient } from '#workers/client';
import type { Jobs, LandscapeSpec } from '#workers/messages';
import type { ClockCurve, RideCertificate, RideFound } from '#workers/ride-messages';
import type { RideValues } from './schema';
import { text } from './text';

/** Why no further jump is possible. */
export type RideStop = Exclude<Jobs['jump']['end'], { readonly kind: 'point' }>;

export interface RideState {
  readonly status: 'computing' | 'ready' | 'failed';
  /** What is being computed, or why it failed. */
  readonly message: string;
  readonly found: RideFound | undefined;
  /** Of the ride so far: another than the one found when the flow led to another end. */
  readonly certificate: RideCertificate | undefined;
  /** All points computed, the start first; more than are shown after an undo. */
  readonly points: readonly RidePoint[];
  readonly stop: RideStop | undefined;
  readonly riding: boolean;
  /** Something was set that is not being computed yet. */
  readonly waiting: boolean;
  /** Milliseconds of the last jump. */
  readonly jumpTime: number | undefined;
  /** What going to infinity took, and from which point. */
  readonly arrival: { readonly from: number; readonly certificate: RideCertificate } | undefined;
  readonly clock: {
    readonly done: boolean;
    readonly channel?: ClockCurve;
    readonly finite?: ClockCurve;
  };
  readonly searching: boolean;
}

export interface RideSession {
  readonly api: StoreApi<RideState>;
  /** Brings the ride to what the values say: another network, more jumps, infinity. */
  readonly follow: (values: RideValues) => void;
  /** Marks that `follow` will be called soon. */
  readonly setWaiting: () => void;
  /** Looks for a channel not met before; resolves with what the store has to be set to, if there is one. */
  readonly search: (values: RideValues) => Promise<Partial<RideValues> | undefined>;
  readonly stopSearch: () => void;
  readonly dispose: () => void;
}

/** Flow time of the clock: some hundred steps. */
const CLOCK_TIME = 1e9;
const MOST_RESTARTS = 3;

const EMPTY: RideState = {
  status: 'computing',
  message: text.finding,
  found: undefined,
  certificate: undefined,
  points: [],
  stop: undefined,
  riding: false,
  waiting: false,
  jumpTime: undefined,
  arrival: undefined,
  clock: { done: false },
  searching: false,
};

function keyOf(spec: LandscapeSpec, side: RideValues['side']): string {
  return JSON.stringify([spec, side]);
}

/**
 * A session with a worker of its own. While another channel is looked for, and when there is none, the previous
 * picture stays.
 */
export function createRideSession(client: WorkerClient = createWorkerClient()): RideSession {
  const api = createStore<RideState>(() => EMPTY);
  let wanted: RideValues | undefined;
  let key = '';
  let factor = 0;
  let restarts = 0;
  let searchStop = new AbortController();
  let findStop = new AbortController();
  /** Losses at infinity of the channels knownLosses so far. */
  const knownLosses: number[] = [];
  const state = api.getState;

  const fail = (error: unknown) => {
    if (error instanceof Cancelled) return;
    const previous = state().found === undefined ? '' : ` ${text.previous}`;
    api.setState({ status: 'failed', message: errorText(error) + previous, riding: false });
  };

  const begin = (found: RideFound) => {
    knownLosses.push(found.certificate.lossAtInfinity);
    factor = wanted?.factor ?? 0;
    api.setState({
      ...EMPTY,
      status: 'ready',
      message: '',
      found,
      certificate: found.certificate,
      points: [found.start],
    });
    void clock(key);
    advance();
  };

  const find = (values: RideValues) => {
    const spec = specOf(values);
    const mine = keyOf(spec, values.side);
    key = mine;
    api.setState({ status: 'computing', message: text.finding, riding: false, searching: false });
    const side = values.side === 'channel' ? {} : { side: values.side };
    findStop.abort();
    findStop = new AbortController();
    startOn(spec, findStop.signal, (trained) => client.start('ride', { ...trained, ...side })).then(
      (found) => mine === key && begin(found),
      fail,
    );
  };

  async function clock(mine: string): Promise<void> {
    try {
      await client.start(
        'clock',
        { maxTime: CLOCK_TIME },
        {
          onPart: ({ run, curve }) =>
            mine === key && api.setState(({ clock: before }) => ({ clock: { ...before, [run]: curve } })),
        },
      );
    } catch {
      // Without its clock a ride is whole all the same; the panels say that there is nothing to show.
    }
    if (mine === key) api.setState(({ clock: before }) => ({ clock: { ...before, done: true } }));
  }

  /** Jumps on until there are as many points as wanted. */
  function advance(): void {
    const { status, points, stop, riding } = state();
    if (!wanted || status !== 'ready' || riding) return;
    if (wanted.factor !== factor) {
      factor = wanted.factor;
      api.setState({ points: points.slice(0, 1), stop: undefined, arrival: undefined });
      advance();
      return;
    }
    if (stop !== undefined || points.length > wanted.jumps) {
      arrive();
      return;
    }
    api.setState({ riding: true });
    const [mine, by] = [key, factor];
    client.start('jump', { from: points.length - 1, factor }).then((result) => {
      if (mine !== key) return;
      api.setState({ riding: false });
      if (by === factor && by === wanted?.factor) addPoint(result);
      advance();
    }, fail);
  }

  function addPoint(result: Jobs['jump']['end']): void {
    if (result.kind !== 'point') {
      api.setState({ stop: result });
      return;
    }
    const { point, changed, milliseconds } = result;
    api.setState(({ points, certificate }) => ({
      points: [...(changed?.points ?? points), point],
      certificate: changed?.certificate ?? certificate,
      jumpTime: milliseconds,
    }));
  }

  /** To infinity from the last point that is shown. */
  function arrive(): void {
    const { points, arrival } = state();
    if (!wanted?.inf) return;
    const from = Math.min(wanted.jumps, points.length - 1);
    if (arrival?.from === from) return;
    const mine = key;
    client
      .start('arrive', { from })
      .then(
        (certificate) => mine === key && api.setState({ arrival: { from, certificate }, certificate }),
        fail,
      );
  }

  const search: RideSession['search'] = async (values) => {
    findStop.abort();
    searchStop.abort();
    searchStop = new AbortController();
    const { signal } = searchStop;
    const { seed } = values;
    // Coming from the paper's network, the first search begins with the seed that is set.
    const first = values.network === 'paper' ? seed : (seed % networkSchema.seed.max) + 1;
    const spec = specOf({ ...values, network: 'trained', neuron: 1, seed: first });
    // Settings that were changed just now are part of the search and need no ride of their own.
    wanted = values;
    key = keyOf(specOf(values), values.side);
    const { status: before } = state();
    api.setState({ searching: true, status: 'computing', message: text.searching });
    try {
      const found = await client.start('ride', { spec, other: knownLosses }, { signal });
      const next = {
        network: 'trained',
        seed: found.spec.seed,
        neuron: (found.spec.neuron ?? 0) + 1,
        side: 'channel',
        jumps: 0,
        inf: false,
      } as const;
      wanted = { ...values, ...next };
      key = keyOf(specOf(wanted), 'channel');
      begin(found);
      return next;
    } catch (error) {
      // A newer choice of a network has taken its place, or the reader wants the ride before.
      if (error instanceof Cancelled && !signal.aborted) return undefined;
      api.setState({ searching: false });
      if (signal.aborted || before !== 'ready') find(wanted);
      else api.setState({ status: 'ready', message: errorText(error) });
      return undefined;
    }
  };

  const endRestart = client.onRestart((why) => {
    restarts += 1;
    key = '';
    api.setState({ ...EMPTY, message: text.restarted });
    if (restarts > MOST_RESTARTS) api.setState({ status: 'failed', message: problemText(why) });
    else if (wanted) find(wanted);
  });

  return {
    api,
    setWaiting: () => api.setState({ waiting: true }),
    follow(values) {
      if (state().waiting) api.setState({ waiting: false });
      wanted = values;
      if (keyOf(specOf(values), values.side) !== key) find(values);
      else advance();
    },
    search,
    stopSearch: () => searchStop.abort(),
    dispose() {
      findStop.abort();
      endRestart();
      client.dispose();
    },
  };
}
