/** Tinted areas: a stretch of the horizontal axis, or between two curves. */
import { area as makeArea } from 'd3-shape';
import type { Frame, Mark } from './frame';
import { type Colour, paint } from './style';

interface Fill {
  readonly colour?: Colour;
  /** Between 0 and 1. */
  readonly opacity?: number;
  /** For tests and style sheets: `data-mark`. */
  readonly name?: string;
}

function fillAttributes({ colour = 'axis', opacity = 0.2, name }: Fill) {
  return { fill: paint(colour), fillOpacity: opacity, 'data-mark': name };
}

/** From one value of the horizontal axis to another; without an end, to the end of the axis. */
export function band({ from, to, ...fill }: Fill & { readonly from: number; readonly to?: number }): Mark {
  return {
    draw: ({ x, left, right, top, bottom }) => {
      const [start, end] = [Math.max(left, x.at(from)), to === undefined ? right : Math.min(right, x.at(to))];
      const size = { x: start, y: top, width: Math.max(0, end - start), height: bottom - top };
      return <rect {...fillAttributes(fill)} {...size} />;
    },
  };
}

const within = ({ top, bottom }: Frame, pixel: number) => Math.min(bottom, Math.max(top, pixel));

/** Between two curves over the same values; the lower one left out, down to the axis. */
export function area(
  points: readonly (readonly [x: number, high: number, low?: number])[],
  fill: Fill = {},
): Mark {
  return {
    draw: (frame) => {
      const { x, y, bottom } = frame;
      const shape = makeArea<readonly [number, number, number?]>()
        .x(([at]) => x.at(at))
        .y1(([, high]) => within(frame, y.at(high)))
        .y0(([, , low]) => (low === undefined ? bottom : within(frame, y.at(low))))
        .defined(([at, high]) => Number.isFinite(x.at(at)) && Number.isFinite(y.at(high)))
        .digits(2);
      return <path {...fillAttributes(fill)} d={shape(points as [number, number, number?][]) ?? ''} />;
    },
  };
}
