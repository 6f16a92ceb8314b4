/** The surface from above in plain 2D, with its read-out point, for browsers without WebGL. */
import { HALF_WIDTH } from '#math/network/inputs';
import { isInfinite } from '#math/pair/pair';
import { pairFunction } from '#math/pair/plane-function';
import { FunctionMap } from '#pair/function-map';
import type { FigureStore } from '#state/figure-store';
import { useShown } from '#ui/figure-context';
import { useLive } from '#ui/live';
import type { ThemeName } from '#ui/theme';
import { activationOf, coordinatesOf, frameHeight } from './model';
import { Probe } from './probe';
import type { PairSchema, PairValues } from './schema';

interface FlatMapProps {
  readonly store: FigureStore<PairSchema>;
  readonly theme: ThemeName;
  readonly onDrawn: () => void;
}

function shown(values: PairValues) {
  const coordinates = coordinatesOf(values);
  const of = isInfinite(values.show, coordinates)
    ? undefined
    : pairFunction(activationOf(values), values.show, coordinates);
  return { of, height: frameHeight(values) };
}

/** A coloured map with contour lines. */
export function FlatMap({ store, theme, onDrawn }: FlatMapProps) {
  const reads = useShown('at', 'view');
  const probe = useLive<HTMLDivElement, PairSchema>(store, (element, { at }) => {
    element.style.left = `${50 + (50 * (at[0] ?? 0)) / HALF_WIDTH}%`;
    element.style.top = `${50 - (50 * (at[1] ?? 0)) / HALF_WIDTH}%`;
  });
  const readAt = (at: readonly number[]) => store.set({ at: at.map((entry) => Number(entry.toFixed(3))) });
  return (
    <FunctionMap
      store={store}
      theme={theme}
      shown={shown}
      onDrawn={onDrawn}
      onTap={reads ? readAt : undefined}
    >
      {reads && (
        <Probe ref={probe} store={store}>
          <svg className="probe-mark" viewBox="0 0 22 22" aria-hidden="true">
            <circle cx="11" cy="11" r="6" />
          </svg>
        </Probe>
      )}
    </FunctionMap>
  );
}
