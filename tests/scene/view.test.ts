import { describe, expect, it } from 'vitest';
import { HALF_HEIGHT, type ScenePoint } from '#scene/box';
import { wrapDegrees } from '#scene/view';
import { cameraFor, projectorOf, sizes, steps } from '../support/look';

const corners: ScenePoint[] = [-1, 1].flatMap((x) =>
  [-HALF_HEIGHT, HALF_HEIGHT].flatMap((y) => [-1, 1].map((z): ScenePoint => [x, y, z])),
);

describe.each(sizes)('in a picture of $width x $height', (size) => {
  it('the whole box is seen from every side, with room for labels beside it', () => {
    for (const azimuth of steps(-180, 175, 5)) {
      for (const polar of [0, 1, 20, 30, 45, 62, 75, 90]) {
        const project = projectorOf(cameraFor({ azimuth, polar, zoom: 1 }, size), size);
        for (const [x, y] of corners.map(project)) {
          expect(Math.min(x, size.width - x)).toBeGreaterThan(20);
          expect(Math.min(y, size.height - y)).toBeGreaterThan(10);
        }
      }
    }
  });

  it('the box fills the picture in one direction at least', () => {
    for (const polar of [0, 30, 62, 90]) {
      const shares = steps(-180, 175, 5).map((azimuth) => {
        const seen = corners.map(projectorOf(cameraFor({ azimuth, polar, zoom: 1 }, size), size));
        const extent = (k: 0 | 1) => Math.max(...seen.map((p) => p[k])) - Math.min(...seen.map((p) => p[k]));
        return Math.max(extent(0) / size.width, extent(1) / size.height);
      });
      expect(Math.max(...shares)).toBeGreaterThan(0.6);
    }
  });

  it('turning does not change the scale', () => {
    const distances = steps(-180, 175, 5).map((azimuth) =>
      cameraFor({ azimuth, polar: 62, zoom: 1 }, size).position.length(),
    );
    expect(Math.max(...distances) - Math.min(...distances)).toBeLessThan(1e-9);
  });

  it('nothing of the box is cut off in depth, however near the camera', () => {
    for (const zoom of [0.5, 1, 2, 4]) {
      const camera = cameraFor({ azimuth: 45, polar: 62, zoom }, size);
      expect(camera.near).toBeGreaterThan(0);
      expect(camera.far).toBeGreaterThan(camera.position.length() + 1.6);
      expect(camera.near).toBeLessThan(Math.max(0.11, camera.position.length() - 1.6));
    }
  });
});

describe('the view', () => {
  const size = { width: 720, height: 430 };
  const seen = (azimuth: number, polar: number, point: ScenePoint) => {
    const project = projectorOf(cameraFor({ azimuth, polar, zoom: 1 }, size), size);
    const [x, y] = project(point);
    const [x0, y0] = project([0, 0, 0]);
    return { right: x - x0, up: y0 - y };
  };

  it('from straight above has x1 to the right and x2 up', () => {
    expect(seen(0, 0, [1, 0, 0]).right).toBeGreaterThan(50);
    expect(Math.abs(seen(0, 0, [1, 0, 0]).up)).toBeLessThan(1);
    expect(seen(0, 0, [0, 0, -1]).up).toBeGreaterThan(50);
    expect(Math.abs(seen(0, 0, [0, 0, -1]).right)).toBeLessThan(1);
  });

  it('always has larger values further up', () => {
    for (const azimuth of steps(-180, 150, 30)) {
      for (const polar of [20, 62, 90]) {
        expect(seen(azimuth, polar, [0, HALF_HEIGHT, 0]).up).toBeGreaterThan(20);
      }
    }
  });

  it('goes around to the right as the azimuth grows', () => {
    const camera = cameraFor({ azimuth: 90, polar: 90, zoom: 1 }, size);
    expect(camera.position.x).toBeGreaterThan(1);
    expect(Math.abs(camera.position.z)).toBeLessThan(1e-9);
  });

  it('shows everything twice as large from half the distance', () => {
    const from = (zoom: number) => {
      const { x, z } = cameraFor({ azimuth: 30, polar: 90, zoom }, size).position;
      return Math.hypot(x, z);
    };
    expect(from(1) / from(2)).toBeCloseTo(2, 9);
  });
});

describe('an angle', () => {
  it.each([
    [0, 0],
    [180, 180],
    [-180, 180],
    [181, -179],
    [-541, 179],
    [720, 0],
  ])('of %d degrees is %d', (angle, wrapped) => {
    expect(wrapDegrees(angle)).toBe(wrapped);
  });
});
