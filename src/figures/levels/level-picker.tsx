/** The plot of levels, from which the reader picks one: by pointer the nearest, by keys from width to width and up and down. */
import { createUseGesture, dragAction } from '@use-gesture/react';
import { type KeyboardEvent, useMemo, useRef } from 'react';
import { drawingSize } from '#plot/drawing-size';
import type { LaidOut } from '#plot/frame';
import { usePlot } from '#plot/plot';
import { isLocked, useFigureSettings } from '#ui/figure-context';
import { gestureOptions } from '#ui/gestures';
import { setAttributes } from '#ui/live';
import { chosenLevel } from './chosen';
import { levelPlaces, levelsSpec } from './levels-plot';
import { WIDTHS } from './schema';
import { type Both, bothSource } from './sources';
import { text } from './text';
import { pointWords } from './words';

const useGesture = createUseGesture([dragAction]);

/** The plot, as a slider over its levels. */
export function LevelPicker({ store, session, height }: Both & { readonly height: number }) {
  const locked = isLocked(useFigureSettings(), store, 'level', ['width', 'level']);
  const slider = useRef<HTMLDivElement>(null);
  const frame = useRef<LaidOut>(undefined);
  const source = useMemo(
    () => bothSource({ store, session }, (state, values) => ({ state, values })),
    [store, session],
  );
  const now = () => ({ state: session.api.getState(), values: store.values() });
  const svg = usePlot(
    {
      source,
      spec: ({ state, values }) => levelsSpec(state, values),
      height,
      label: text.levels.label,
      frame,
    },
    () => {
      const { state, values } = now();
      const chosen = chosenLevel(state, values);
      if (!slider.current) return;
      setAttributes(slider.current, {
        'aria-valuemax': String(chosen?.levels.length ?? 1),
        'aria-valuenow': String(chosen?.rank ?? 1),
        'aria-valuetext': pointWords(state, values),
      });
    },
  );
  const pick = (clientX: number, clientY: number) => {
    const drawn = slider.current?.firstElementChild;
    if (!frame.current || !drawn || locked) return;
    const box = drawn.getBoundingClientRect();
    const { unit } = drawingSize(drawn);
    const { x, y } = frame.current;
    const { state, values } = now();
    let nearest = Number.POSITIVE_INFINITY;
    let found: { readonly width: number; readonly level: number } | undefined;
    for (const place of levelPlaces(state, values)) {
      // All along its bar.
      const [from, to] = [x.at(place.width), x.at(place.x)].sort((p, q) => p - q) as [number, number];
      const across = (clientX - box.left) / unit;
      const away = Math.hypot(
        across - Math.min(to, Math.max(from, across)),
        (clientY - box.top) / unit - y.at(place.y),
      );
      if (away >= nearest) continue;
      nearest = away;
      found = { width: place.width, level: place.level };
    }
    if (found) store.change(found);
  };
  useGesture(
    {
      onDrag({ last, xy }) {
        pick(xy[0], xy[1]);
        if (last) store.commit();
      },
    },
    { target: slider, ...gestureOptions },
  );
  const press = (event: KeyboardEvent) => {
    const { state, values } = now();
    const chosen = chosenLevel(state, values);
    if (locked || !chosen) return;
    const { rank, levels, level } = chosen;
    if (event.key === 'ArrowUp') store.set({ level: Math.min(levels.length, rank + 1) });
    else if (event.key === 'ArrowDown') store.set({ level: Math.max(1, rank - 1) });
    else if (event.key === 'Home') store.set({ level: levels.length });
    else if (event.key === 'End') store.set({ level: 1 });
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const width = values.width + (event.key === 'ArrowLeft' ? -1 : 1);
      const there = levelPlaces(state, values).filter((place) => place.width === width);
      if (width < WIDTHS.min || width > WIDTHS.max || there.length === 0) return;
      // The level of the most similar loss.
      const next = there.reduce((best, place) =>
        Math.abs(Math.log(place.y / level.loss)) < Math.abs(Math.log(best.y / level.loss)) ? place : best,
      );
      store.set({ width, level: next.level });
    } else return;
    event.preventDefault();
  };
  return (
    <div
      className="plot-pick levels-pick"
      role="slider"
      aria-orientation="vertical"
      aria-label={text.levels.label}
      aria-valuemin={1}
      aria-valuemax={1}
      aria-valuenow={1}
      aria-disabled={locked}
      tabIndex={0}
      ref={slider}
      data-param="level-plot"
      onKeyDown={press}
    >
      <svg className="plot" aria-hidden="true" {...svg} />
    </div>
  );
}
