import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { area, band } from '#plot/band';
import { drawPlot } from '#plot/draw-plot';
import { layOut, type Mark, type PlotSpec } from '#plot/frame';
import { overlaps, placeLabels } from '#plot/labels';
import { line } from '#plot/line';
import { nearest } from '#plot/pick-plot';
import { points, shapePath } from '#plot/points';
import { rule } from '#plot/rule';
import { linear, log } from '#plot/scale';
import { plotText, textPieces } from '#plot/text';

const size = { width: 200, height: 160 };
const square = (...marks: readonly Mark[]): PlotSpec => ({ x: linear([0, 10]), y: linear([0, 10]), marks });
const svg = (spec: PlotSpec, at = size) => renderToStaticMarkup(<g>{drawPlot(spec, at).content}</g>);
const path = (mark: Mark) => / d="([^"]*)"/.exec(svg(square(mark)))?.[1];
const frame = layOut(square(), size);
const [left, right, top, bottom] = [frame.left, frame.right, frame.top, frame.bottom];

describe('more than a thousand points', () => {
  const dots = Array.from({ length: 1200 }, (_, k) => ({
    x: (k % 100) / 10,
    y: 5,
    shape: k % 2 === 0 ? ('circle' as const) : ('diamond' as const),
    name: 'dot',
    isChosen: k === 7,
  }));
  const drawn = (count: number) =>
    svg(square(points(dots.slice(0, count)))).match(/<[^>]*data-mark="dot"[^>]*>/g) ?? [];

  it('are a path for each look, with the chosen one apart and last', () => {
    expect(drawn(1000)).toHaveLength(1000);
    const [circles, diamonds, chosen, ...rest] = drawn(1200);
    expect(rest).toEqual([]);
    expect(circles?.match(/M/g)).toHaveLength(600);
    expect(diamonds?.match(/M/g)).toHaveLength(599);
    expect(chosen).toContain('var(--ink)');
    expect(chosen).toContain('translate(');
  });

  it('stand where they stand as elements of their own', () => {
    const radius = 3.75;
    const [circle] = drawn(1);
    const [cx, cy] = [frame.x.at(0), frame.y.at(5)];
    expect(circle).toContain(`cx="${cx}" cy="${cy}"`);
    const [circles, diamonds] = drawn(1200);
    expect(circles).toContain(`M${(cx - radius).toFixed(1)},${cy}a`);
    const top = shapePath('diamond', radius).match(/^M0,(-?[\d.]+)/)?.[1];
    expect(diamonds).toContain(`M${frame.x.at(0.1).toFixed(1)},${(cy + Number(top)).toFixed(1)}`);
  });
});

describe('a line', () => {
  it('runs through its points, and breaks where one has no place', () => {
    const x = (value: number) => frame.x.at(value);
    expect(
      path(
        line([
          [0, 0],
          [10, 10],
        ]),
      ),
    ).toBe(`M${left},${bottom}L${right},${top}`);
    const broken = path(
      line([
        [0, 0],
        [2, 0],
        [4, NaN],
        [6, 0],
        [8, 0],
        [9, Infinity],
      ]),
    );
    expect(broken).toBe(`M${x(0)},${bottom}L${x(2)},${bottom}M${x(6)},${bottom}L${x(8)},${bottom}`);
    expect(path(line([]))).toBe('');
  });

  it('is cut where it leaves the frame, also between two points', () => {
    const middle = (left + right) / 2;
    expect(
      path(
        line([
          [0, 0],
          [10, 20],
        ]),
      ),
    ).toBe(`M${left},${bottom}L${middle},${top}`);
    expect(
      path(
        line([
          [0, -10],
          [10, 20],
        ]),
      )?.match(/M/g),
    ).toHaveLength(1);
    expect(
      path(
        line([
          [0, 20],
          [10, 30],
        ]),
      ),
    ).toBe('');
  });
});

