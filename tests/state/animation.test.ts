import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figures } from '#figures/registry';
import { between, sweep, turntable, tween } from '#state/animation';
import { clampValue, defaults, type NumberParameter, type Schema, withValues } from '#state/schema';

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

describe('between', () => {
  it('takes equal steps on a linear scale and equal ratios on a logarithmic one', () => {
    expect(between(linear, 2, 6, 0.25)).toBe(3);
    expect(between(log, 1e-4, 1, 0.5)).toBeCloseTo(1e-2, 12);
  });

  it('comes to zero with the last step, and leaves it with the first', () => {
    expect(between(log, 1, 0, 0.999)).toBeGreaterThanOrEqual(1e-6);
    expect(between(log, 1, 0, 1)).toBe(0);
    expect(between(log, 0, 1, 0)).toBe(0);
    expect(between(log, 0, 1, 0.001)).toBeGreaterThanOrEqual(1e-6);
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

describe('tween', () => {
  const a = defaults(schema);
  const b = withValues(schema, a, { lin: 8, eps: 1e-5, count: 7, kind: 'b', cam: [-170, 30, 2] });

  it('begins where it is and ends exactly at the goal', () => {
    expect(withValues(schema, a, tween(schema, a, b, 0))).toEqual({ ...a, kind: 'b' });
    expect(withValues(schema, a, tween(schema, a, b, 1))).toEqual(b);
  });

  it('turns the camera the shorter way round', () => {
    const halfway = tween(schema, a, b, 0.5).cam?.[0] ?? 0;
    expect(Math.abs(halfway)).toBe(180);
    for (let share = 0.1; share < 1; share += 0.1) {
      const azimuth = tween(schema, a, b, share).cam?.[0] ?? 0;
      expect(Math.abs(azimuth)).toBeGreaterThanOrEqual(170);
      expect(Math.abs(azimuth)).toBeLessThanOrEqual(180);
    }
  });

  it('keeps whole numbers whole', () => {
    expect(Number.isInteger(tween(schema, a, b, 0.37).count)).toBe(true);
  });

  it('is always something that the schema allows, between any two places, for every figure', () => {
    for (const figure of figures) {
      const start = defaults(figure.schema);
      for (const { values } of figure.presets) {
        const goal = withValues(figure.schema, start, values);
        fc.assert(
          fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
            for (const [key, value] of Object.entries(tween(figure.schema, start, goal, share))) {
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
