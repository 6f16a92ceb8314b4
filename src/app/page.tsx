/** The page: the headline, the figure, the reference. In an embed, the figure alone. */
import { useEffect, useMemo, useState } from 'react';
import { figures, findFigure } from '#figures/registry';
import type { Notice } from '#state/codec';
import { createFigureStore } from '#state/figure-store';
import { bindHash } from '#state/hash-binding';
import type { QueryConfig } from '#state/query';
import { strings } from '#ui/strings';
import { MountedFigure } from './mounted-figure';
import { Notices } from './notices';
import { useTheme } from './theme';

const PAPER = 'https://arxiv.org/abs/2506.14951';

/** The whole page for an author's configuration. */
export function Page({ config }: { readonly config: QueryConfig }) {
  const [theme, toggleTheme] = useTheme(config.theme);
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const figure = (config.figure === undefined ? undefined : findFigure(config.figure)) ?? figures[0];
  const store = useMemo(() => figure && createFigureStore(figure.schema), [figure]);
  useEffect(() => (store ? bindHash(window, [{ prefix: '', store }], setNotices) : undefined), [store]);
  if (!figure || !store) return null;

  const unknown = config.figure !== undefined && config.figure !== figure.id ? config.figure : undefined;
  const body = (
    <>
      {unknown !== undefined && (
        <p className="notices" role="alert" data-notices="figure">
          {strings.site.unknownFigure(unknown, figures.map(({ id }) => id).join(', '))}
        </p>
      )}
      <Notices
        notices={notices}
        labelOf={(key) => figure.schema[key]?.label ?? key}
        onDismiss={() => setNotices([])}
      />
      <MountedFigure figure={figure} store={store} theme={theme} />
    </>
  );
  if (config.embed) return <main className="embed">{body}</main>;
  return (
    <>
      <a className="skip" href="#figure">
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
          <p>{strings.site.lead}</p>
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
