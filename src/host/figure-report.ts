/** The payloads that describe a figure to the host page: its state, its keys with ranges, its presets. */
import type { Animation } from '#state/animation';
import { encodeHash, encodeValues } from '#state/codec';
import type { FigureStore } from '#state/figure-store';
import type { Parameter, Schema, Value, Values } from '#state/schema';
import type { KeyOfFigure, ReadyPayload, StatePayload } from './protocol';

/** The part of a figure's registry entry that is needed here. */
export interface HostedFigure {
  readonly id: string;
  readonly title: string;
  readonly presets: readonly {
    readonly id: string;
    readonly title: string;
    readonly teaches: string;
    readonly values: Partial<Values<Schema>>;
  }[];
  readonly animations: readonly Animation[];
}

type Store = Pick<FigureStore<Schema>, 'schema' | 'values' | 'start' | 'locked'>;

/** The state now; the hash holds what differs from the start, as in the address bar. */
export function stateOf(
  { id }: Pick<HostedFigure, 'id'>,
  store: Store,
  prefix: string,
  isPlaying: boolean,
): StatePayload {
  const { schema, start } = store;
  const values = store.values();
  const hash = encodeHash(encodeValues(schema, values, prefix, start)).slice(1);
  return { figure: id, hash, values: { ...(values as Record<string, Value>) }, isPlaying };
}

function keyOf(key: string, parameter: Parameter, isLocked: boolean): KeyOfFigure {
  const { kind, label } = parameter;
  const common = { key, label, kind, default: parameter.default, isLocked };
  if (parameter.kind === 'choice') return { ...common, options: parameter.options.map(({ id }) => id) };
  if (parameter.kind === 'vector') return { ...common, min: parameter.min, max: parameter.max };
  if (parameter.kind === 'flag') return common;
  const { min, max, scale, unit } = parameter;
  const range = { min, max, scale: scale.type, ...(unit !== undefined && { unit }) };
  return { ...common, ...range, ...(scale.type === 'log' && scale.zero && { hasZero: true }) };
}

/** All that can be set of a figure, with ranges. */
function keysOf({ schema, locked }: Store): readonly KeyOfFigure[] {
  return Object.entries(schema).map(([key, parameter]) => keyOf(key, parameter, locked.has(key)));
}

/** The payload of `ready`. */
export function readyOf(
  figure: HostedFigure,
  store: Store,
  prefix: string,
  version: string,
  isPlaying: boolean,
): ReadyPayload {
  return {
    figure: figure.id,
    title: figure.title,
    version,
    presets: figure.presets.map(({ id, title, teaches }) => ({ id, title, teaches })),
    keys: keysOf(store),
    state: stateOf(figure, store, prefix, isPlaying),
  };
}
