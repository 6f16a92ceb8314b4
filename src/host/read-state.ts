/** Reads the payload of `setState`; values that are refused or clamped are reported in sentences. */
import { decodeHash, type Notice } from '#state/codec';
import type { FigureStore } from '#state/figure-store';
import {
  clampValue,
  type Parameter,
  quantise,
  type Schema,
  sameValue,
  type Value,
  type Values,
} from '#state/schema';
import { strings } from '#ui/strings';
import { isRecord, type Plain } from './protocol';
import { text } from './text';

/** The values to set, and sentences about those that were refused or clamped. */
export interface ReadState {
  readonly patch: Partial<Values<Schema>>;
  readonly problems: readonly string[];
}

type Store = Pick<FigureStore<Schema>, 'schema' | 'start'>;

/** The value of this kind that was sent, before any range; undefined when it is of another kind. */
function ofKind(parameter: Parameter, value: unknown): Value | undefined {
  switch (parameter.kind) {
    case 'number':
      return typeof value === 'number' && !Number.isNaN(value) ? value : undefined;
    case 'flag':
      return typeof value === 'boolean' ? value : undefined;
    case 'choice':
      return parameter.options.some(({ id }) => id === value) ? (value as string) : undefined;
    case 'vector': {
      if (!Array.isArray(value) || value.length !== parameter.default.length) return undefined;
      return value.every((entry) => Number.isFinite(entry)) ? (value as number[]) : undefined;
    }
  }
}

function rounded(value: Value): Value {
  if (typeof value === 'number') return quantise(value);
  return typeof value === 'object' ? value.map(quantise) : value;
}

function readRecord({ schema }: Store, values: Plain): ReadState {
  const patch: Record<string, Value> = {};
  const problems: string[] = [];
  for (const [key, raw] of Object.entries(values)) {
    const parameter = Object.hasOwn(schema, key) ? schema[key] : undefined;
    if (!parameter) {
      problems.push(text.unknownKey(key, Object.keys(schema).join(', ')));
      continue;
    }
    const asked = ofKind(parameter, raw);
    if (asked === undefined) {
      problems.push(text.notAValue(key));
      continue;
    }
    const value = clampValue(parameter, asked);
    if (!sameValue(value, rounded(asked))) problems.push(text.moved(key, String(value)));
    patch[key] = value;
  }
  return { patch, problems };
}

function sentenceOf({ key, said, problem, shown }: Notice): string {
  const { notice } = strings;
  return problem === 'version' ? notice.version(said) : notice[problem](key, said, shown);
}

function readHash({ schema, start }: Store, hash: string, prefix: string): ReadState {
  const { values, notices } = decodeHash(schema, hash, prefix, start, true);
  const named = [...new URLSearchParams(hash.replace(/^#/, '')).keys()];
  const own = named.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  const unknown = own.filter((key) => key !== 'v' && !Object.hasOwn(schema, key));
  return {
    patch: values,
    problems: [
      ...notices.map(sentenceOf),
      ...unknown.map((key) => text.unknownKey(key, Object.keys(schema).join(', '))),
    ],
  };
}

/**
 * The change that the payload of `setState` asks for. A text is a whole state, as a link is; single values leave the
 * others as they are.
 *
 * @throws Error with a sentence when it is neither.
 */
export function readState(store: Store, prefix: string, payload: unknown): ReadState {
  if (!isRecord(payload)) throw new Error(text.needsState);
  const { hash, values } = payload;
  const hasHash = typeof hash === 'string';
  const hasValues = isRecord(values);
  if (!(hasHash || hasValues) || !(hasHash || hash === undefined) || !(hasValues || values === undefined))
    throw new Error(text.needsState);
  const whole = hasHash ? readHash(store, hash, prefix) : { patch: {}, problems: [] };
  const some = hasValues ? readRecord(store, values) : { patch: {}, problems: [] };
  return {
    patch: { ...whole.patch, ...some.patch },
    problems: [...whole.problems, ...some.problems],
  };
}
