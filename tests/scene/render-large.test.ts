import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planTiles } from '#scene/render-large';

describe('tiles of a large picture', () => {
  it('cover every pixel once, none larger than allowed, the first the largest, all beginning at even pixels', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 160 }),
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 2, max: 70 }),
        (width, height, limit) => {
          const seen = new Uint8Array(width * height);
          const tiles = planTiles(width, height, limit);
          const [first] = tiles;
          for (const tile of tiles) {
            if (!first || tile.width > first.width || tile.height > first.height) return false;
            if (Math.max(tile.width, tile.height) > limit || tile.x % 2 !== 0 || tile.y % 2 !== 0)
              return false;
            for (let y = tile.y; y < tile.y + tile.height; y++) {
              for (let x = tile.x; x < tile.x + tile.width; x++)
                seen[y * width + x] = (seen[y * width + x] ?? 0) + 1;
            }
          }
          return seen.every((count) => count === 1);
        },
      ),
    );
  });

  it('is one where one is enough', () => {
    expect(planTiles(1280, 720, 2048)).toEqual([{ x: 0, y: 0, width: 1280, height: 720 }]);
    expect(planTiles(7680, 4320, 2048)).toHaveLength(12);
  });
});
