import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { limitCurve, limitParts, networkCurve, targetCurve } from '#figures/toy/functions';
import { toySchema } from '#figures/toy/schema';
import type { Session } from '#figures/toy/session';
import { distanceSpec, limitAt, stallsSpec } from '#figures/toy/sources';
import { drawPlot } from '#plot/draw-plot';
import type { PlotSpec } from '#plot/frame';
import { defaults } from '#state/schema';
import fixture from '../../fixtures/toy.json';

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
  const drawn = (spec: PlotSpec) =>
    renderToStaticMarkup(createElement('g', null, drawPlot(spec, { width: 400, height: 240 }).content));

  it('are empty before there is anything', () => {
    expect(drawn(stallsSpec(empty, values))).not.toMatch(/data-mark="(stalled|own)"|NaN/);
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
    const markup = drawn(stallsSpec(session, values));
    expect(markup.match(/data-mark="(stalled|own)"/g)).toHaveLength(2);
    expect(markup).toMatch(/stroke-dasharray="6 4"[^>]* d="M/);
    const scale = distanceSpec(session).right?.scale(0, 1);
    expect(scale?.domain[0]).toBe(0.5);
    expect(scale?.domain[1]).toBeCloseTo((1 + 12 / fixture.criticalPoints.saddle.c) / 2, 12);
  });
});
