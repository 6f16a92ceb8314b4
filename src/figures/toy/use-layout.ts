/** Which plots stand beside the landscape: on the page all, in a frame those that it has room for. */
import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { drawingSize } from '#plot/drawing-size';
import type { FigureStore } from '#state/figure-store';
import { useFigureSettings } from '#ui/figure-context';
import { plotsFor, type ToyLayout, type ToyPlotName, toyLayout } from './layout';
import type { ToySchema } from './schema';

/** Whether a plot is shown. */
export type IsShown = (name: ToyPlotName) => boolean;

const all: IsShown = () => true;

/** Lays the frame out, now and whenever it has another size; the style sheet reads the layout from the element. */
export function useToyLayout(root: RefObject<HTMLElement | null>, store: FigureStore<ToySchema>): IsShown {
  const { controls, hide } = useFigureSettings();
  // The list as one string: it renders only when another plot is to be seen.
  const wanted = useStore(store.api, ({ values }) =>
    plotsFor(values)
      .filter((name) => !hide.has(name))
      .join(),
  );
  const [layout, setLayout] = useState<ToyLayout>();
  const most = wanted === '' ? 0 : wanted.split(',').length;
  useLayoutEffect(() => {
    const element = root.current;
    if (!element || controls === 'full') return;
    const asked = { buttons: controls === 'min', landscape: !hide.has('landscape'), most };
    const lay = () => {
      const next = toyLayout({ ...asked, ...drawingSize(element) });
      const { place, columns, plots, share, isCaptioned, isScaled } = next;
      element.style.setProperty('--columns', String(columns));
      element.style.setProperty('--rows', String(Math.max(1, plots / columns)));
      element.style.setProperty('--share', String(share));
      Object.assign(element.dataset, { side: place, captioned: isCaptioned, scaled: isScaled });
      setLayout((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    lay();
    const observer = new ResizeObserver(lay);
    observer.observe(element);
    return () => {
      observer.disconnect();
      for (const name of ['--columns', '--rows', '--share']) element.style.removeProperty(name);
      for (const name of ['side', 'captioned', 'scaled']) delete element.dataset[name];
    };
  }, [root, controls, hide, most]);
  const plots = layout?.plots ?? 0;
  return useMemo(() => {
    if (controls === 'full') return all;
    const shown = new Set(wanted.split(',').slice(0, plots));
    return (name) => shown.has(name);
  }, [controls, wanted, plots]);
}
