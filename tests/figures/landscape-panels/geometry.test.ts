import { describe, expect, test } from 'vitest';
import { gateLine } from '#figures/landscape/panels/gate-line';

describe('gate line', () => {
  const half = Math.sqrt(3);

  test('runs from border to border, x2 up', () => {
    const line = gateLine([0, 1, -half / 2]);
    expect(line?.map(([, y]) => y)).toEqual([expect.closeTo(-0.5, 12), expect.closeTo(-0.5, 12)]);
    expect(line?.map(([x]) => Math.abs(x))).toEqual([1, 1]);
    const oblique = gateLine([1, -1, 0]);
    for (const [x, y] of oblique ?? []) expect(x).toBeCloseTo(-y, 12);
    expect(oblique).toBeDefined();
  });

  test('is absent where it misses the square or has no direction', () => {
    expect(gateLine([1, 1, 4])).toBeUndefined();
    expect(gateLine([0, 1, 2])).toBeUndefined();
    expect(gateLine([0, 0, 1])).toBeUndefined();
  });
});
