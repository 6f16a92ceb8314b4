/**
 * The composition `still`: one figure without controls at the size of the window, for screenshots. The root element gets
 * `data-ready` when the figure has settled, or `data-error` with the reason when it cannot be shown.
 */
import { Suspense, useCallback, useEffect, useMemo, useRef } from 'react';
import { installStillHook } from '#export/still-hook';
import type { FigureDefinition } from '#figures/figure';
import type { QueryConfig } from '#state/query';
import type { FigurePort } from '#ui/figure-context';
import { whenSettled } from '#ui/settle';
import { strings } from '#ui/strings';
import { MountedFigure } from './mounted-figure';
import { OneFigure } from './one-figure';
import { useDocumentSettings, useQuerySettings } from './query-settings';
import { useStoredFigures } from './stored-figures';
import { useTheme } from './theme';

/** The page for a query configuration. */
export default function Still({ config }: { readonly config: QueryConfig }) {
  useDocumentSettings(config);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const { dataset } = document.documentElement;
    // A card in place of the figure says what is wrong with the address.
    const problem = () => element.querySelector<HTMLElement>('[data-error]');
    const observer = new MutationObserver(() => {
      const card = problem();
      if (card) dataset.error = card.textContent ?? '';
    });
    observer.observe(element, { childList: true, subtree: true });
    const card = problem();
    if (card) dataset.error = card.textContent ?? '';
    void whenSettled(element, ({ phase }) => {
      dataset.phase = phase;
    }).then((state) => {
      if (state.phase === 'ready') dataset.ready = 'true';
      else if (state.phase === 'failed') dataset.error ??= strings.still[state.reason];
    });
    return () => observer.disconnect();
  }, []);
  return (
    <main className="still" data-controls="none" ref={place}>
      <Suspense>
        <OneFigure config={config}>{(figure) => <StillFigure figure={figure} config={config} />}</OneFigure>
      </Suspense>
    </main>
  );
}

interface StillFigureProps {
  readonly figure: FigureDefinition;
  readonly config: QueryConfig;
}

function StillFigure({ figure, config }: StillFigureProps) {
  const [theme] = useTheme(config);
  const shown = useMemo(() => [figure], [figure]);
  const { stored } = useStoredFigures(shown, config);
  // A global function with which scripts that drive this page make files of the figure.
  const onPort = useCallback(
    (port: FigurePort) => installStillHook({ figure, port, theme }),
    [figure, theme],
  );
  const settings = useQuerySettings(config, onPort);
  return stored.map((one) => <MountedFigure key={figure.id} {...one} theme={theme} settings={settings} />);
}
