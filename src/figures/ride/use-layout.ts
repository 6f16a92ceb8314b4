/** Keeps the layout of the plots to the frame around them. */
import { type RefObject, useLayoutEffect } from 'react';
import { drawingSize } from '#plot/drawing-size';
import { useFigureSettings } from '#ui/figure-context';
import { lawNames } from './law-names';
import { rideLayout } from './layout';

/** Writes the layout to the figure, now and whenever it has another size; on the page the style sheet alone says it. */
export function useRideLayout(root: RefObject<HTMLElement | null>): void {
  const { controls, hide, composition } = useFigureSettings();
  useLayoutEffect(() => {
    const element = root.current;
    if (!element || controls === 'full') return;
    const asked = {
      buttons: controls === 'min',
      laws: hide.has('laws') ? 0 : Object.values(lawNames).filter((name) => !hide.has(name)).length,
      clock: !hide.has('clock'),
      clockFirst: composition === 'page',
    };
    const lay = () => {
      const size = drawingSize(element);
      const { columns, plots, clock, header, isTitled, isCaptioned } = rideLayout({ ...asked, ...size });
      element.style.setProperty('--columns', String(columns));
      const told = { plots, clock, header, titled: isTitled, captioned: isCaptioned };
      Object.assign(element.dataset, told);
    };
    lay();
    const observer = new ResizeObserver(lay);
    observer.observe(element);
    return () => {
      observer.disconnect();
      element.style.removeProperty('--columns');
      for (const name of ['plots', 'clock', 'header', 'titled', 'captioned']) delete element.dataset[name];
    };
  }, [root, controls, hide, composition]);
}
