import { describe, expect, it } from 'vitest';
import { emptyLandscape, paperSpec, withPart } from '#landscape/landscape-data';
import { sliceFrame } from '#landscape/slice-frame';
import { CREST, columnPart, madePath, madeRoad, networkPart } from '../support/slices';

const known = withPart(emptyLandscape(paperSpec()), networkPart());
const withColumns = [1.03, 2, 3].map(columnPart).reduce(withPart, known);

describe('what a picture is drawn from', () => {
  it('is not there before the network and two columns are, or the plane', () => {
    expect(sliceFrame(emptyLandscape(paperSpec()), 'descent', 'linear')).toBeUndefined();
    expect(sliceFrame(known, 'descent', 'linear')).toBeUndefined();
    expect(sliceFrame(withPart(known, columnPart(2)), 'descent', 'linear')).toBeUndefined();
    expect(sliceFrame(withColumns, 'plane', 'linear')).toBeUndefined();
    expect(sliceFrame(withColumns, 'descent', 'log')).toMatchObject({ slice: 'descent', axis: 'log' });
  });

  it('has room for the crest, for every foot, for infinity and for the finite minimum', () => {
    const road = withPart(withColumns, { part: 'road', road: madeRoad('plus', 0.2) });
    const all = withPart(road, {
      part: 'finite',
      theta: new Float64Array(0),
      loss: 0.1,
      gamma: 1,
      along: -1,
      off: 0,
    });
    for (const [data, lowest] of [
      [withColumns, 0.4],
      [road, 0.2],
      [all, 0.1],
    ] as const) {
      const range = sliceFrame(data, 'descent', 'linear')?.range;
      expect(range?.high).toBeGreaterThan(CREST);
      expect(range?.low).toBeLessThan(lowest);
      expect(range?.low).toBeGreaterThan(lowest - 0.1 * CREST);
    }
  });

  it('does not look at a road without a limit, whose numbers mean nothing', () => {
    const none = { ...madeRoad('minus', 0), verdict: 'no-limit' as const };
    const data = withPart(withColumns, { part: 'road', road: none });
    expect(sliceFrame(data, 'descent', 'linear')?.range).toEqual(
      sliceFrame(withColumns, 'descent', 'linear')?.range,
    );
  });

  it('shows a line from which nothing descends as the floor of a valley: its walls decide the height', () => {
    const flat = madePath({ length: 0, foot: CREST, wall: 3 });
    const data = [1.03, 2].reduce(
      (before, gamma) => withPart(before, { part: 'descent', gamma, plus: flat, minus: flat }),
      known,
    );
    const range = sliceFrame(data, 'descent', 'linear')?.range;
    expect(range?.low).toBeLessThan(CREST);
    expect(range?.low).toBeGreaterThan(CREST - 0.5);
    expect(range?.high).toBeGreaterThan(1.5);
    expect(range?.high).toBeLessThanOrEqual(3);
  });

  it('gives the plane slice’s shallow valleys the whole box', () => {
    const losses = Float64Array.of(1.4, 1, 0.9, 0.98, 1, 40);
    const plane = {
      part: 'plane',
      gammas: Float64Array.of(1.03, 2),
      alphas: Float64Array.of(-1, 0, 1),
      losses,
    } as const;
    const frame = sliceFrame(withPart(withColumns, plane), 'plane', 'linear');
    expect(frame?.plane).toBe(plane);
    expect(frame?.range.low).toBeLessThan(0.9);
    expect(frame?.range.low).toBeGreaterThan(0.88);
    expect(frame?.range.high).toBeCloseTo(1.16, 12);
  });
});
