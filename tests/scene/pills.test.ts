import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pixel } from '#scene/axes';
import { type Pill, pillWidth, spreadPills } from '#scene/pills';
import { evenly } from '../support/arbitrary';

const pill = (x: number, y: number, text = 'saddle line'): Pill => ({ at: [x, y], text, colour: 'red' });
const half = pillWidth('saddle line') / 2;
const HEIGHT = 20;
/** Half the ball. */
const BALL = 7;

const pixel: fc.Arbitrary<Pixel> = fc.tuple(evenly(0, 260), evenly(0, 120));
const anyPill = fc
  .tuple(pixel, fc.string({ minLength: 1, maxLength: 24 }))
  .map(([[x, y], text]) => pill(x, y, text));

function apart(one: Pill, other: Pill): boolean {
  const [dx, dy] = [Math.abs(one.at[0] - other.at[0]), Math.abs(one.at[1] - other.at[1])];
  return dx >= (pillWidth(one.text) + pillWidth(other.text)) / 2 || dy >= HEIGHT;
}

function leavesFree({ at, text }: Pill, ball: Pixel): boolean {
  const [dx, dy] = [Math.abs(at[0] - ball[0]), Math.abs(at[1] - ball[1])];
  return dx >= pillWidth(text) / 2 + BALL || dy >= HEIGHT / 2 + BALL;
}

describe('names on a picture', () => {
  it('stay where they are when nothing is in their way', () => {
    const pills = [pill(100, 100), pill(300, 40), pill(100, 140)];
    expect(spreadPills(pills)).toEqual(pills);
    expect(spreadPills(pills, [100, 170])).toEqual(pills);
    expect(spreadPills(pills, [220, 100])).toEqual(pills);
  });

  it('are moved upwards off each other, the first of them not', () => {
    const [first, second] = spreadPills([pill(100, 100), pill(120, 105)]);
    expect(first?.at).toEqual([100, 100]);
    expect(second?.at[0]).toBe(120);
    expect(second?.at[1]).toBeLessThanOrEqual(100 - HEIGHT);
  });

  it('make way for the ball, to the side on which they are', () => {
    const [right] = spreadPills([pill(100, 100)], [80, 104]);
    expect(right?.at[0]).toBeGreaterThan(80 + half + BALL);
    const [left] = spreadPills([pill(100, 100)], [103, 96]);
    expect(left?.at[0]).toBeLessThan(103 - half - BALL);
    expect([right?.at[1], left?.at[1]]).toEqual([100, 100]);
  });

  it('are not moved off each other onto the ball', () => {
    const [, second] = spreadPills([pill(100, 100), pill(110, 104)], [110, 76]);
    expect(second?.at[1]).toBeLessThan(76 - HEIGHT / 2 - BALL);
  });

  it('cover neither the ball nor each other, wherever they all are', () => {
    fc.assert(
      fc.property(fc.array(anyPill, { minLength: 1, maxLength: 5 }), pixel, (pills, ball) => {
        const placed = spreadPills(pills, ball);
        for (const [k, one] of placed.entries()) {
          expect(leavesFree(one, ball)).toBe(true);
          for (const other of placed.slice(0, k)) expect(apart(one, other)).toBe(true);
        }
      }),
    );
  });
});
