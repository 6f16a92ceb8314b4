/** The settings of a figure, and the attributes of the document, that the query of the address asks for. */
import { useLayoutEffect, useMemo } from 'react';
import type { QueryConfig } from '#state/query';
import type { FigurePort, FigureSettings } from '#ui/figure-context';

/** What the query asks of a figure. */
export function useQuerySettings(
  config: QueryConfig,
  onPort?: (port: FigurePort) => () => void,
): FigureSettings {
  return useMemo(() => {
    const { composition, controls, hide, lock, gesture, profile } = config;
    return { composition, controls, hide, lock, gesture, profile, ...(onPort && { onPort }) };
  }, [config, onPort]);
}

/** Tells the style sheet the composition, and sets the colour of the background. */
export function useDocumentSettings({ composition, controls, profile, background }: QueryConfig): void {
  useLayoutEffect(() => {
    const { documentElement } = document;
    documentElement.dataset.composition = composition;
    documentElement.dataset.controls = controls;
    documentElement.dataset.profile = profile;
    if (background === 'transparent') documentElement.dataset.background = 'transparent';
    else if (background !== 'paper') documentElement.style.setProperty('--ground', background);
  }, [composition, controls, profile, background]);
}
