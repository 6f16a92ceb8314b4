import { expect, test } from 'vitest';
import { type ActivationId, activations } from '#math/activation';
import { activationBlock } from '#math/activation-block';

const z = Float64Array.from({ length: 256 }, (_, n) => (n - 128) * 0.31 + 0.0137);

for (const id of Object.keys(activations) as ActivationId[]) {
  test(`the table of ${id} agrees with the activation, inside its range and beyond`, () => {
    const [table, exact] = (['table', 'exact'] as const).map((evaluation) => {
      const block = activationBlock(activations[id], evaluation);
      const numbers = new Float64Array(7 * 256);
      numbers.set(z);
      block.jets(numbers, 0, 256, 256, 512, 768);
      block.values(numbers, 0, 256, 1024);
      block.slopes(numbers, 0, 256, 1280, 1536);
      expect(numbers.slice(1280, 1792)).toEqual(numbers.slice(256, 768));
      return [1, 2, 3, 4].map((k) => numbers.slice(256 * k, 256 * (k + 1)));
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
  const numbers = new Float64Array([Number.NaN, 1000, -1000, 0, 0, 0]);
  activationBlock(activations.softplus, 'table').values(numbers, 0, 3, 3);
  expect([...numbers.slice(3)]).toEqual([Number.NaN, 1000, 0]);
});
