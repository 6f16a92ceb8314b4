/**
 * One landscape as it is computed: the worker's parts put together. Figures that look at the same network share it and
 * its worker. Views subscribe to the store; nothing here knows of them.
 */

import { createStore, type StoreApi } from 'zustand/vanilla';
import { paperNetwork } from '#math/landscape/paper-network';
import { type NetworkShape, networkShape } from '#math/network/network';
import { strings } from '#ui/strings';
import { Cancelled, createWorkerClient, type WorkerClient } from '#workers/client';
import type { LandscapePart, LandscapeSpec, RoadData } from '#workers/messages';
import { startOn } from './census-network';
import { COLUMN_GAMMAS, PLANE_GAMMAS } from './gamma-axis';
import { errorText, problemText } from './problem-text';
import type { Column, PlaneData, TearData } from './slice-mesh';

type Part<Name extends LandscapePart['part']> = Extract<LandscapePart, { part: Name }>;

/** The two sides of the saddle line. */
export type Side = RoadData['side'];

export interface LandscapeData {
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
  /** How often the worker was lost and all of this was begun again. */
  readonly restarts: number;
}

/** A landscape shared by all who opened it. */
export interface SharedLandscape {
  readonly api: StoreApi<LandscapeData>;
  /** Its worker, for runs and placements in this landscape. */
  readonly client: WorkerClient;
  /** To be called once by each who opened it; the last one ends the worker. */
  readonly close: () => void;
}

/** The paper's network of its Figure 4, with one of its neurons (0, 1, 2) duplicated. */
export function paperSpec(neuron = 0): LandscapeSpec {
  const { activation, width, grid, theta } = paperNetwork;
  return { activation, width, grid, target: { kind: 'rosenbrock' }, theta, seed: 0, neuron };
}

/** Nothing yet. */
export function emptyLandscape(spec: LandscapeSpec): LandscapeData {
  return {
    status: 'computing',
    message: strings.landscape.computing.network,
    shape: undefined,
    spec,
    network: undefined,
    spectrum: undefined,
    plane: undefined,
    columns: [],
    tears: undefined,
    roads: {},
    finite: undefined,
    restarts: 0,
  };
}

/** With the copied neuron. */
function shapeOf({ target, width }: LandscapeSpec): NetworkShape {
  const { dims, biases } = target.kind === 'census' ? target.settings : { dims: 2, biases: true };
  return networkShape(biases ? dims + 1 : dims, width + 1, biases);
}

/** What one part of the worker's answer adds. */
export function withPart(data: LandscapeData, part: LandscapePart): LandscapeData {
  switch (part.part) {
    case 'network': {
      const shape = shapeOf(data.spec);
      return { ...data, network: part, shape, message: strings.landscape.computing.surface };
    }
    case 'spectrum':
      return { ...data, spectrum: part };
    case 'plane':
      return { ...data, plane: part };
    case 'descent': {
      const { gamma, plus, minus } = part;
      const columns = [...data.columns.filter((column) => column.gamma !== gamma), { gamma, plus, minus }];
      columns.sort((a, b) => a.gamma - b.gamma);
      return { ...data, columns };
    }
    case 'tears':
      return { ...data, tears: part };
    case 'road':
      return { ...data, roads: { ...data.roads, [part.road.side]: part.road } };
    case 'finite':
      return { ...data, finite: part };
  }
}

/** True once nothing is added any more to what most of the axis shows: roads, columns and tears are there. */
export function isSettled({ status, tears, roads }: LandscapeData): boolean {
  return (
    status !== 'computing' || (tears !== undefined && roads.plus !== undefined && roads.minus !== undefined)
  );
}

interface Held {
  readonly api: StoreApi<LandscapeData>;
  readonly client: WorkerClient;
  readonly end: () => void;
  users: number;
}

/** A worker that fails this often would fail for ever. */
const MOST_RESTARTS = 3;

const held = new Map<string, Held>();

function begin(spec: LandscapeSpec): Held {
  const client = createWorkerClient();
  const api = createStore<LandscapeData>(() => emptyLandscape(spec));
  const stopping = new AbortController();
  let turn = 0;
  const compute = () => {
    const mine = ++turn;
    startOn(spec, stopping.signal, ({ spec: trained }) =>
      client.start(
        'landscape',
        { spec: trained, gammas: COLUMN_GAMMAS, planeGammas: PLANE_GAMMAS },
        { onPart: (part) => api.setState((data) => withPart(data, part)) },
      ),
    ).then(
      () => api.setState({ status: 'ready', message: '' }),
      (error: unknown) => {
        if (error instanceof Cancelled || mine !== turn) return;
        api.setState({ status: 'failed', message: errorText(error) });
      },
    );
  };
  // What a lost worker had computed is lost.
  const endRestart = client.onRestart((why) => {
    const restarts = api.getState().restarts + 1;
    turn += 1;
    if (restarts > MOST_RESTARTS) api.setState({ status: 'failed', message: problemText(why), restarts });
    else {
      api.setState({ ...emptyLandscape(spec), restarts }, true);
      compute();
    }
  });
  compute();
  const end = () => {
    endRestart();
    stopping.abort();
    client.dispose();
  };
  return { api, client, end, users: 0 };
}

/** The landscape of this network: the one that is there already, or a new one. */
export function openLandscape(spec: LandscapeSpec): SharedLandscape {
  const key = JSON.stringify(spec);
  const entry = held.get(key) ?? begin(spec);
  held.set(key, entry);
  entry.users += 1;
  let open = true;
  return {
    api: entry.api,
    client: entry.client,
    close() {
      if (!open) return;
      open = false;
      entry.users -= 1;
      if (entry.users > 0) return;
      held.delete(key);
      entry.end();
    },
  };
}
