import { expect, it } from 'vitest';
import { arrowStep } from '#ui/gestures';

function pressed(key: string, modifiers: { shiftKey?: boolean; altKey?: boolean } = {}) {
  return arrowStep({ key, shiftKey: false, altKey: false, ...modifiers }, 100);
}

it('goes where the arrow points, up being up', () => {
  expect(pressed('ArrowRight')).toEqual([2, 0]);
  expect(pressed('ArrowLeft')).toEqual([-2, 0]);
  expect(pressed('ArrowUp')).toEqual([0, 2]);
  expect(pressed('ArrowDown')).toEqual([0, -2]);
});

it('goes far with Shift and little with Alt', () => {
  expect(pressed('ArrowUp', { shiftKey: true })).toEqual([0, 10]);
  expect(pressed('ArrowUp', { altKey: true })).toEqual([0, 0.5]);
});

it('leaves other keys to the page', () => {
  for (const key of ['Tab', 'Enter', ' ', 'a', 'Home', 'PageUp']) expect(pressed(key)).toBeUndefined();
});
