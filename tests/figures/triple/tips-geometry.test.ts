import { describe, expect, it } from 'vitest';
import { neuronsOf } from '#figures/triple/model';
import { type TripleValues, tripleSchema } from '#figures/triple/schema';
import { DRAWING, GLASS, glassesOf, type Pixel } from '#figures/triple/tips-geometry';
import { defaults, withValues } from '#state/schema';

const valuesWith = (patch: Partial<TripleValues>) => withValues(tripleSchema, defaults(tripleSchema), patch);
const away = (a: Pixel, b: Pixel) => Math.hypot(a[0] - b[0], a[1] - b[1]);

describe.each(['triple', 'pairs'] as const)('the tips of %s', (group) => {
  it('are where the input weights are, magnified by 1/epsilon', () => {
    const values = valuesWith({ group, eps: 0.25, bend: 0.8 });
    const neurons = neuronsOf(values);
    for (const { outer, middle } of glassesOf(values)) {
      const tips = [...outer, ...(middle ? [middle] : [])];
      const [first, ...others] = tips;
      for (const other of others) {
        const [w, v] = [first?.index ?? 0, other.index].map((k) => neurons[k]?.w ?? []);
        const scale = GLASS.reach / values.eps;
        expect(other.at[0] - (first?.at[0] ?? 0)).toBeCloseTo(((v?.[0] ?? 0) - (w?.[0] ?? 0)) * scale, 9);
        expect(other.at[1] - (first?.at[1] ?? 0)).toBeCloseTo(-((v?.[1] ?? 0) - (w?.[1] ?? 0)) * scale, 9);
      }
    }
  });

  it('have names inside the drawing that cover no tip and no other name, whichever way they lie', () => {
    for (let dir = -180; dir <= 180; dir += 5) {
      for (const bend of [-1, -0.3, 0, 0.3, 1]) {
        for (const eps of [1, 0.3, 0]) {
          for (const { outer, middle } of glassesOf(valuesWith({ group, dir, bend, eps }))) {
            const tips = [...outer, ...(middle ? [middle] : [])];
            for (const tip of tips) {
              const [x, y] = tip.name;
              expect(x > 8 && x < DRAWING.width - 8 && y > 8 && y < DRAWING.height - 8).toBe(true);
              for (const other of tips) {
                expect(away(tip.name, other.at), `${dir} ${bend} ${eps}`).toBeGreaterThan(11);
                // Names of tips that touch are as near as these.
                if (other !== tip && away(tip.at, other.at) > 16)
                  expect(away(tip.name, other.name), `names ${dir} ${bend} ${eps}`).toBeGreaterThan(15);
              }
            }
          }
        }
      }
    }
  });

  it('are finite at epsilon = 0, with arrows that begin at the rim', () => {
    for (const [k, { outer, middle }] of glassesOf(valuesWith({ group, eps: 0 })).entries()) {
      const centre = GLASS.centres[group][k] ?? [0, 0];
      for (const { at, tail } of [...outer, ...(middle ? [middle] : [])]) {
        expect([...at, ...tail].every(Number.isFinite)).toBe(true);
        expect(away(tail, centre)).toBeCloseTo(GLASS.radius, 9);
      }
    }
  });
});
