import { describe, expect, it } from 'vitest';
import { limitCurve, limitParts, networkCurve, targetCurve } from '#figures/toy/functions';
import { overlaps, placeLabels } from '#figures/toy/labels';
import { type Axis, namePieces, pixelOf, ticksOf, valueAtPixel } from '#figures/toy/plot';
import { toySchema } from '#figures/toy/schema';
import type { Session } from '#figures/toy/session';
import { distanceSpec, limitAt, stallsSpec } from '#figures/toy/sources';
import { defaults } from '#state/schema';
import fixture from '../../fixtures/toy.json';

const linear = (low: number, high: number): Axis => ({ kind: 'linear', low, high, name: 'x' });
const log = (low: number, high: number): Axis => ({ kind: 'log', low, high, name: 'x' });

describe('axes', () => {
  it.each([linear(-3, 5), log(0.05, 3)])('$kind: pixels and values are each other’s inverse', (axis) => {
    for (const t of [0, 0.3, 1]) {
      const pixel = 40 + 300 * t;
      expect(pixelOf(axis, 40, 340, valueAtPixel(axis, 40, 340, pixel))).toBeCloseTo(pixel, 9);
    }
  });

  it('have round ticks inside them, apart from each other', () => {
    expect(ticksOf(linear(0, 0.08), 150, 30).map(({ label }) => label)).toEqual([
      '0.00',
      '0.02',
      '0.04',
      '0.06',
      '0.08',
    ]);
    expect(ticksOf(linear(-2.6, 2.6), 150, 30).map(({ value }) => value)).toEqual([-2, 0, 2]);
    expect(ticksOf(log(0.05, 3), 240, 40).map(({ value }) => value)).toEqual([0.1, 0.3, 1, 3]);
    expect(ticksOf(log(1, 1e8), 240, 44).map(({ value }) => value)).toEqual([1, 100, 1e4, 1e6, 1e8]);
    for (const axis of [linear(-3, 7.3), log(0.05, 3), log(30, 6e4), log(0.6, 50)]) {
      for (const length of [150, 240, 400]) {
        const pixels = ticksOf(axis, length, 40).map(({ value }) => pixelOf(axis, 0, length, value));
        pixels.forEach((pixel, k) => {
          if (k > 0) expect(pixel - (pixels[k - 1] ?? NaN)).toBeGreaterThan(25);
          expect(pixel).toBeGreaterThanOrEqual(-1e-6);
          expect(pixel).toBeLessThanOrEqual(length + 1e-6);
        });
      }
    }
    expect(ticksOf(linear(1, 1), 100, 30)).toEqual([]);
  });

  it('have names with subscripts', () => {
    expect(namePieces('a_1 − a_2')).toEqual([
      { text: 'a', sub: false },
      { text: '1', sub: true },
      { text: ' − a', sub: false },
      { text: '2', sub: true },
    ]);
    expect(namePieces('λ_max')).toHaveLength(2);
    expect(namePieces('plain')).toEqual([{ text: 'plain', sub: false }]);
  });
});

describe('labels', () => {
  const frame = { left: 0, right: 300, top: 0, bottom: 200 };
  it('stand beside their points, none over another or over an obstacle, inside the frame', () => {
    const points = [
      { x: 100, y: 100, width: 60 },
      { x: 104, y: 102, width: 70 },
      { x: 96, y: 99, width: 50 },
      { x: 298, y: 100, width: 50 },
    ];
    const obstacle = { x: 150, y: 100, halfWidth: 30, halfHeight: 11 };
    const places = placeLabels(points, [obstacle], frame);
    const boxes = places.filter((box) => box !== undefined);
    expect(boxes).toHaveLength(4);
    boxes.forEach((box, i) => {
      expect(overlaps(box, obstacle)).toBe(false);
      expect(box.x + box.halfWidth).toBeLessThanOrEqual(300);
      boxes.slice(i + 1).forEach((other) => {
        expect(overlaps(box, other)).toBe(false);
      });
    });
  });

  it('are left out where there is no room', () => {
    expect(placeLabels([{ x: 10, y: 10, width: 500 }], [], frame)).toEqual([undefined]);
  });
});

describe('functions', () => {
  const at = (points: readonly (readonly [number, number])[], x: number) =>
    points.find(([px]) => Math.abs(px - x) < 1e-9)?.[1] ?? NaN;

  it('are those of the critical points: channel 2 learns the target, the saddle line does not', () => {
    const { channel2, saddle } = fixture.criticalPoints;
    const error = (points: readonly (readonly [number, number])[]) =>
      Math.max(...[0.2, 0.5, 1].map((x) => Math.abs(at(points, x) - at(targetCurve, x))));
    expect(error(limitCurve(channel2))).toBeLessThan(0.1);
    expect(error(limitCurve(saddle))).toBeGreaterThan(0.25);
  });

  it('are the sum of both parts, and the limit of a network with large weights', () => {
    const { channel2 } = fixture.criticalPoints;
    const { neuron, gated } = limitParts(channel2);
    const whole = limitCurve(channel2);
    const epsilon = 1e-4;
    const half = channel2.a / (2 * epsilon);
    const network = networkCurve(
      Float64Array.of(
        channel2.w + epsilon,
        channel2.w - epsilon,
        channel2.c / 2 + half,
        channel2.c / 2 - half,
      ),
    );
    for (const x of [-2, -0.5, 0.5, 1]) {
      expect(at(neuron, x) + at(gated, x)).toBeCloseTo(at(whole, x), 12);
      expect(at(network, x)).toBeCloseTo(at(whole, x), 6);
    }
  });

  it('belong to the best weights at each w', () => {
    for (const point of fixture.curve) {
      expect(limitAt(point.w).loss).toBeCloseTo(point.loss, 10);
      expect(limitAt(point.w).h).toBeCloseTo(point.h, 8);
    }
  });
});

describe('plots of the edge of stability', () => {
  const values = defaults(toySchema);
  const empty = { stalls: { measured: [] } } as unknown as Session;

  it('are empty before there is anything', () => {
    expect(stallsSpec(empty, values).marks).toEqual([]);
    expect(distanceSpec(empty).right).toBeUndefined();
  });

  it('leave out what diverged, and have gamma beside a_1 - a_2', () => {
    const session = {
      stalls: {
        measured: [
          { rate: 0.3, kind: 'stalled', difference: 6 },
          { rate: 2, kind: 'diverged', difference: 4 },
        ],
        valley: { differences: Float64Array.of(10, 5), sharpness: Float64Array.of(20, 5) },
      },
      limits: fixture.criticalPoints && { saddle: fixture.criticalPoints.saddle },
      edge: {
        rate: 0.3,
        steps: [0, 1],
        differences: [4, 4.1],
        end: { predicted: 5, difference: 6, kind: 'stalled' },
      },
    } as unknown as Session;
    const { marks, curves } = stallsSpec(session, values);
    expect(marks?.map(({ x }) => x)).toEqual([0.3, 0.3]);
    expect(curves[0]?.points).toEqual([
      [0.1, 10],
      [0.4, 5],
    ]);
    const { right } = distanceSpec(session);
    expect(right?.low).toBe(0.5);
    expect(right?.high).toBeCloseTo((1 + 12 / fixture.criticalPoints.saddle.c) / 2, 12);
  });
});
