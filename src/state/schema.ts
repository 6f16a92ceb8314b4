/**
 * The parameter table of a figure: one place that says what each value may be. It feeds the controls, the URL hash
 * in both directions, the description and the documentation.
 */

interface Common {
  /** TeX of the symbol, or an empty string when it has none. */
  readonly symbol: string;
  /** Short name for people. */
  readonly label: string;
  /** One sentence in plain words. */
  readonly description: string;
  /** Part of the link but not of undo (the camera). */
  readonly transient?: boolean;
}

/** How a slider's position maps to the value. `log` with `zero` adds the value 0 past the small end. */
export type Scale =
  | { readonly type: 'linear'; readonly step: number }
  | { readonly type: 'log'; readonly perDecade: number; readonly zero?: boolean };

export interface NumberParameter extends Common {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly default: number;
  readonly scale: Scale;
  /** Shown after the number. */
  readonly unit?: string;
  /** Only whole numbers. */
  readonly whole?: boolean;
}

export interface VectorParameter extends Common {
  readonly kind: 'vector';
  readonly min: readonly number[];
  readonly max: readonly number[];
  readonly default: readonly number[];
  /** A longer vector is shortened to this and keeps its direction. */
  readonly maxLength?: number;
  /** Names of the entries, for messages. */
  readonly entries: readonly string[];
}

export interface ChoiceParameter<Id extends string = string> extends Common {
  readonly kind: 'choice';
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly default: Id;
  /** What was shown before there was this choice: what older links mean, which do not say. */
  readonly before?: Id;
}

export interface FlagParameter extends Common {
  readonly kind: 'flag';
  readonly default: boolean;
}

export type Parameter = NumberParameter | VectorParameter | ChoiceParameter | FlagParameter;
export type Schema = Readonly<Record<string, Parameter>>;

interface Words {
  readonly label: string;
  readonly description: string;
}

interface NumberOptions
  extends Pick<NumberParameter, 'min' | 'max' | 'default' | 'unit' | 'whole' | 'transient'> {
  /** Of a linear slider; whole numbers have 1. */
  readonly step?: number;
  /** Of a logarithmic slider: positions for each power of ten. */
  readonly perDecade?: number;
  /** Adds the value 0 below the small end of a logarithmic slider. */
  readonly zero?: boolean;
}

/** A number with a slider: linear with `step`, logarithmic with `perDecade`. */
export function numberParameter(
  { label, description }: Words,
  symbol: string,
  { step = 1, perDecade, zero = false, ...range }: NumberOptions,
): NumberParameter {
  const scale: Scale =
    perDecade === undefined ? { type: 'linear', step } : { type: 'log', perDecade, ...(zero && { zero }) };
  return { kind: 'number', symbol, label, description, ...range, scale };
}

/** A choice whose texts have the label of each option under its id. */
export function choiceParameter<const Id extends string>(
  words: Words & Readonly<Record<Id, string>>,
  ids: readonly Id[],
  start: NoInfer<Id>,
): ChoiceParameter<Id> {
  const { label, description } = words;
  const options = ids.map((id) => ({ id, label: words[id] }));
  return { kind: 'choice', symbol: '', label, description, options, default: start };
}

type ValueOf<P extends Parameter> = P extends NumberParameter
  ? number
  : P extends VectorParameter
    ? readonly number[]
    : P extends ChoiceParameter<infer Id>
      ? Id
      : boolean;

/** The values of a figure with this schema. */
export type Values<S extends Schema> = { readonly [K in keyof S]: ValueOf<S[K]> };
export type Value = number | readonly number[] | string | boolean;

const SIGNIFICANT_DIGITS = 6;

/** A number rounded to the digits that a link can carry, so that a link reproduces the state exactly. */
export function quantise(value: number): number {
  // Adding zero turns -0 into 0.
  return Number(value.toPrecision(SIGNIFICANT_DIGITS)) + 0;
}

/** The allowed value next to this one: finite, inside the range, quantised. */
export function clampNumber(parameter: NumberParameter, value: number): number {
  if (Number.isNaN(value)) return parameter.default;
  if (parameter.scale.type === 'log' && parameter.scale.zero) {
    // Halfway on the logarithmic scale below the smallest positive value, zero is nearer.
    if (value < parameter.min / Math.sqrt(10)) return 0;
  }
  const inside = quantise(Math.min(parameter.max, Math.max(parameter.min, value)));
  return parameter.whole ? Math.round(inside) : inside;
}

/** True when the value is allowed as it stands. */
export function allowsNumber(parameter: NumberParameter, value: number): boolean {
  if (parameter.scale.type === 'log' && parameter.scale.zero && value === 0) return true;
  if (parameter.whole && !Number.isInteger(value)) return false;
  return value >= parameter.min && value <= parameter.max;
}

function clampVector(parameter: VectorParameter, value: readonly number[]): readonly number[] {
  const finite = parameter.default.map((fallback, k) => {
    const entry = value[k] ?? fallback;
    // Of a size whose square is still a number.
    return Number.isFinite(entry) ? Math.min(1e150, Math.max(-1e150, entry)) : fallback;
  });
  const length = Math.hypot(...finite);
  const scale = Math.min(1, (parameter.maxLength ?? length) / (length || 1));
  return finite.map((entry, k) =>
    quantise(Math.min(parameter.max[k] ?? entry, Math.max(parameter.min[k] ?? entry, entry * scale))),
  );
}

/** The allowed value next to this one, for any kind of parameter; the default where there is none. */
export function clampValue(parameter: Parameter, value: unknown): Value {
  switch (parameter.kind) {
    case 'number':
      return typeof value === 'number' ? clampNumber(parameter, value) : parameter.default;
    case 'vector':
      return Array.isArray(value) ? clampVector(parameter, value.map(Number)) : parameter.default;
    case 'choice':
      return parameter.options.some((option) => option.id === value) ? (value as string) : parameter.default;
    case 'flag':
      return typeof value === 'boolean' ? value : parameter.default;
  }
}

/** The values with which a figure starts. */
export function defaults<S extends Schema>(schema: S): Values<S> {
  return Object.fromEntries(Object.entries(schema).map(([key, p]) => [key, p.default])) as Values<S>;
}

/** The values with some replaced; each new one is clamped. Keeps the same object when nothing changes. */
export function withValues<S extends Schema>(
  schema: S,
  values: Values<S>,
  patch: Partial<Values<S>>,
): Values<S> {
  let changed: Record<string, Value> | undefined;
  for (const [key, raw] of Object.entries(patch)) {
    const parameter = schema[key];
    if (!parameter || raw === undefined) continue;
    const value = clampValue(parameter, raw);
    if (sameValue(value, values[key] as Value)) continue;
    changed ??= { ...(values as Record<string, Value>) };
    changed[key] = value;
  }
  return changed ? (changed as Values<S>) : values;
}

/** True when these parameters have the values with which a figure starts; without a list, all of them. */
export function isAtStart<S extends Schema>(
  schema: S,
  values: Values<S>,
  keys: readonly (keyof S & string)[] = Object.keys(schema),
): boolean {
  return keys.every((key) => sameValue(values[key], schema[key]?.default as Value));
}

/** Equality of two values of one parameter. */
export function sameValue(a: Value, b: Value): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return a.length === b.length && a.every((entry, k) => entry === b[k]);
}

/** True when two states agree in everything that undo remembers. */
export function sameHistory<S extends Schema>(schema: S, a: Values<S>, b: Values<S>): boolean {
  return Object.entries(schema).every(
    ([key, p]) => p.transient || sameValue(a[key] as Value, b[key] as Value),
  );
}
