import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as handles from '#figures/pair/handles';
import { outputGap } from '#figures/pair/model';
import { type PairSchema, type PairValues, pairSchema } from '#figures/pair/schema';
import { parseNumber } from '#state/number-text';
import { defaults, withValues } from '#state/schema';
import type { Handle } from '#ui/handle';
import { statesOf } from '../support/arbitrary';

const start = defaults(pairSchema);
const { epsilonHandle, gapHandle, lengthHandle, wDirectionHandle } = handles;
const all = Object.entries(handles) as [string, Handle<PairSchema>][];

function valuesWith(patch: Partial<PairValues>): PairValues {
  return withValues(pairSchema, start, patch);
}

/** What typing a text into a handle's box gives. */
function afterTyping(handle: Handle<PairSchema>, text: string, values: PairValues): PairValues | string {
  const number = parseNumber(text);
  if (number === undefined) return 'not a number';
  const typed = handle.typed(number, values);
  return 'problem' in typed ? typed.problem : withValues(pairSchema, values, typed.patch);
}

/** Says whether two states differ by no more than the digits that boxes show. */
function expectNearly(actual: PairValues | string, expected: PairValues): void {
  if (typeof actual === 'string') throw new Error(`refused: ${actual}`);
  for (const key of ['eps', 'a', 'c', 'bias', 'dir', 'dbias'] as const) {
    expect(Math.abs(actual[key] - expected[key])).toBeLessThanOrEqual(2e-5 * Math.abs(expected[key]));
  }
  for (const [k, entry] of expected.w.entries()) {
    expect(Math.abs((actual.w[k] ?? 0) - entry)).toBeLessThan(3e-4);
  }
}

describe.each(all)('the box of %s', (_name, handle) => {
  it('takes what it shows itself, and that changes nothing', () => {
    fc.assert(
      fc.property(statesOf(pairSchema), (values) => {
        if (handle.disabled?.(values) !== undefined) return;
        expectNearly(afterTyping(handle, handle.text(values), values), values);
      }),
      { numRuns: 200 },
    );
  });

  it('refuses what is out of range in a sentence', () => {
    for (const number of [1e9, -1e9]) {
      const typed = handle.typed(number, start);
      expect('problem' in typed && typed.problem).toMatch(/^\S+ .*\.$/);
      expect('problem' in typed && typed.problem).not.toMatch(/NaN|undefined/);
    }
  });
});

describe.each(all)('the slider of %s', (name, handle) => {
  it('stays where it is put', () => {
    // Before zero epsilon has places that belong to their neighbours.
    const last = name === 'epsilonHandle' || name === 'gapHandle' ? handle.last - 12 : handle.last;
    fc.assert(
      fc.property(statesOf(pairSchema), fc.nat(last), (values, to) => {
        // Where w = 0 it has no direction.
        if (Math.hypot(...values.w) < 1e-2) return;
        const moved = withValues(pairSchema, values, handle.moved(to, 0, values));
        if (Math.hypot(...moved.w) < 1e-2) return;
        expect(Math.abs(handle.position(moved) - to)).toBeLessThan(0.45);
      }),
      { numRuns: 300 },
    );
  });

  it('rests at its ends', () => {
    for (const to of [0, handle.last]) {
      const moved = withValues(pairSchema, start, handle.moved(to, 5, start));
      expect(handle.position(moved)).toBeCloseTo(to, 2);
    }
  });
});

