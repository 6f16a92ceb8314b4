import { expect, it } from 'vitest';
import { placeAfter } from '#share/tabs';

it('arrow keys go around, Home and End to the ends, digits to a place', () => {
  const after = (key: string, place: number) => placeAfter(key, place, 4);
  expect([after('ArrowRight', 0), after('ArrowDown', 3), after('ArrowLeft', 0), after('ArrowUp', 2)]).toEqual(
    [1, 0, 3, 1],
  );
  expect([after('Home', 2), after('End', 2), after('3', 0)]).toEqual([0, 3, 2]);
  expect([after('5', 0), after('0', 0), after('a', 0), after('Enter', 0), after(' ', 0)]).toEqual(
    Array(5).fill(undefined),
  );
});
