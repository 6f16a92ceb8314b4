import { describe, expect, it } from 'vitest';
import { type AxesDrawing, type AxisLabel, axesDrawing, type Pixel } from '#scene/axes';
import { place } from '#scene/box';
import type { Size } from '#scene/view';
import { cameraFor, projectorOf, sizes, steps } from '../support/look';

const box = { halfWidth: Math.sqrt(3), height: 4 };
const names = {
  x1: { text: 'x', subscript: '1' },
  x2: { text: 'x', subscript: '2' },
  value: { text: 'output' },
};
const polars = [1, 20, 45, 62, 80, 90];

interface Look {
  readonly azimuth: number;
  readonly polar: number;
  readonly drawing: AxesDrawing;
  readonly project: (x1: number, x2: number, value: number) => Pixel;
  /** How far from the camera a place is. */
  readonly depth: (x1: number, x2: number) => number;
}

function looks(size: Size, among: readonly number[] = polars): Look[] {
  return steps(-180, 175, 5).flatMap((azimuth) =>
    among.map((polar) => {
      const view = { azimuth, polar, zoom: 1 };
      const camera = cameraFor(view, size);
      const project = projectorOf(camera, size);
      return {
        azimuth,
        polar,
        drawing: axesDrawing(project, box, view, names),
        project: (x1: number, x2: number, value: number) => project(place(box, x1, x2, value)),
        depth: (x1: number, x2: number) => {
          const [x, y, z] = place(box, x1, x2, -box.height);
          return Math.hypot(camera.position.x - x, camera.position.y - y, camera.position.z - z);
        },
      };
    }),
  );
}

/** About the room that a label takes in 12 px Inter, or as a symbol of 17 px: left, right, top, bottom. */
function extent({ at: [x, y], text, subscript, kind, end }: AxisLabel) {
  const [width, height] =
    kind === 'tick' ? [6.6 * text.length, 11] : subscript === undefined ? [7 * text.length, 13] : [16, 15];
  const left = end ? x - width : x - width / 2;
  return { left, right: left + width, top: y - height / 2, bottom: y + height / 2 };
}

function overlap(one: AxisLabel, other: AxisLabel): boolean {
  const [a, b] = [extent(one), extent(other)];
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function distance(a: Pixel, b: Pixel): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** How far a point is from the line between two others. */
function fromSegment(p: Pixel, a: Pixel, b: Pixel): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const t = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy || 1);
  const k = Math.min(1, Math.max(0, t));
  return distance(p, [a[0] + k * dx, a[1] + k * dy]);
}

function labelOf({ labels }: AxesDrawing, key: string): AxisLabel {
  const found = labels.find((label) => label.key === key && label.kind === 'symbol');
  if (!found) throw new Error(`no label ${key}`);
  return found;
}

/** Says at which azimuths and angles something is not so. */
function failures(all: readonly Look[], isFine: (look: Look) => boolean): string[] {
  return all.filter((look) => !isFine(look)).map(({ azimuth, polar }) => `${azimuth} ${polar}`);
}

describe.each(sizes)('the axes in a picture of $width x $height', (size) => {
  const all = looks(size);

  it('have labels that never touch', () => {
    const clear = ({ drawing: { labels } }: Look) =>
      labels.every((a, k) => labels.slice(k + 1).every((b) => !overlap(a, b)));
    expect(failures(all, clear)).toEqual([]);
  });

  it('have labels inside the picture', () => {
    // The overlay does not cut what goes a few pixels beyond it.
    const beyond = 6;
    const inside = ({ drawing: { labels } }: Look) =>
      labels
        .map(extent)
        .every(
          ({ left, right, top, bottom }) =>
            Math.min(left, top) > -beyond && right < size.width + beyond && bottom < size.height + beyond,
        );
    expect(failures(all, inside)).toEqual([]);
  });

  it('have arrows at the positive ends of their edges, and their symbols beside that half', () => {
    const { halfWidth: h, height } = box;
    const edges = {
      x1: (along: number, across: number, level: number) => [along, across, level] as const,
      x2: (along: number, across: number, level: number) => [across, along, level] as const,
    };
    const places = [h, -h].flatMap((side) => [height, -height].map((level) => [side, level] as const));
    const positive = ({ drawing, project }: Look) =>
      (['x1', 'x2'] as const).every((key) =>
        places.some((edge) => {
          const [start, middle, end] = [-h, 0, h].map((along) => project(...edges[key](along, ...edge)));
          return drawing.lines.some(
            ({ kind, from, to }) =>
              start !== undefined &&
              middle !== undefined &&
              end !== undefined &&
              kind === 'axis' &&
              distance(from, start) < 1e-6 &&
              distance(to, start) >= distance(end, start) &&
              drawing.arrows.some(({ tip }) => tip === to) &&
              fromSegment(labelOf(drawing, key).at, middle, to) < 45,
          );
        }),
      );
    expect(failures(all, positive)).toEqual([]);
  });
});

