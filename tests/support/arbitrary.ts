/** Random inputs for property tests. */
import fc from 'fast-check';
import { clampValue, type Parameter, type Schema, type Value, type Values } from '#state/schema';

/** A number in a range; nobody sets 1e-300 where the range ends at 3. */
function between(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true }).map((value) => (Math.abs(value) < 1e-9 ? 0 : value));
}

/** A number in a range, all parts of it equally often; `fc.double` has half of its numbers near 0. */
export function evenly(min: number, max: number): fc.Arbitrary<number> {
  const steps = 1_000_000;
  return fc.integer({ min: 0, max: steps }).map((k) => min + ((max - min) * k) / steps);
}

function ofParameter(parameter: Parameter): fc.Arbitrary<Value> {
  switch (parameter.kind) {
    case 'number': {
      const { min, max, scale } = parameter;
      const ends = fc.constantFrom(min, max, parameter.default, clampValue(parameter, 0) as number);
      // Logarithmic, so that small values come as often as large ones.
      const inner =
        scale.type === 'log'
          ? between(Math.log10(min), Math.log10(max)).map((power) => 10 ** power)
          : between(min, max);
      return fc.oneof({ weight: 4, arbitrary: inner }, { weight: 1, arbitrary: ends });
    }
    case 'vector':
      return fc.tuple(...parameter.min.map((min, k) => between(min, parameter.max[k] ?? min)));
    case 'choice':
      return fc.constantFrom(...parameter.options.map(({ id }) => id));
    case 'flag':
      return fc.boolean();
  }
}

/** Any state that a figure with this schema can be in. */
export function statesOf<S extends Schema>(schema: S): fc.Arbitrary<Values<S>> {
  const entries = Object.entries(schema).map(([key, parameter]) => [
    key,
    ofParameter(parameter).map((value) => clampValue(parameter, value)),
  ]);
  return fc.record(Object.fromEntries(entries) as Record<string, fc.Arbitrary<Value>>) as fc.Arbitrary<
    Values<S>
  >;
}

/** Anything that JavaScript can put where a value is expected. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything(),
  fc.double(),
  fc.array(fc.double()),
  fc.constantFrom(Number.NaN, Infinity, -Infinity, -0, '', null, undefined, true),
);
