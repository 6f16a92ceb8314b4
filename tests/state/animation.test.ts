import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figures, findFigure } from '#figures/registry';
import { mixNumbers, mixValues, sweep, turntable } from '#state/animation';
import { createFigureStore } from '#state/figure-store';
import {
  clampValue,
  defaults,
  type NumberParameter,
  type Schema,
  type Values,
  withValues,
} from '#state/schema';
import { statesOf } from '../support/arbitrary';
import { sampleSchema } from '../support/sample-schema';

const words = { label: 'A', description: 'A.', symbol: '' };
const linear: NumberParameter = {
  kind: 'number',
  ...words,
  min: 0,
  max: 10,
  default: 2,
  scale: { type: 'linear', step: 1 },
};
const log: NumberParameter = {
  kind: 'number',
  ...words,
  min: 1e-6,
  max: 1,
  default: 0.1,
  scale: { type: 'log', perDecade: 40, zero: true },
};
const schema = {
  lin: linear,
  eps: log,
  count: { ...linear, whole: true },
  kind: {
    kind: 'choice',
    ...words,
    options: [
      { id: 'a', label: 'a' },
      { id: 'b', label: 'b' },
    ],
    default: 'a',
  },
  cam: {
    kind: 'vector',
    ...words,
    entries: ['azimuth', 'polar', 'zoom'],
    min: [-180, 0, 0.5],
    max: [180, 90, 4],
    default: [170, 60, 1],
  },
} as const satisfies Schema;

describe('mixNumbers', () => {
  it('takes equal steps on a linear scale and equal ratios on a logarithmic one', () => {
    expect(mixNumbers(linear, 2, 6, 0.25)).toBe(3);
    expect(mixNumbers(log, 1e-4, 1, 0.5)).toBeCloseTo(1e-2, 12);
  });

  it('comes to zero with the last step, and leaves it with the first', () => {
    expect(mixNumbers(log, 1, 0, 0.999)).toBeGreaterThanOrEqual(1e-6);
    expect(mixNumbers(log, 1, 0, 1)).toBe(0);
    expect(mixNumbers(log, 0, 1, 0)).toBe(0);
    expect(mixNumbers(log, 0, 1, 0.001)).toBeGreaterThanOrEqual(1e-6);
  });
});

describe('sweep', () => {
  it('goes from where the figure is, or from a start of its own', () => {
    const motion = { id: 'e', title: 'E', seconds: 1 };
    const from = { ...defaults(schema), eps: 0.01 };
    expect(sweep(schema, 'eps', motion, 0).at(0, from)).toEqual({ eps: 0.01 });
    expect(sweep(schema, 'eps', motion, 0, 1).at(0, from)).toEqual({ eps: 1 });
    expect(sweep(schema, 'eps', motion, 0, 1).at(1, from)).toEqual({ eps: 0 });
  });
});

describe('turntable', () => {
  it('goes once around at a steady pace, and keeps height and zoom', () => {
    const motion = turntable<typeof schema>(['cam'], { title: 'T', seconds: 1 });
    const from = defaults(schema);
    const azimuths = [0, 0.25, 0.5, 0.75, 1].map((share) => motion.at(share, from).cam?.[0]);
    expect(azimuths).toEqual([170, -100, -10, 80, 170]);
    expect(motion.at(0.3, from).cam?.slice(1)).toEqual([60, 1]);
    expect(motion.loops).toBe(true);
  });
});

describe('mixValues', () => {
  const a = defaults(schema);
  const b = withValues(schema, a, { lin: 8, eps: 1e-5, count: 7, kind: 'b', cam: [-170, 30, 2] });

  it('begins where it is and ends exactly at the goal', () => {
    expect(withValues(schema, a, mixValues(schema, a, b, 0))).toEqual({ ...a, count: 7, kind: 'b' });
    expect(withValues(schema, a, mixValues(schema, a, b, 1))).toEqual(b);
  });

  it('turns the camera the shorter way round', () => {
    const halfway = mixValues(schema, a, b, 0.5).cam?.[0] ?? 0;
    expect(Math.abs(halfway)).toBe(180);
    for (let share = 0.1; share < 1; share += 0.1) {
      const azimuth = mixValues(schema, a, b, share).cam?.[0] ?? 0;
      expect(Math.abs(azimuth)).toBeGreaterThanOrEqual(170);
      expect(Math.abs(azimuth)).toBeLessThanOrEqual(180);
    }
  });

  it('keeps whole numbers whole', () => {
    expect(Number.isInteger(mixValues(schema, a, b, 0.37).count)).toBe(true);
  });

  it('goes through counts of many', () => {
    const counts = { steps: { ...log, min: 1, max: 9999, whole: true } };
    expect(mixValues(counts, { steps: 0 }, { steps: 3001 }, 0.5)).toEqual({ steps: 1501 });
  });

  it('is always something that the schema allows, between any two places, for every figure', () => {
    for (const figure of figures) {
      const start = defaults(figure.schema);
      for (const { values } of figure.presets) {
        const goal = withValues(figure.schema, start, values);
        fc.assert(
          fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
            for (const [key, value] of Object.entries(mixValues(figure.schema, start, goal, share))) {
              const parameter = figure.schema[key];
              if (parameter?.kind !== 'number') continue;
              const zero = parameter.scale.type === 'log' && parameter.scale.zero && value === 0;
              expect(zero || ((value as number) >= parameter.min && (value as number) <= parameter.max)).toBe(
                true,
              );
              expect(clampValue(parameter, value)).not.toBeNaN();
            }
          }),
          { numRuns: 20 },
        );
      }
    }
  });
});

