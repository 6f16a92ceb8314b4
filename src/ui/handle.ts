/** What a slider with its number box needs to know, for a parameter or for a number derived from several. */
import { numberText } from '#state/number-text';
import { allowsNumber, type NumberParameter, type Schema, type Values } from '#state/schema';
import { lastPosition, positionOf, stepPosition, valueAt } from '#state/slider-scale';
import { strings } from './strings';

export type Typed<S extends Schema> = { readonly patch: Partial<Values<S>> } | { readonly problem: string };

export interface Handle<S extends Schema> {
  readonly key: string;
  readonly label: string;
  readonly last: number;
  /** Shown after the number. */
  readonly unit?: string | undefined;
  readonly position: (values: Values<S>) => number;
  /** What moving the slider from one position to another sets. */
  readonly moved: (to: number, from: number, values: Values<S>) => Partial<Values<S>>;
  /** The value as it stands in the box. */
  readonly text: (values: Values<S>) => string;
  /** What a typed number sets, or why it cannot. */
  readonly typed: (number: number, values: Values<S>) => Typed<S>;
  /** Why the handle cannot be used now. */
  readonly disabled?: (values: Values<S>) => string | undefined;
}

/** Why a number is not allowed for a parameter, or undefined. */
function rangeProblem(parameter: NumberParameter, number: number, name: string): string | undefined {
  if (allowsNumber(parameter, number)) return undefined;
  if (parameter.whole && Number.isFinite(number) && !Number.isInteger(number)) {
    return strings.number.whole(name);
  }
  const [low, high] = [numberText(parameter.min), numberText(parameter.max)];
  const zero = parameter.scale.type === 'log' && parameter.scale.zero;
  return zero ? strings.number.rangeOrZero(name, low, high) : strings.number.range(name, low, high);
}

interface HandleOf<S extends Schema> {
  readonly key: string;
  /** Short name for messages: `ε`. */
  readonly name: string;
  readonly parameter: NumberParameter;
  /** The small end at the right. */
  readonly reversed?: boolean;
  readonly read: (values: Values<S>) => number;
  readonly write: (number: number, values: Values<S>) => Partial<Values<S>>;
}

/** A handle for a number with a range: a parameter, or something computed from several. */
export function numberHandle<S extends Schema>(spec: HandleOf<S>): Handle<S> {
  const { key, name, parameter, reversed = false, read, write } = spec;
  const last = lastPosition(parameter);
  const turn = (position: number) => (reversed ? last - position : position);
  return {
    key,
    label: parameter.label,
    last,
    unit: parameter.unit,
    position: (values) => turn(positionOf(parameter, read(values))),
    moved(to, from, values) {
      return write(valueAt(parameter, stepPosition(parameter, turn(from), turn(to))), values);
    },
    text: (values) => numberText(read(values)),
    typed(number, values) {
      const problem = rangeProblem(parameter, number, name);
      return problem === undefined ? { patch: write(number, values) } : { problem };
    },
  };
}

/** The keys of a schema's numbers. */
type NumberKey<S extends Schema> = { [K in keyof S]: S[K] extends NumberParameter ? K : never }[keyof S] &
  string;

/**
 * The handle of one number parameter.
 * @param name short name for messages, such as `a`
 */
export function parameterHandle<S extends Schema>(schema: S, key: NumberKey<S>, name: string): Handle<S> {
  return numberHandle<S>({
    key,
    name,
    parameter: schema[key] as Schema[string] as NumberParameter,
    read: (values) => values[key] as number,
    write: (value) => ({ [key]: value }) as Partial<Values<S>>,
  });
}
