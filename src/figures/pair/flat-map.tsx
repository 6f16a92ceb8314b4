/** The surface from above in plain 2D, for browsers without WebGL. */

import { useDrag } from '@use-gesture/react';
import { useRef } from 'react';
import { HALF_WIDTH } from '#math/network/inputs';
import { isInfinite } from '#math/pair/pair';
import { paintTerm } from '#pair/term-map';
import type { FigureStore } from '#state/figure-store';
import { useShown } from '#ui/figure-context';
import { dragOptions, TAP_DISTANCE } from '#ui/gestures';
import { divergingColours } from '#ui/heatmap';
import { useLive } from '#ui/live';
import type { ThemeName } from '#ui/theme';
import { activationOf, coordinatesOf, frameHeight } from './model';
import { Probe } from './probe';
import type { PairSchema } from './schema';
import './flat-map.css';

const SIDE = 256;

interface FlatMapProps {
  readonly store: FigureStore<PairSchema>;
  readonly theme: ThemeName;
  readonly onDrawn: () => void;
}

/** A coloured map with contour lines, x1 to the right and x2 up. */
export function FlatMap({ store, theme, onDrawn }: FlatMapProps) {
  const reads = useShown('at', 'view');
  const canvas = useLive<HTMLCanvasElement, PairSchema>(store, (element, values) => {
    const context = element.getContext('2d');
    if (!context) return;
    const picture = context.createImageData(SIDE, SIDE);
    const height = frameHeight(values);
    const coordinates = coordinatesOf(values);
    if (!isInfinite(values.show, coordinates)) {
      paintTerm(picture.data, SIDE, {
        activation: activationOf(values),
        term: values.show,
        coordinates,
        half: HALF_WIDTH,
        table: divergingColours(theme),
        range: height,
        contours: height / 5,
      });
    }
    context.putImageData(picture, 0, 0);
    onDrawn();
  });
  const probe = useLive<HTMLDivElement, PairSchema>(store, (element, { at }) => {
    element.style.left = `${50 + (50 * (at[0] ?? 0)) / HALF_WIDTH}%`;
    element.style.top = `${50 - (50 * (at[1] ?? 0)) / HALF_WIDTH}%`;
  });
  const picture = useRef<HTMLDivElement>(null);
  useDrag(
    ({ tap, xy }) => {
      if (!tap || !picture.current) return;
      const { left, top, width, height } = picture.current.getBoundingClientRect();
      const place = [((xy[0] - left) / width) * 2 - 1, 1 - ((xy[1] - top) / height) * 2];
      store.set({ at: place.map((share) => Number((share * HALF_WIDTH).toFixed(3))) });
    },
    { target: picture, enabled: reads, filterTaps: true, tapsThreshold: TAP_DISTANCE, ...dragOptions },
  );
  return (
    <div className="flat-map">
      <span className="flat-map-x2" aria-hidden="true">
        <i className="symbol">x</i>
        <sub>2</sub> ↑
      </span>
      <div className="flat-map-picture" ref={picture}>
        <canvas ref={canvas} width={SIDE} height={SIDE} key={theme} />
        {reads && (
          <Probe ref={probe} store={store}>
            <svg className="probe-mark" viewBox="0 0 22 22" aria-hidden="true">
              <circle cx="11" cy="11" r="6" />
            </svg>
          </Probe>
        )}
      </div>
      <span className="flat-map-x1" aria-hidden="true">
        <i className="symbol">x</i>
        <sub>1</sub> →
      </span>
    </div>
  );
}
