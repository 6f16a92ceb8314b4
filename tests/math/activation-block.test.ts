import { expect, test } from 'vitest';
import { type ActivationId, activations } from '#math/activation';
import { activationBlock } from '#math/activation-block';

const z = Float64Array.from({ length: 256 }, (_, n) => (n - 128) * 0.31 + 0.0137);

for (const id of Object.keys(activations) as ActivationId[]) {
  test(`the table of ${id} agrees with the activation, inside its range and beyond`, () => {
    const [table, exact] = (['table', 'exact'] as const).map((evaluation) => {
      const block = activationBlock(activations[id], evaluation);
      const out = [0, 1, 2, 3].map(() => new Float64Array(256));
      const [s0, s1, s2, values] = out as [Float64Array, Float64Array, Float64Array, Float64Array];
      block.jets(z, 256, s0, s1, s2);
      block.values(z, 256, values);
      return out;
    });
    const tolerances = [6e-15, 2e-12, 2e-9, 6e-15];
    tolerances.forEach((tolerance, k) => {
      z.forEach((_, n) => {
        const want = exact?.[k]?.[n] ?? NaN;
        expect(Math.abs((table?.[k]?.[n] ?? NaN) - want)).toBeLessThanOrEqual(
          tolerance * (1 + Math.abs(exact?.[0]?.[n] ?? NaN)),
        );
      });
    });
  });
}

test('a table does not hide NaN or overflow', () => {
  const out = new Float64Array(3);
  activationBlock(activations.softplus, 'table').values(new Float64Array([Number.NaN, 1000, -1000]), 3, out);
  expect(Array.from(out)).toEqual([Number.NaN, 1000, 0]);
});
