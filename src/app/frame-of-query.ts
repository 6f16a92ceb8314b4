/** The frame and the surroundings that an author's configuration asks for. */
import { useLayoutEffect, useMemo } from 'react';
import type { QueryConfig } from '#state/query';
import type { FigureFrame, FigurePort } from '#ui/frame';

/** The frame of a figure in this composition. */
export function useQueryFrame(config: QueryConfig, onPort?: (port: FigurePort) => () => void): FigureFrame {
  return useMemo(() => {
    const { composition, controls, hide, lock, gesture, profile } = config;
    return { composition, controls, hide, lock, gesture, profile, ...(onPort && { onPort }) };
  }, [config, onPort]);
}

/** Tells the style sheet what is put together, and lays the ground behind it. */
export function useGround({ composition, controls, profile, background }: QueryConfig): void {
  useLayoutEffect(() => {
    const { documentElement } = document;
    documentElement.dataset.composition = composition;
    documentElement.dataset.controls = controls;
    documentElement.dataset.profile = profile;
    if (background === 'transparent') documentElement.dataset.background = 'transparent';
    else if (background !== 'paper') documentElement.style.setProperty('--ground', background);
  }, [composition, controls, profile, background]);
}
