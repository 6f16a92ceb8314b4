import { describe, expect, it } from 'vitest';
import { posterPlace } from '#scene/poster';
import { cameraFor, projectorOf, sizes } from '../support/look';

const view = { azimuth: 74, polar: 44, zoom: 1.12 };
const taken = { width: 640, height: 446 };

describe('a poster', () => {
  it('covers the whole stage where that has the size at which it was taken', () => {
    expect(posterPlace(view, taken, taken)).toEqual({ ...taken, left: 0, top: 0 });
  });

  it.each(sizes)('shows everything where it will be drawn on a stage of $width x $height', (size) => {
    const place = posterPlace(view, taken, size);
    expect(place.width / place.height).toBeCloseTo(taken.width / taken.height, 9);
    const [then, now] = [taken, size].map((one) => projectorOf(cameraFor(view, one), one));
    for (const x of [-1, 0, 1]) {
      for (const z of [-0.8, 0, 0.8]) {
        const [u = 0, v = 0] = then?.([x, 0, z]) ?? [];
        const shown = [
          place.left + (u * place.width) / taken.width,
          place.top + (v * place.height) / taken.height,
        ] as const;
        const [p = 0, q = 0] = now?.([x, 0, z]) ?? [];
        // The picture is seen from a little nearer or further away.
        expect(Math.hypot(shown[0] - p, shown[1] - q)).toBeLessThan(0.03 * size.width);
      }
    }
  });
});