describe('the handle of epsilon', () => {
  it('has 1 at the left and 0 at the right', () => {
    expect(epsilonHandle.position(valuesWith({ eps: 1 }))).toBe(0);
    expect(epsilonHandle.position(valuesWith({ eps: 0 }))).toBe(epsilonHandle.last);
    expect(epsilonHandle.moved(0, 5, start)).toEqual({ eps: 1 });
    expect(epsilonHandle.moved(epsilonHandle.last, 5, start)).toEqual({ eps: 0 });
  });

  it('goes to 0 from the smallest value in one step to the right, and back in one to the left', () => {
    const smallest = valuesWith({ eps: 1e-6 });
    const at = Math.round(epsilonHandle.position(smallest));
    expect(epsilonHandle.moved(at + 1, at, smallest)).toEqual({ eps: 0 });
    const { last } = epsilonHandle;
    expect(epsilonHandle.moved(last - 1, last, valuesWith({ eps: 0 }))).toEqual({ eps: 1e-6 });
  });

  it('never grows while it is dragged to the right', () => {
    for (let to = 1; to <= epsilonHandle.last; to++) {
      const eps = (position: number) => epsilonHandle.moved(position, 0, start).eps ?? Number.NaN;
      expect(eps(to)).toBeLessThanOrEqual(eps(to - 1));
    }
  });

  it.each([
    ['0.05', 0.05],
    ['1/20', 0.05],
    ['10^-3', 0.001],
    ['0', 0],
    ['1', 1],
  ])('takes %s typed', (text, eps) => {
    expect(afterTyping(epsilonHandle, text, start)).toEqual({ ...start, eps });
  });

  it.each(['2', '-0.1', '1e-7', '∞'])('refuses %s and says that 0 is fine', (text) => {
    expect(afterTyping(epsilonHandle, text, start)).toMatch(/ε is 0, or between .*1/);
  });
});

describe('the handle of a_i - a_j', () => {
  it('stays consistent: a = eps (a_i - a_j)', () => {
    fc.assert(
      fc.property(statesOf(pairSchema), fc.nat(gapHandle.last), (values, to) => {
        const moved = withValues(pairSchema, values, gapHandle.moved(to, 0, values));
        expect(moved.a).toBe(values.a);
        if (moved.eps > 0) expect(moved.eps * outputGap(moved)).toBeCloseTo(moved.a, 12);
      }),
    );
  });

  it('moves against epsilon: further right is larger', () => {
    const gap = (to: number) => outputGap(withValues(pairSchema, start, gapHandle.moved(to, 0, start)));
    for (let to = 1; to <= gapHandle.last; to++) expect(gap(to)).toBeGreaterThanOrEqual(gap(to - 1));
    expect(gap(gapHandle.last)).toBe(Infinity);
  });

  it.each([
    [1.2, '12', 0.1],
    [-1.2, '-12', 0.1],
    [1.2, '∞', 0],
    [-1.2, '-inf', 0],
    [1.2, '1.2', 1],
    [1.2, '1.2e6', 1e-6],
  ])('with a = %d takes %s as eps = %d', (a, text, eps) => {
    const values = valuesWith({ a });
    expect(afterTyping(gapHandle, text, values)).toEqual({ ...values, eps });
  });

  it('refuses the other sign, and values that no epsilon gives, and says what to do', () => {
    expect(afterTyping(gapHandle, '-12', start)).toMatch(/sign of a/);
    expect(afterTyping(gapHandle, '12', valuesWith({ a: -1 }))).toMatch(/sign of a/);
    expect(afterTyping(gapHandle, '-∞', start)).toMatch(/sign of a/);
    expect(afterTyping(gapHandle, '1', start)).toMatch(/from 1\.2 to 1200000/);
    expect(afterTyping(gapHandle, '0', start)).toMatch(/from 1\.2 to/);
  });

  it('says why it cannot be used at a = 0', () => {
    expect(gapHandle.disabled?.(start)).toBeUndefined();
    expect(gapHandle.disabled?.(valuesWith({ a: 0 }))).toMatch(/another a/);
    expect(gapHandle.text(valuesWith({ a: 0, eps: 0 }))).toBe('0');
  });
});

describe('the handles of w', () => {
  it('turn it without changing its length, as long as the box of weights has room', () => {
    const turned = withValues(pairSchema, start, wDirectionHandle.moved(90, 0, start));
    expect(Math.hypot(...turned.w)).toBeCloseTo(Math.hypot(...start.w), 4);
  });

  it('turn it to the angle asked for even where it is too long for that, by shortening it', () => {
    const long = valuesWith({ w: [3, 3] });
    const turned = afterTyping(wDirectionHandle, '30', long);
    expect(typeof turned === 'object' && parseNumber(wDirectionHandle.text(turned))).toBeCloseTo(30, 2);
  });

  it('lengthen it without turning it', () => {
    const longer = withValues(pairSchema, start, lengthHandle.moved(lengthHandle.last, 0, start));
    expect(Math.hypot(...longer.w)).toBeCloseTo(3, 4);
    expect((longer.w[1] ?? 0) / (longer.w[0] ?? 1)).toBeCloseTo(0.6 / 1.8, 3);
  });
});
