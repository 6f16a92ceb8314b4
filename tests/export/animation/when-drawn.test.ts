import { describe, expect, it } from 'vitest';
import { beginWatch, type Sign, watchOn } from '#export/animation/when-drawn';

/** What comes of looking at these signs one after the other, and after how many looks. */
function watch(before: number, signs: readonly Sign[]): readonly [string, number] {
  let state = beginWatch({ frames: before, computing: false });
  for (const [k, sign] of signs.entries()) {
    const next = watchOn(state, sign);
    if (next === 'drawn' || next === 'late') return [next, k + 1];
    state = next;
  }
  return ['waiting', signs.length];
}

const sign = (frames: number, computing = false): Sign => ({ frames, computing });

describe('watchOn', () => {
  it('is done one look after a new picture', () => {
    expect(watch(5, [sign(6), sign(6)])).toEqual(['drawn', 2]);
    expect(watch(5, [sign(5), sign(6), sign(6)])).toEqual(['drawn', 3]);
  });

  it('waits for the last of several pictures', () => {
    expect(watch(5, [sign(6), sign(7), sign(8), sign(8)])).toEqual(['drawn', 4]);
  });

  it('does not take a picture for done while something is computed', () => {
    expect(watch(5, [sign(6), sign(6, true), sign(6, true)])).toEqual(['waiting', 3]);
    expect(watch(5, [sign(6, true), sign(7), sign(7)])).toEqual(['drawn', 3]);
  });

  it('takes a change without a picture for one that shows nothing after four looks', () => {
    expect(watch(5, [sign(5), sign(5), sign(5)])).toEqual(['waiting', 3]);
    expect(watch(5, [sign(5), sign(5), sign(5), sign(5)])).toEqual(['drawn', 4]);
  });

  it('gives up a picture that never comes', () => {
    const always = Array.from({ length: 4000 }, (_, k) => sign(6, k >= 0));
    expect(watch(5, always)[0]).toBe('late');
  });
});
