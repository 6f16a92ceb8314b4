import { describe, expect, test } from 'vitest';
import { quarterPowerLaw } from '#math/channel/channel';
import { saddlePoint } from '#math/landscape/saddle-line';
import { gradientFlow } from '#math/numerics/flow';
import { createRandom } from '#math/numerics/random';
import { finish } from '#math/numerics/trajectory';
import { toToyPoint, toySamples } from '#math/toy/toy';
import { toyDataLoss } from '#math/toy/toy-data';
import { toyAxes, toyPlace } from '#math/toy/toy-landscape';
import { findToyLimits, toySaddleLine } from '#math/toy/toy-limit';
import { toyPopulationLoss } from '#math/toy/toy-population';
import { trainToy } from '#math/toy/toy-training';
import { expectClose } from '../../support/close';

const limits = findToyLimits();
const line = toySaddleLine(limits);
const population = toyPopulationLoss();
const axes = toyAxes(population, line);
const samples = toySamples(4096, 1);
const data = toyDataLoss(samples);

/** A start beside the saddle line. */
function beside(gamma: number, alpha: number): Float64Array {
  return saddlePoint(line, gamma).map((value, p) => value + alpha * (axes.downhill[p] ?? NaN));
}

describe('trajectories of Figure 6b', () => {
  for (const [alpha, end] of [
    [-0.01, 'channel1'],
    [0.01, 'channel2'],
  ] as const) {
    test(`gradient flow from alpha = ${alpha} rides ${end} by the quarter-power law`, () => {
      const { last, outcome } = finish(gradientFlow(population, beside(2, alpha), { maxTime: 1e9 }));
      const { c, a, w, h, loss } = limits[end];
      expect(outcome.kind).toBe('time');
      const point = toToyPoint(last.theta);
      expectClose(point.c, c, 2e-3);
      expectClose(point.a, a, 2e-3);
      expectClose(point.w, w, 2e-3);
      expectClose(last.loss - loss, h * point.epsilon ** 2, 0.01);
      expectClose(Math.abs(point.a / point.epsilon), quarterPowerLaw(h, a, 1e9), 5e-3);
      // On finite data it goes the same way.
      const finite = finish(gradientFlow(data, beside(2, alpha), { maxTime: 1e9 })).last;
      const there = toyPlace(axes, last.theta);
      expectClose(toyPlace(axes, finite.theta).gamma, there.gamma, 0.03);
      expectClose(toyPlace(axes, finite.theta).alpha, there.alpha, 0, 0.05);
    });
  }

  test('between the copies the saddle line is stable: a plateau saddle', () => {
    const { last } = finish(gradientFlow(population, beside(0.65, 0.1), { maxTime: 1e4 }));
    const place = toyPlace(axes, last.theta);
    expectClose(place.alpha, 0, 0, 1e-6);
    expect(place.gamma).toBeGreaterThan(0.4);
    expect(place.gamma).toBeLessThan(0.9);
    expectClose(last.loss, limits.saddle.loss, 1e-9);
  });

  test('SGD and Adam enter the channels and stay at their entrances', () => {
    const train = (method: 'sgd' | 'adam', learningRate: number, alpha: number) =>
      finish(
        trainToy(samples, data, beside(1.893, alpha), createRandom(3), {
          method,
          learningRate,
          maxSteps: 100_000,
        }),
      );
    const flow = finish(gradientFlow(data, beside(1.893, 0.457), { maxTime: 1e4 })).last;
    for (const [method, learningRate] of [
      ['sgd', 0.1],
      ['adam', 0.001],
    ] as const) {
      for (const [alpha, sign] of [
        [-1.543, -1],
        [0.457, 1],
      ] as const) {
        const { points, outcome } = train(method, learningRate, alpha);
        expect(outcome.kind).toBe('steps');
        expect(points.length).toBe(1001);
        const place = toyPlace(axes, points.at(-1)?.theta ?? new Float64Array(4));
        expect(place.alpha * sign).toBeGreaterThan(0.5);
        // The flow is here already after a time of 1e4, which for SGD is 1e5 steps.
        expect(place.gamma).toBeLessThan(toyPlace(axes, flow.theta).gamma);
        expect(place.gamma).toBeLessThan(3.2);
        expect(place.gamma).toBeGreaterThan(1.7);
      }
    }
  });
});
