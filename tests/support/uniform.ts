import fc from 'fast-check';

const STEPS = 2 ** 30;

/**
 * A number of the interval, all of them equally likely but for its ends and middle, which come more often. (fc.double
 * draws all floating-point numbers equally likely, which are nearly all close to 0.)
 */
export function uniform(min: number, max: number): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: STEPS }).map((k) => min + ((max - min) * k) / STEPS) },
    { weight: 1, arbitrary: fc.constantFrom(min, max, (min + max) / 2) },
  );
}
