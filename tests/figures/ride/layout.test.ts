import { describe, expect, it } from 'vitest';
import { rideLayout } from '#figures/ride/layout';

const all = { buttons: true, laws: 6, clock: true };

describe('the layout of the ride', () => {
  it.each([358, 328])(
    'on a telephone %i pixels wide has the clock below laws up to the sharpness',
    (width) => {
      const { clock, plots } = rideLayout({ ...all, width, height: 720, clockFirst: true });
      expect(clock).toBe('below');
      expect(plots).toBeGreaterThanOrEqual(3);
    },
  );

  it('has the clock beside the laws where a text speaks of it and a wide window is low', () => {
    expect(rideLayout({ ...all, width: 812, height: 359, clockFirst: true }).clock).toBe('beside');
  });

  it('leaves the clock out where there is no room for it', () => {
    expect(rideLayout({ ...all, width: 358, height: 400, clockFirst: true }).clock).toBe('none');
  });
});
