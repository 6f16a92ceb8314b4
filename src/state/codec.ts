/** The reader's state in the URL hash: `#v=1&act=relu&eps=0.01`, and back, for any text whatever. */
import {
  allowsNumber,
  clampNumber,
  clampValue,
  defaults,
  type Parameter,
  quantise,
  type Schema,
  sameValue,
  type Value,
  type Values,
} from './schema';

const VERSION = '1';

/** One thing about a link that could not be shown as asked. */
export interface Notice {
  /** As it stands in the link, with its prefix. */
  readonly key: string;
  /** What the parameter is called for people; empty for the version. */
  readonly label: string;
  /** What the link said, shortened. */
  readonly said: string;
  /** `unreadable`: not a value of this kind; `outside`: beyond the range; `version`: of another version of this page. */
  readonly problem: 'unreadable' | 'outside' | 'version';
  /** What is shown instead, as it would stand in a link. */
  readonly shown: string;
}

export interface Parsed<S extends Schema> {
  readonly values: Values<S>;
  readonly notices: readonly Notice[];
}

/** Text of one value in a link. */
function valueText(value: Value): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return String(value).replace('+', '');
  return typeof value === 'string' ? value : value.map((entry) => valueText(entry)).join(',');
}

/** What links that are older than a parameter mean. */
function before(parameter: Parameter | undefined): Value | undefined {
  return parameter?.kind === 'choice' ? parameter.before : undefined;
}

/**
 * Values that differ from those with which the figure starts, as `key=text` with a prefix before each key. Where there are
 * any, also those of which an older link would say nothing.
 * @param start the schema's defaults when left out
 */
export function encodeValues<S extends Schema>(
  schema: S,
  values: Values<S>,
  prefix = '',
  start: Values<S> = defaults(schema),
): string[] {
  const differs = (key: string) => !sameValue(values[key] as Value, start[key] as Value);
  const keys = Object.keys(schema);
  const isAtStart = !keys.some(differs);
  return keys
    .filter((key) => differs(key) || (!isAtStart && before(schema[key]) !== undefined))
    .map((key) => `${prefix}${key}=${valueText(values[key] as Value)}`);
}

/** The hash of a page, `#v=1&...`, or an empty string when there is nothing to say. */
export function encodeHash(entries: readonly string[]): string {
  return entries.length === 0 ? '' : `#v=${VERSION}&${entries.join('&')}`;
}

function plainNumber(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : Number.NaN;
}

/** The value that a text stands for, and what was wrong with it. */
function decodeValue(parameter: Parameter, text: string): { value: Value; problem?: Notice['problem'] } {
  const unreadable = { value: parameter.default, problem: 'unreadable' } as const;
  switch (parameter.kind) {
    case 'number': {
      const number = plainNumber(text);
      if (Number.isNaN(number)) return unreadable;
      const value = clampNumber(parameter, number);
      return allowsNumber(parameter, quantise(number)) ? { value } : { value, problem: 'outside' };
    }
    case 'vector': {
      const entries = text.split(',').map(plainNumber);
      if (entries.length !== parameter.default.length || entries.some(Number.isNaN)) return unreadable;
      const value = clampValue(parameter, entries);
      return sameValue(value, entries.map(quantise)) ? { value } : { value, problem: 'outside' };
    }
    case 'choice':
      return parameter.options.some((option) => option.id === text) ? { value: text } : unreadable;
    case 'flag':
      return text === '1' || text === '0' ? { value: text === '1' } : unreadable;
  }
}

/**
 * Reads a hash. Never throws: unknown keys are ignored, bad values replaced and named in a notice.
 * @param prefix only keys that start with it belong to this figure
 * @param start the values of which the hash says nothing; the schema's defaults when left out
 * @param kept whether it may have been written long ago: then what it says nothing of is as it was `before`, unless it says
 * nothing at all
 */
export function decodeHash<S extends Schema>(
  schema: S,
  hash: string,
  prefix = '',
  start: Values<S> = defaults(schema),
  kept = false,
): Parsed<S> {
  const query = new URLSearchParams(hash.replace(/^#/, '').replaceAll('+', '%2B'));
  const values: Record<string, Value> = { ...(start as Record<string, Value>) };
  const notices: Notice[] = [];
  const version = query.get('v');
  if (version !== null && version !== VERSION) {
    notices.push({ key: 'v', label: '', said: shorten(version), problem: 'version', shown: VERSION });
  }
  const isSilent = !Object.keys(schema).some((key) => query.has(prefix + key));
  for (const [key, parameter] of Object.entries(schema)) {
    const text = query.get(prefix + key);
    if (text === null) {
      const old = before(parameter);
      if (kept && !isSilent && old !== undefined) values[key] = old;
      continue;
    }
    const { value, problem } = decodeValue(parameter, text);
    values[key] = value;
    if (!problem) continue;
    const { label } = parameter;
    notices.push({ key: prefix + key, label, said: shorten(text), problem, shown: valueText(value) });
  }
  return { values: values as Values<S>, notices };
}

function shorten(text: string): string {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}
