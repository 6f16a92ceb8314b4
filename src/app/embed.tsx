/** The composition `embed`: one figure in an iframe of a host page. */
import { Suspense, useCallback, useMemo, useRef } from 'react';
import type { FigureDefinition } from '#figures/figure';
import type { QueryConfig } from '#state/query';
import type { FigurePort } from '#ui/figure-context';
import type { ThemeName } from '#ui/theme';
import { embedPicture } from './embed-picture';
import { type HostPage, useHostPage } from './host-page';
import { FigureWait, type HoldStill, MountedFigure } from './mounted-figure';
import { Notices } from './notices';
import { OneFigure } from './one-figure';
import { useDocumentSettings, useQuerySettings } from './query-settings';
import { useStoredFigures } from './stored-figures';
import { useTheme } from './theme';

/** The page for a query configuration. */
export default function Embed({ config }: { readonly config: QueryConfig }) {
  useDocumentSettings(config);
  const [theme] = useTheme(config);
  const place = useRef<HTMLElement>(null);
  const hosted = useHostPage(config, place);
  return (
    <main className="embed" data-controls={config.controls} ref={place}>
      <Suspense fallback={<FigureWait />}>
        <OneFigure config={config}>
          {(figure) => <EmbeddedFigure figure={figure} config={config} theme={theme} hosted={hosted} />}
        </OneFigure>
      </Suspense>
    </main>
  );
}

interface EmbeddedFigureProps {
  readonly figure: FigureDefinition;
  readonly config: QueryConfig;
  readonly theme: ThemeName;
  readonly hosted: HostPage;
}

function EmbeddedFigure({ figure, config, theme, hosted: { connect } }: EmbeddedFigureProps) {
  const shown = useMemo(() => [figure], [figure]);
  const { stored, notices, dismiss } = useStoredFigures(shown, config);
  const hold = useRef<HoldStill>(null);
  const shownTheme = useRef(theme);
  shownTheme.current = theme;
  const onPort = useCallback(
    (port: FigurePort) =>
      connect(figure, port, (asked) => embedPicture(asked, figure, port, shownTheme.current, hold.current)),
    [connect, figure],
  );
  const settings = useQuerySettings(config, onPort);
  return (
    <>
      <h1 className="visually-hidden">{figure.title}</h1>
      <Notices notices={notices} onDismiss={dismiss} />
      {stored.map((one) => (
        <MountedFigure key={figure.id} {...one} theme={theme} settings={settings} holdRef={hold} />
      ))}
    </>
  );
}