describe('the axes', () => {
  const size = { width: 720, height: 430 };

  it('stand on the edges of the floor that are nearest to the reader', () => {
    const { halfWidth: h, height } = box;
    // From level or from nearly above, edges lie over each other or are equally far.
    const facing = ({ drawing, project, depth, azimuth }: Look) => {
      if (azimuth % 90 === 0) return true;
      const near1 = depth(h, 0) < depth(-h, 0) ? h : -h;
      const near2 = depth(0, h) < depth(0, -h) ? h : -h;
      const starts = drawing.lines.filter(({ kind }) => kind === 'axis').map(({ from }) => from);
      const expected = [project(-h, near2, -height), project(near1, -h, -height)];
      return expected.every((start) => starts.some((from) => distance(from, start) < 1e-6));
    };
    expect(failures(looks(size, [30, 45, 62, 75]), facing)).toEqual([]);
  });

  it('have the upright one at a corner of the outline, left of everything', () => {
    const left = ({ azimuth, drawing, project }: Look) => {
      // Seen face on, the nearer corners are a little further left: then it stands behind one of them.
      if (Math.abs(azimuth % 90) < 10 || Math.abs(azimuth % 90) > 80) return true;
      const { halfWidth: h, height } = box;
      const corners = [-h, h].flatMap((x1) => [-h, h].map((x2) => project(x1, x2, -height)[0]));
      const axes = drawing.lines.filter(({ kind }) => kind === 'axis');
      return Math.abs((axes[2]?.from[0] ?? 0) - Math.min(...corners)) < 1e-6;
    };
    expect(failures(looks(size, [45, 62, 75]), left)).toEqual([]);
  });

  it('have arrow heads at their positive ends', () => {
    for (const { drawing } of looks(size, [62])) {
      const axes = drawing.lines.filter(({ kind }) => kind === 'axis');
      expect(drawing.arrows.map(({ tip }) => tip)).toEqual(axes.map(({ to }) => to));
    }
  });

  it('have ticks that stand where their numbers say', () => {
    const { halfWidth: h, height } = box;
    const numbers = new Set<number>();
    for (const { drawing, project, depth } of looks(size, [45, 62])) {
      const near2 = depth(0, h) < depth(0, -h) ? h : -h;
      const ticks = drawing.lines.filter(({ kind }) => kind === 'tick');
      for (const { key, kind, text, at } of drawing.labels) {
        if (kind !== 'tick' || !key.startsWith('x1')) continue;
        const value = Number(text.replace('−', '-'));
        const place = project(value, near2, -height);
        expect(ticks.some(({ from }) => distance(from, place) < 1e-6)).toBe(true);
        expect(distance(at, place)).toBeLessThan(25);
        numbers.add(value);
      }
    }
    expect([...numbers].sort((a, b) => a - b)).toEqual([-1, 0, 1]);
  });

  it('have numbers on every axis that is long enough for them', () => {
    const numbers = ({ labels }: AxesDrawing, key: string) =>
      labels.filter(({ kind, key: k }) => kind === 'tick' && k.startsWith(key)).length;
    const numbered = ({ drawing }: Look) =>
      drawing.lines.filter(({ kind }) => kind === 'axis').length === 3 &&
      numbers(drawing, 'x1') + numbers(drawing, 'x2') >= 4 &&
      numbers(drawing, 'value') >= 3;
    expect(failures(looks(size, [45, 62, 75]), numbered)).toEqual([]);
  });

  it('draw the whole floor', () => {
    for (const { drawing } of looks(size, [62])) {
      expect(drawing.lines.filter(({ kind }) => kind === 'floor')).toHaveLength(4);
    }
  });

  it('write large and small numbers shortly', () => {
    const view = { azimuth: -32, polar: 62, zoom: 1 };
    const texts = (height: number) => {
      const project = projectorOf(cameraFor(view, size), size);
      const { labels } = axesDrawing(project, { ...box, height }, view, names);
      return labels.filter(({ key, kind }) => kind === 'tick' && key.startsWith('value')).map((l) => l.text);
    };
    expect(texts(2e6)).toContain('2\u00a0×\u00a010⁶');
    expect(texts(3e-7).every((text) => text.length <= 10)).toBe(true);
  });
});
