import { describe, expect, it } from 'vitest';
import { describeRide, rideData } from '../../../src/figures/ride/describe';
import { type RideView, readClock, rideView } from '../../../src/figures/ride/model';
import type { RideValues } from '../../../src/figures/ride/schema';
import { rideLawIds } from '../../../src/math/ride/ride-laws';
import { paperRide, start } from './paper-ride';

const whole = paperRide(40);
const back = paperRide(6, 'minus');

function viewOf(values: Partial<RideValues>, state = whole): RideView {
  const view = rideView(state, { ...start, ...values });
  if (!view) throw new Error('nothing to show');
  return view;
}

describe('what is shown of a ride', () => {
  it('is as many jumps as are set, and the end of the ride only at its end', () => {
    expect(viewOf({}).points.length).toBe(1);
    expect(viewOf({ jumps: 5 }).points.length).toBe(6);
    expect(viewOf({ jumps: 5 }).stop).toBeUndefined();
    const all = viewOf({ jumps: 99 });
    expect(all.points.length).toBe(whole.points.length);
    expect(all.stop?.kind).toBe('arrived');
    expect(rideView({ ...whole, points: [] }, start)).toBeUndefined();
  });

  it('has the six predicted slopes, and the cube for the slope of the loss', () => {
    const { laws, lossSlope } = viewOf({ jumps: 10 });
    const slopes = rideLawIds.map((id) => laws[id].slope ?? Number.NaN);
    [2, 2, -2, 0, 0, 0].forEach((predicted, k) => {
      expect(Math.abs((slopes[k] ?? 9) - predicted)).toBeLessThan(0.03);
    });
    expect(lossSlope.slope).toBeCloseTo(3, 1);
  });
});

describe('the clock', () => {
  it('says ten times farther takes ten thousand times longer, and how many steps that is', () => {
    const reading = readClock(viewOf({ jumps: 4, eta: 0.01 }));
    expect(reading.to / reading.from).toBeCloseTo(10, 12);
    expect(reading.steps).toBeCloseTo(reading.time / 0.01, -3);
    const farther = readClock(viewOf({ jumps: 5, eta: 0.01 }));
    // Twice as far each jump: sixteen times longer.
    expect(farther.time / reading.time).toBeCloseTo((farther.from / reading.from) ** 4, 6);
    expect(reading.saved).toBeGreaterThan(1e6);
    expect(readClock(viewOf({ jumps: 0 })).saved).toBe(0);
    expect(reading.unstable).toBe(true);
    expect(readClock(viewOf({ jumps: 0, eta: 1e-4 })).unstable).toBe(false);
  });

  it('never runs on the road back', () => {
    const view = viewOf({ jumps: 3 }, back);
    expect(readClock(view).steps).toBe(Number.POSITIVE_INFINITY);
    expect(describeRide(start, view)).toMatch(/h < 0: the flow does not climb/);
    expect(view.points.every(({ excess }) => excess < 0)).toBe(true);
    expect(view.laws.excess.slope).toBeCloseTo(2, 1);
  });
});

describe('the ride in words and numbers', () => {
  it('names where it is, the slopes beside the predicted ones, and the verdict', () => {
    const words = describeRide({ ...start, jumps: 8 }, viewOf({ jumps: 8 }));
    expect(words).toMatch(/After 8 jumps: ε = 1\.9\d\u00a0×\u00a010⁻⁴/);
    expect(words).toMatch(/largest eigenvalue −2\.00 \(predicted −2\)/);
    expect(words).toMatch(/A minimum at infinity: loss at infinity 0\.03949/);
    expect(words).not.toMatch(/NaN|undefined/);
    expect(describeRide(start, undefined)).toMatch(/being computed/);
    expect(describeRide(start, viewOf({ jumps: 99 }))).toMatch(/64-bit numbers end/);
  });

  it('exports points, slopes, the certificate and both flows, a number in every column', () => {
    const tables = rideData(viewOf({ jumps: 7 }));
    expect(tables.map(({ name }) => name)).toEqual([
      'ride',
      'slopes',
      'certificate',
      'flow-channel',
      'flow-finite',
    ]);
    expect(tables[0]?.rows.length).toBe(8);
    for (const { columns, rows } of tables) {
      for (const row of rows) {
        expect(row.length).toBe(columns.length);
        expect(row.every(Number.isFinite)).toBe(true);
      }
    }
    expect(rideData(undefined)).toEqual([]);
  });
});
