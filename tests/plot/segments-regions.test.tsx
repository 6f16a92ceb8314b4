import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { drawPlot } from '#plot/draw-plot';
import { layOut, type Mark, type PlotSpec } from '#plot/frame';
import { isolines, regions } from '#plot/regions';
import { linear } from '#plot/scale';
import { segments } from '#plot/segments';

const size = { width: 200, height: 160 };
const square = (...marks: readonly Mark[]): PlotSpec => ({ x: linear([0, 10]), y: linear([0, 10]), marks });
const svg = (...marks: readonly Mark[]) =>
  renderToStaticMarkup(<g>{drawPlot(square(...marks), size).content}</g>);
const frame = layOut(square(), size);

it('a piece goes from point to point, with a tip where it is an arrow; one without a place is left out', () => {
  const drawn = svg(
    segments([
      { from: [0, 0], to: [10, 10], name: 'plain' },
      { from: [0, 5], to: [10, 5], isArrow: true, name: 'arrow' },
      { from: [0, NaN], to: [10, 5], name: 'nowhere' },
    ]),
  );
  expect(drawn).toContain(`data-mark="plain" x1="${frame.left}" y1="${frame.bottom}"`);
  expect(drawn).not.toContain('nowhere');
  const tip = /<polygon points="([^"]*)"/
    .exec(drawn)?.[1]
    ?.split(' ')
    .map((pair) => pair.split(',').map(Number));
  expect(tip?.[0]?.[0]).toBeCloseTo(frame.right, 0);
  expect(tip?.slice(1).every(([x = 0]) => x < frame.right - 5)).toBe(true);
});

it('shades lie where the function is above a level, up to the edges; contours between', () => {
  const side = 11;
  // f = x1 from -1 to 1.
  const values = Float64Array.from({ length: side * side }, (_, k) => (2 * (k % side)) / (side - 1) - 1);
  const drawn = svg(regions({ side, values }, [0.5]));
  const paths = [...drawn.matchAll(/fill="var\(--(positive|negative)\)"[^>]* d="([^"]*)"/g)];
  expect(paths.map(([, colour]) => colour)).toEqual(['positive', 'negative']);
  const across = (d = '') => [...d.matchAll(/[ML]([\d.]+),/g)].map(([, x]) => Number(x));
  const [positive, negative] = paths.map(([, , d]) => across(d));
  const at = (share: number) => frame.left + share * (frame.right - frame.left);
  expect(Math.min(...(positive ?? []))).toBeCloseTo(at(0.75), 0);
  expect(Math.max(...(positive ?? []))).toBeCloseTo(frame.right, 0);
  expect(Math.max(...(negative ?? []))).toBeCloseTo(at(0.25), 0);
  expect(svg(isolines({ side, values }, [0], { colour: 'ink' }))).toContain('stroke="var(--ink)"');
});
