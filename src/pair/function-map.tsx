/** A function from above in plain 2D, for browsers without WebGL. */
import { useDrag } from '@use-gesture/react';
import { type ReactNode, useRef } from 'react';
import { HALF_WIDTH } from '#math/network/inputs';
import type { PlaneFunction } from '#math/pair/plane-function';
import type { FigureStore } from '#state/figure-store';
import type { Schema, Values } from '#state/schema';
import { dragOptions, TAP_DISTANCE } from '#ui/gestures';
import { divergingColours } from '#ui/heatmap';
import { useLive } from '#ui/live';
import type { ThemeName } from '#ui/theme';
import { paintFunction } from './term-map';
import './flat-map.css';

const SIDE = 256;

interface FunctionMapProps<S extends Schema> {
  readonly store: FigureStore<S>;
  readonly theme: ThemeName;
  /** What is shown for some values, and the value of the last colour; nothing where it is not finite. */
  readonly shown: (values: Values<S>) => { readonly of: PlaneFunction | undefined; readonly height: number };
  readonly onDrawn: () => void;
  /** A tap on the map, at (x1, x2). */
  readonly onTap?: ((at: readonly [number, number]) => void) | undefined;
  /** Marks over the map. */
  readonly children?: ReactNode;
}

/** A coloured map with contour lines, x1 to the right and x2 up. */
export function FunctionMap<S extends Schema>(props: FunctionMapProps<S>) {
  const { store, theme, shown, onDrawn, onTap, children } = props;
  const canvas = useLive<HTMLCanvasElement, S>(store, (element, values) => {
    const context = element.getContext('2d');
    if (!context) return;
    const picture = context.createImageData(SIDE, SIDE);
    const { of, height } = shown(values);
    if (of) {
      const table = divergingColours(theme);
      const look = { half: HALF_WIDTH, table, range: height, contours: height / 5 };
      paintFunction(picture.data, SIDE, of, look);
    }
    context.putImageData(picture, 0, 0);
    onDrawn();
  });
  const picture = useRef<HTMLDivElement>(null);
  useDrag(
    ({ tap, xy }) => {
      if (!tap || !picture.current) return;
      const { left, top, width, height } = picture.current.getBoundingClientRect();
      const place = [((xy[0] - left) / width) * 2 - 1, 1 - ((xy[1] - top) / height) * 2] as const;
      onTap?.([place[0] * HALF_WIDTH, place[1] * HALF_WIDTH]);
    },
    {
      target: picture,
      enabled: onTap !== undefined,
      filterTaps: true,
      tapsThreshold: TAP_DISTANCE,
      ...dragOptions,
    },
  );
  return (
    <div className="flat-map">
      <span className="flat-map-x2" aria-hidden="true">
        <i className="symbol">x</i>
        <sub>2</sub> ↑
      </span>
      <div className="flat-map-picture" ref={picture}>
        <canvas ref={canvas} width={SIDE} height={SIDE} key={theme} />
        {children}
      </div>
      <span className="flat-map-x1" aria-hidden="true">
        <i className="symbol">x</i>
        <sub>1</sub> →
      </span>
    </div>
  );
}