describe('marks', () => {
  it('stand where their values are', () => {
    const markup = svg(
      square(points([{ x: 5, y: 5, name: 'one' }]), rule({ y: 2 }), band({ from: 2, to: 4 })),
    );
    expect(markup).toContain(`cx="${frame.x.at(5)}" cy="${frame.y.at(5)}"`);
    expect(markup).toContain(`y1="${frame.y.at(2)}"`);
    expect(markup).toContain(`x="${frame.x.at(2)}"`);
  });

  it('beside the frame are left out, and held at its lower and upper edge', () => {
    expect(svg(square(points([{ x: -5, y: 5 }])))).not.toContain('<circle');
    expect(svg(square(points([{ x: 5, y: 50 }])))).toContain(`cy="${top}"`);
    expect(svg(square(rule({ x: 30 }), rule({ y: 11 })))).not.toContain('stroke:');
    expect(
      svg(
        square(
          area([
            [0, 20, -20],
            [10, 20, -20],
          ]),
        ),
      ),
    ).toContain(`,${top}`);
  });

  it('never contain what is no number', () => {
    const spec: PlotSpec = {
      x: log([1, 1e8], { title: '1/{epsilon}', limit: { value: Infinity, label: '∞' } }),
      y: log([1e-18, 1], { title: 'a_1 − a_2' }),
      marks: [
        line([
          [0, 1],
          [1, 0],
          [10, 1e-3],
        ]),
        area([
          [1, 0],
          [10, 1],
        ]),
        points([
          { x: 0, y: 1 },
          { x: Infinity, y: 0 },
        ]),
        rule({ y: 0 }),
      ],
      labels: [{ x: 0, y: 1, text: 'nowhere' }],
    };
    expect(svg(spec)).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('texts', () => {
  it('have symbols, formulas, subscripts and powers', () => {
    expect(textPieces('{ai} − a_2 = 10⁻³')).toEqual([
      { kind: 'math', text: 'ai' },
      { kind: 'plain', text: ' − a' },
      { kind: 'lower', text: '2' },
      { kind: 'plain', text: ' = 10' },
      { kind: 'upper', text: '−3' },
    ]);
    expect(textPieces('')).toEqual([]);
  });

  it('link symbols of the page, and come back to the line after a subscript', () => {
    const markup = renderToStaticMarkup(<text>{plotText('{ai} − x_1 + y')}</text>);
    expect(markup).toContain('data-symbol="ai"');
    const moves = [...markup.matchAll(/dy="(-?\d+)"/g)].map(([, dy]) => Number(dy));
    expect(moves.reduce((sum, dy) => sum + dy, 0)).toBe(0);
  });
});

describe('direct labels', () => {
  const room = { left: 0, right: 300, top: 0, bottom: 200 };

  it('stand beside their points, none over another, over a box or a mark, inside the room', () => {
    const wishes = [
      { at: [100, 100], width: 60 },
      { at: [104, 102], width: 70 },
      { at: [96, 99], width: 50 },
      { at: [298, 100], width: 50 },
    ] as const;
    const obstacle = { x: 150, y: 100, halfWidth: 30, halfHeight: 11 };
    const pixels = Array.from({ length: 30 }, (_, k) => [40 + 5 * k, 80] as const);
    const boxes = placeLabels(wishes, room, { boxes: [obstacle], pixels }).filter((box) => box !== undefined);
    expect(boxes).toHaveLength(4);
    boxes.forEach((box, i) => {
      expect(overlaps(box, obstacle)).toBe(false);
      expect(box.x + box.halfWidth).toBeLessThanOrEqual(300);
      for (const [x, y] of pixels) {
        expect(Math.abs(x - box.x) < box.halfWidth && Math.abs(y - box.y) < box.halfHeight).toBe(false);
      }
      for (const other of boxes.slice(i + 1)) expect(overlaps(box, other)).toBe(false);
    });
  });

  it('stand on the side that is asked for where there is room, and are left out where there is none', () => {
    const [above] = placeLabels([{ at: [100, 100], width: 40, side: 'above' }], room);
    expect(above?.x).toBe(100);
    expect(above?.y).toBeLessThan(100);
    expect(placeLabels([{ at: [10, 10], width: 500 }], room)).toEqual([undefined]);
  });

  it('leave curves of their plot free', () => {
    const curve = line(Array.from({ length: 11 }, (_, k) => [k, k] as const));
    const markup = svg({ ...square(curve), labels: [{ x: 5, y: 5, text: 'curve' }] });
    const [, x, y] = /plot-label"[^>]*x="([\d.]+)" y="([\d.]+)"/.exec(markup) ?? [];
    const height = bottom - ((Number(x) - left) / (right - left)) * (bottom - top);
    expect(Math.abs(height - Number(y))).toBeGreaterThan(8);
  });
});

it('the nearest point is found', () => {
  expect(nearest([10, 20, 30], 24)).toBe(1);
  expect(nearest([10, 20, 30], -1000)).toBe(0);
});
