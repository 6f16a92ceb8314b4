/** The camera of a three-dimensional view as a parameter of its figure: azimuth, polar angle, zoom. */
import { useMemo } from 'react';
import type { FigureStore } from '#state/figure-store';
import type { Schema, Values, VectorParameter } from '#state/schema';
import { isLocked, useFigureSettings } from './figure-context';

/** The parameter; the view starts as given, in degrees, degrees from above, and size. */
export function cameraParameter(
  words: { readonly label: string; readonly description: string },
  start: readonly [azimuth: number, polar: number, zoom: number],
) {
  return {
    kind: 'vector',
    symbol: '',
    label: words.label,
    description: words.description,
    transient: true,
    entries: ['azimuth', 'polar', 'zoom'],
    min: [-180, 0, 0.5],
    max: [180, 90, 4],
    default: start,
  } as const satisfies VectorParameter;
}

/** A camera that is kept in a figure's store, as a stage wants it. */
export function useCamera<S extends Schema>(store: FigureStore<S>, key: keyof S & string) {
  const settings = useFigureSettings();
  const gesture = isLocked(settings, store, key) ? 'none' : settings.gesture;
  return useMemo(() => {
    const patch = (cam: readonly number[]) => ({ [key]: cam }) as unknown as Partial<Values<S>>;
    const parameter = store.schema[key];
    return {
      gesture,
      get: () => store.values()[key] as readonly number[],
      change: (cam: readonly number[]) => store.change(patch(cam)),
      commit: () => store.commit(),
      home: () => {
        if (parameter?.kind === 'vector') store.set(patch(parameter.default));
      },
    };
  }, [store, key, gesture]);
}
