/** One figure in a frame of somebody else's page. */
import { Suspense, useMemo } from 'react';
import type { FigureDefinition } from '#figures/figure';
import type { QueryConfig } from '#state/query';
import { useStoredFigures } from './figures-of-page';
import { useGround, useQueryFrame } from './frame-of-query';
import { FigureWait, MountedFigure } from './mounted-figure';
import { Notices } from './notices';
import { OneFigure } from './one-figure';
import { useTheme } from './theme';

/** The embed for an author's configuration. */
export default function Embed({ config }: { readonly config: QueryConfig }) {
  useGround(config);
  return (
    <main className="embed" data-controls={config.controls}>
      <Suspense fallback={<FigureWait />}>
        <OneFigure config={config}>
          {(figure) => <EmbeddedFigure figure={figure} config={config} />}
        </OneFigure>
      </Suspense>
    </main>
  );
}

interface EmbeddedFigureProps {
  readonly figure: FigureDefinition;
  readonly config: QueryConfig;
}

function EmbeddedFigure({ figure, config }: EmbeddedFigureProps) {
  const [theme] = useTheme(config);
  const shown = useMemo(() => [figure], [figure]);
  const { stored, notices, labelOf, dismiss } = useStoredFigures(shown, config);
  const frame = useQueryFrame(config);
  return (
    <>
      <h1 className="visually-hidden">{figure.title}</h1>
      <Notices notices={notices} labelOf={labelOf} onDismiss={dismiss} />
      {stored.map(({ store, prefix }) => (
        <MountedFigure
          key={figure.id}
          figure={figure}
          store={store}
          theme={theme}
          prefix={prefix}
          frame={frame}
        />
      ))}
    </>
  );
}