describe.each(figures.map((figure) => [figure.id, figure] as const))('the animations of %s', (_, figure) => {
  it('have ids of their own, titles, a length, and move what the figure has', () => {
    const { animations, schema: own } = figure;
    expect(animations.length).toBeGreaterThan(0);
    expect(new Set(animations.map(({ id }) => id)).size).toBe(animations.length);
    const start = defaults(own);
    for (const animation of animations) {
      expect(animation.title).toMatch(/\S/);
      expect(animation.seconds).toBeGreaterThan(0);
      const [begin, end] = [animation.at(0, start), animation.at(1, start)];
      expect(Object.keys(begin).length).toBeGreaterThan(0);
      for (const [key, value] of Object.entries(begin)) {
        const parameter = own[key];
        expect(parameter && clampValue(parameter, value)).toEqual(value);
      }
      const moved = withValues(own, withValues(own, start, begin), animation.at(0.5, start));
      expect(moved).not.toEqual(withValues(own, start, begin));
      if (animation.loops) expect(end).toEqual(begin);
      else expect(end).not.toEqual(begin);
    }
  });
});

describe('the state between two', () => {
  const at = (schema: Schema, from: unknown, to: unknown, share: number) =>
    mixValues(schema, from as Values<Schema>, to as Values<Schema>, share) as unknown as Record<
      string,
      unknown
    >;

  it('switches what has no middle at once, and counts do not glide', () => {
    const from = defaults(sampleSchema);
    const to = { ...from, shape: 'flat' as const, lit: false, count: 9 };
    expect(at(sampleSchema, from, to, 0.01)).toMatchObject({ shape: 'flat', lit: false, count: 9 });
  });

  it('turns directions and cameras the shorter way', () => {
    const pair = findFigure('pair');
    if (!pair) throw new Error('there is no pair');
    const from = { ...defaults(pair.schema), dir: 170, cam: [170, 60, 1] };
    const to = { ...from, dir: -170, cam: [-170, 60, 1] };
    const half = at(pair.schema, from, to, 0.5);
    expect(Math.abs(half.dir as number)).toBeCloseTo(180, 9);
    expect(Math.abs((half.cam as number[])[0] ?? 0)).toBeCloseTo(180, 9);
    expect(at(pair.schema, from, to, 0.25).dir).toBeCloseTo(175, 9);
    expect(at(pair.schema, from, to, 0.75).dir).toBeCloseTo(-175, 9);
  });

  it.each(figures.map((figure) => [figure.id, figure] as const))(
    'of %s never overshoots and ends exactly',
    (_id, figure) => {
      const { schema } = figure;
      fc.assert(
        fc.property(
          statesOf(schema),
          statesOf(schema),
          fc.double({ min: 0, max: 1, noNaN: true }),
          (from, to, share) => {
            const store = createFigureStore(schema, from);
            store.load(mixValues(schema, from, to, share));
            for (const [key, parameter] of Object.entries(schema)) {
              if (parameter.kind !== 'number' || parameter.unit === '°') continue;
              const [a, b, now] = [from[key], to[key], store.values()[key]].map(Number) as [
                number,
                number,
                number,
              ];
              const [low, high] = [Math.min(a, b), Math.max(a, b)];
              const edge = 1e-5 * Math.max(1e-6, Math.abs(low), Math.abs(high));
              // Zero is left for the smallest value there is, which both may be below only by rounding.
              expect(now, key).toBeGreaterThanOrEqual(low - edge);
              expect(now, key).toBeLessThanOrEqual(Math.max(high, low === 0 ? parameter.min : high) + edge);
            }
            store.load(mixValues(schema, from, to, 1));
            expect(store.values()).toEqual(to);
          },
        ),
        { numRuns: 60 },
      );
    },
  );
});
