import { expect, it } from 'vitest';
import { slowAfter } from '#scene/quality';

it('takes a card for slow after two slow pictures in a row, and for quick after one that is', () => {
  expect([300, 300].reduce(slowAfter, 0)).toBe(2);
  expect([300, 8, 300].reduce(slowAfter, 0)).toBe(1);
  // Neither: nothing is changed by it.
  expect([300, 30, 300].reduce(slowAfter, 0)).toBe(2);
  expect([300, 300, 300, 10].reduce(slowAfter, 0)).toBe(0);
});
