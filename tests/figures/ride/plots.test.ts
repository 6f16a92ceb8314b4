import { describe, expect, it } from 'vitest';
import { clockFrame, clockMarkup, sharpnessMarkup } from '../../../src/figures/ride/clock-plot';
import { lawFrame, lawMarkup, lawTitle, nearestPoint } from '../../../src/figures/ride/law-plot';
import { type RideView, rideView } from '../../../src/figures/ride/model';
import { curvePath, logTicks } from '../../../src/figures/ride/plot-markup';
import { richPieces } from '../../../src/figures/ride/rich-text';
import type { RideValues } from '../../../src/figures/ride/schema';
import { rideLawIds } from '../../../src/math/ride/ride-laws';
import { logPixel } from '../../../src/ui/log-plot';
import { paperRide, start } from './paper-ride';

const whole = paperRide(40);
const back = paperRide(5, 'minus');

function viewOf(values: Partial<RideValues>, state = whole): RideView {
  const view = rideView(state, { ...start, ...values });
  if (!view) throw new Error('nothing to show');
  return view;
}

function count(markup: string, pattern: RegExp): number {
  return [...markup.matchAll(pattern)].length;
}

describe.each(rideLawIds)('the plot of %s', (id) => {
  it('has a point for each jump, one of them highlighted, and nothing that is no number', () => {
    for (const jumps of [0, 1, 6, 99]) {
      const view = viewOf({ jumps });
      const markup = lawMarkup(id, view, 400, Math.min(1, jumps));
      expect(count(markup, /<circle/g)).toBe(view.points.length);
      expect(count(markup, /ride-chosen/g)).toBe(1);
      expect(markup).not.toMatch(/NaN|Infinity|undefined/);
    }
    expect(lawMarkup(id, viewOf({ jumps: 3 }), 400, undefined)).not.toMatch(/ride-chosen|ride-here/);
  });

  it('leaves the start out of the fit, and shows that', () => {
    const markup = lawMarkup(id, viewOf({ jumps: 6 }), 400, undefined);
    expect(count(markup, /ride-unused/g)).toBe(1);
    expect(count(markup, /ride-fitted/g)).toBe(1);
    expect(count(lawMarkup(id, viewOf({ jumps: 1 }), 400, undefined), /ride-fitted/g)).toBe(0);
  });

  it('marks infinity once the reader went there, and where 64-bit numbers end once the ride did', () => {
    expect(lawMarkup(id, viewOf({ jumps: 2 }), 400, undefined)).not.toMatch(/"ride-end"/);
    expect(lawMarkup(id, viewOf({ jumps: 2, inf: true }), 400, undefined)).toMatch(/"ride-end"/);
    expect(lawMarkup(id, viewOf({ jumps: 2 }), 400, undefined)).not.toMatch(/<rect/);
    expect(lawMarkup(id, viewOf({ jumps: 99 }), 400, undefined)).toMatch(/<rect/);
  });

  it('keeps its axes while the reader jumps', () => {
    const frames = [0, 1, 5, 99].map((jumps) => lawFrame(id, viewOf({ jumps }), 400));
    for (const frame of frames) {
      expect(frame.x).toEqual(frames[0]?.x);
      if (id !== 'error') expect(frame.y).toEqual(frames[0]?.y);
    }
  });

  it('shows the road back by sizes, and says so', () => {
    const view = viewOf({ jumps: 4 }, back);
    expect(count(lawMarkup(id, view, 400, undefined), /<circle/g)).toBe(5);
    if (id === 'excess') expect(lawTitle(id, view)).toBe('loss at infinity − loss');
  });
});

it('points are where their numbers are, and the nearest is found', () => {
  const view = viewOf({ jumps: 5 });
  const { x } = lawFrame('excess', view, 400);
  view.points.forEach(({ epsilon }, k) => {
    expect(nearestPoint(view, 400, logPixel(x, 1 / epsilon) + 1)).toBe(k);
  });
  expect(nearestPoint(view, 400, -1000)).toBe(0);
  expect(nearestPoint(view, 400, 1000)).toBe(5);
});

describe('the clock and the sharpness', () => {
  it('reach as far as the jumps have gone', () => {
    expect(clockFrame(viewOf({ jumps: 0 }), 400).x.high).toBe(12);
    expect(clockFrame(viewOf({ jumps: 99 }), 400).x.high).toBeGreaterThan(20);
    expect(count(clockMarkup(viewOf({ jumps: 7 }), 400), /<circle/g)).toBe(7);
    expect(clockMarkup(viewOf({ jumps: 7 }), 400)).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('have no law on the road back, and no curves before they are computed', () => {
    expect(clockMarkup(viewOf({ jumps: 4 }, back), 400)).not.toMatch(/ride-predicted|NaN|Infinity/);
    const waiting = viewOf({}, { ...whole, clock: { done: false } });
    expect(clockMarkup(waiting, 400)).not.toMatch(/ride-flow|NaN/);
    expect(sharpnessMarkup(waiting, 'finite', 400)).not.toMatch(/ride-large|NaN|Infinity/);
  });

  it('draw what is negative dashed: on the way to the finite minimum, not in the channel', () => {
    const [channel, finite] = (['channel', 'finite'] as const).map((run) =>
      sharpnessMarkup(viewOf({}), run, 400),
    );
    expect(finite).toMatch(/class="ride-negative" d="M/);
    expect(channel).toMatch(/class="ride-negative" d=""/);
    expect(channel).toMatch(/class="ride-small-value" d="M/);
    expect(`${channel}${finite}`).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('the marks', () => {
  const axis = { from: 0, to: 100 };

  it('ticks are powers of ten, on short axes 1, 2 and 5 times those, never more than asked', () => {
    expect(logTicks({ ...axis, low: -2, high: 3 }, 9).map(({ value }) => value)).toEqual([
      0.01, 0.1, 1, 10, 100, 1000,
    ]);
    expect(logTicks({ ...axis, low: -0.4, high: 0.75 }, 9).map(({ label }) => label)).toEqual([
      '0.5',
      '1',
      '2',
      '5',
    ]);
    expect(logTicks({ ...axis, low: 0, high: 30 }, 5).length).toBeLessThanOrEqual(5);
  });

  it('a path breaks at what cannot be shown', () => {
    const frame = { x: { ...axis, low: 0, high: 2 }, y: { ...axis, low: 0, high: 2 } };
    expect(
      curvePath(frame, [
        [1, 1],
        [10, 10],
        [10, -1],
        [10, 10],
        [100, Number.NaN],
        [100, 100],
      ]),
    ).toBe('M0.00 0.00L50.00 50.00M50.00 50.00M100.00 100.00');
  });

  it('sentences are split into symbols, powers of ten and the rest', () => {
    expect(richPieces('a_i − a_j = 1.2e-7 at ε.')).toEqual([
      { kind: 'output', neuron: 'i' },
      { kind: 'plain', text: ' − ' },
      { kind: 'output', neuron: 'j' },
      { kind: 'plain', text: ' = ' },
      { kind: 'power', mantissa: '1.2', exponent: '−7' },
      { kind: 'plain', text: ' at ' },
      { kind: 'epsilon' },
      { kind: 'plain', text: '.' },
    ]);
    expect(richPieces('at epsilon')[1]).toEqual({ kind: 'epsilon' });
    expect(richPieces('')).toEqual([]);
  });
});
