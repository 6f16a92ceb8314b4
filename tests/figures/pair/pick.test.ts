import fc from 'fast-check';
import { Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { frameHeight, termsAt } from '#figures/pair/model';
import { pickPoint } from '#figures/pair/pick';
import { type PairValues, pairSchema } from '#figures/pair/schema';
import { HALF_WIDTH } from '#math/network/inputs';
import { type Box, place } from '#scene/box';
import { defaults, withValues } from '#state/schema';
import { statesOf } from '../../support/arbitrary';
import { cameraFor, steps } from '../../support/look';

const size = { width: 720, height: 430 };
const start = defaults(pairSchema);

function boxOf(values: PairValues): Box {
  return { halfWidth: HALF_WIDTH, height: frameHeight(values) };
}

function cameraOf({ cam: [azimuth = 0, polar = 0, zoom = 1] }: PairValues) {
  return cameraFor({ azimuth, polar, zoom }, size);
}

/** The place in the scene of the surface over an input. */
function placeOf(values: PairValues, at: readonly [number, number]): Vector3 {
  return new Vector3(...place(boxOf(values), ...at, termsAt(values, at)[values.show]));
}

function picked(values: PairValues, pointer: Vector3) {
  return pickPoint(cameraOf(values), [pointer.x, pointer.y], values, boxOf(values));
}

describe('the point under the pointer', () => {
  it('is on the surface, on the line of sight, and hides what lies behind it', () => {
    const inside = fc.double({ min: -0.97 * HALF_WIDTH, max: 0.97 * HALF_WIDTH, noNaN: true });
    fc.assert(
      fc.property(statesOf(pairSchema), fc.tuple(inside, inside), (drawn, at) => {
        // ReLU’s cliff has two values at one place.
        const act = drawn.act === 'relu' ? 'gelu' : drawn.act;
        const [azimuth = 0, polar = 0] = drawn.cam;
        const values = withValues(pairSchema, drawn, {
          act,
          show: 'sum',
          cam: [azimuth, Math.min(polar, 80), 1],
        });
        const target = placeOf(values, at);
        // What the frame cuts off cannot be touched.
        if (Math.abs(termsAt(values, at).sum) > frameHeight(values)) return;
        const camera = cameraOf(values);
        const pointer = target.clone().project(camera);
        const found = picked(values, pointer);
        expect(found).toBeDefined();
        if (!found) return;
        const hit = placeOf(values, [found[0], found[1]]);
        const seen = hit.clone().project(camera);
        expect(Math.hypot(seen.x - pointer.x, seen.y - pointer.y)).toBeLessThan(2e-3);
        const [near, far] = [hit, target].map((p) => p.distanceTo(camera.position));
        expect(near).toBeLessThan((far ?? 0) + 1e-3);
      }),
      { numRuns: 300 },
    );
  });

  it('is the very point from straight above, whatever is shown', () => {
    const shown = pairSchema.show.options.map(({ id }) => id);
    for (const show of shown) {
      const values = withValues(pairSchema, start, { show, cam: [0, 0, 1], eps: 0.9 });
      for (const at of [
        [0.5, 1],
        [-1, 0.2],
        [0, -1.4],
      ] as const) {
        if (Math.abs(termsAt(values, at)[show]) > frameHeight(values)) continue;
        const found = picked(values, placeOf(values, at).project(cameraOf(values)));
        expect(found?.[0]).toBeCloseTo(at[0], 3);
        expect(found?.[1]).toBeCloseTo(at[1], 3);
      }
    }
  });

  it('is on the right side with x2 upwards', () => {
    const values = withValues(pairSchema, start, { cam: [0, 0, 1] });
    const found = picked(values, new Vector3(0.1, 0.3, 0));
    expect(found?.[0]).toBeGreaterThan(0);
    expect(found?.[1]).toBeGreaterThan(0);
  });

  it('is never on a part that the frame cuts off', () => {
    const values = withValues(pairSchema, start, { show: 'neuronI', eps: 0.02 });
    let [hits, misses] = [0, 0];
    for (const x of steps(-8, 8, 1)) {
      for (const y of steps(-8, 8, 1)) {
        const found = picked(values, new Vector3(x / 10, y / 10, 0));
        if (!found) {
          misses += 1;
          continue;
        }
        hits += 1;
        expect(Math.abs(termsAt(values, found).neuronI)).toBeLessThanOrEqual(frameHeight(values) * 1.001);
      }
    }
    expect(hits).toBeGreaterThan(3);
    expect(misses).toBeGreaterThan(50);
  });

  it('is nowhere beside the surface, nor where single neurons are infinite', () => {
    expect(picked(start, new Vector3(-0.99, 0.99, 0))).toBeUndefined();
    const away = withValues(pairSchema, start, { show: 'neuronI', eps: 0 });
    expect(picked(away, new Vector3(0, 0, 0))).toBeUndefined();
  });
});
