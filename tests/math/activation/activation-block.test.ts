import { expect, test } from 'vitest';
import { type ActivationId, activations } from '#math/activation/activation';
import { activationBlock } from '#math/activation/activation-block';
import { expectClose } from '../../support/close';

const z = Float64Array.from({ length: 256 }, (_, n) => (n - 128) * 0.31 + 0.0137);

/** z and then, 256 numbers each, room for what is made of it. */
const room = { z: 0, s0: 256, s1: 512, slope: 768, bend: 1024 };
const f = 1280;
const a = -1.5;

for (const id of Object.keys(activations) as ActivationId[]) {
  test(`the table of ${id} agrees with the activation, inside its range and beyond`, () => {
    const block = activationBlock(activations[id], 'table');
    const numbers = new Float64Array(6 * 256).fill(0.25);
    numbers.set(z);
    block.jets(numbers, room, 256, a, f);
    const at = (from: number) => numbers.slice(from, from + 256);
    const jet = new Float64Array(4);
    const tolerances = { s0: 6e-15, s1: 2e-12, bend: 3e-9, slope: 3e-12 };
    z.forEach((zn, n) => {
      activations[id].jet(zn, jet);
      const [s = NaN, ds = NaN, dds = NaN] = jet;
      const wanted = { s0: s, s1: ds, slope: a * ds, bend: a * dds };
      for (const key of ['s0', 's1', 'slope', 'bend'] as const) {
        const error = Math.abs((numbers[room[key] + n] ?? NaN) - wanted[key]);
        expect(error).toBeLessThanOrEqual(tolerances[key] * (1 + Math.abs(s)));
      }
      expect(numbers[f + n]).toBe(0.25 + a * (numbers[room.s0 + n] ?? NaN));
    });
    // The shorter ways give the same numbers, and add the output once more each.
    const [s0, slope] = [at(room.s0), at(room.slope)];
    numbers.fill(0, room.s0, f);
    block.slopes(numbers, room, 256, a, f);
    expect([at(room.s0), at(room.slope)]).toEqual([s0, slope]);
    block.values(numbers, room, 256, a, f);
    at(f).forEach((sum, n) => {
      expectClose(sum, 0.25 + 3 * a * (s0[n] ?? NaN), 1e-14, 1e-14);
    });
  });
}

test('a table does not hide NaN or overflow', () => {
  const numbers = new Float64Array([Number.NaN, 1000, -1000, 0, 0, 0]);
  const places = { z: 0, s0: 0, s1: 0, slope: 0, bend: 0 };
  activationBlock(activations.softplus, 'table').values(numbers, places, 3, 1, 3);
  expect([...numbers.slice(3)]).toEqual([Number.NaN, 1000, 0]);
});
