/** The page: the headline, the figure, the reference. In an embed, the figure alone. */
import { useEffect, useMemo, useState } from 'react';
import { figures, findFigure } from '#figures/registry';
import type { Notice } from '#state/codec';
import { createFigureStore } from '#state/figure-store';
import { bindHash } from '#state/hash-binding';
import type { QueryConfig } from '#state/query';
import { strings } from '#ui/strings';
import { FigureWait, MountedFigure } from './mounted-figure';
import { Notices } from './notices';
import { useTheme } from './theme';
import { WhenNear } from './when-near';

const PAPER = 'https://arxiv.org/abs/2506.14951';

function skipToFigure(event: React.MouseEvent): void {
  event.preventDefault();
  const figure = document.getElementById('figure');
  figure?.scrollIntoView();
  figure?.focus();
}

/** The whole page for an author's configuration. */
export function Page({ config }: { readonly config: QueryConfig }) {
  const [theme, toggleTheme] = useTheme(config.theme);
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const asked = config.figure === undefined ? undefined : findFigure(config.figure);
  const mounted = useMemo(() => {
    const shown = asked ? [asked] : figures;
    return shown.map((figure, k) => ({
      figure,
      // The first figure's keys stand alone in the hash.
      prefix: k === 0 ? '' : `${figure.id}.`,
      store: createFigureStore(figure.schema),
    }));
  }, [asked]);
  useEffect(() => bindHash(window, mounted, setNotices), [mounted]);

  const unknown = config.figure !== undefined && !asked ? config.figure : undefined;
  const labelOf = (key: string) => {
    const own = mounted.find(({ prefix }) => prefix !== '' && key.startsWith(prefix)) ?? mounted[0];
    return own?.figure.schema[key.slice(own.prefix.length)]?.label ?? key;
  };
  const body = (
    <>
      {unknown !== undefined && (
        <p className="notices" role="alert" data-notices="figure">
          {strings.site.unknownFigure(unknown, figures.map(({ id }) => id).join(', '))}
        </p>
      )}
      <Notices notices={notices} labelOf={labelOf} onDismiss={() => setNotices([])} />
      {mounted.map(({ figure, store, prefix }, k) => {
        const view = (
          <MountedFigure key={figure.id} figure={figure} store={store} theme={theme} prefix={prefix} />
        );
        return k === 0 ? (
          view
        ) : (
          <WhenNear key={figure.id} id={`place-${figure.id}`} waiting={<FigureWait />}>
            {view}
          </WhenNear>
        );
      })}
    </>
  );
  if (config.embed) {
    return (
      <main className="embed">
        <h1 className="visually-hidden">{mounted[0]?.figure.title}</h1>
        {body}
      </main>
    );
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: a link to a place; following it would overwrite the state in the hash */}
      <a className="skip" href="#figure" onClick={skipToFigure}>
        {strings.site.skip}
      </a>
      <header className="site-header">
        <span className="site-name">{strings.site.title}</span>
        <button type="button" className="quiet-button" data-action="theme" onClick={toggleTheme}>
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" strokeWidth="1.6" />
            <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />
          </svg>
          <span className="visually-hidden">{strings.site.theme}</span>
        </button>
      </header>
      <main>
        <div className="hero">
          <h1>{strings.site.headline}</h1>
          {/* It speaks of the opening figure. */}
          {mounted[0]?.figure === figures[0] && <p>{strings.site.lead}</p>}
        </div>
        <div id="figure" tabIndex={-1}>
          {body}
        </div>
      </main>
      <footer className="site-footer">
        <p>
          {strings.site.footer.paper} {strings.site.footer.paperText} <a href={PAPER}>arXiv 2506.14951</a>.
        </p>
        <p>{strings.site.footer.privacy}</p>
      </footer>
    </>
  );
}
