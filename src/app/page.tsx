/** The composition `page`: one figure with all controls on a page of its own, or all figures (`?figure=all`). */
import { useMemo } from 'react';
import { figures, findFigure } from '#figures/registry';
import type { QueryConfig } from '#state/query';
import { strings } from '#ui/strings';
import { FigureWait, MountedFigure } from './mounted-figure';
import { Notices } from './notices';
import { useDocumentSettings, useQuerySettings } from './query-settings';
import { useStoredFigures } from './stored-figures';
import { useTheme } from './theme';
import { tools } from './tools';
import { WhenNear } from './when-near';
import './page.css';

const PAPER = 'https://arxiv.org/abs/2506.14951';

/** The name under which all figures are asked for. */
const ALL = 'all';

function skipToFigure(event: React.MouseEvent): void {
  event.preventDefault();
  const figure = document.getElementById('figure');
  figure?.scrollIntoView();
  figure?.focus();
}

/** The page for a query configuration. */
export default function Page({ config }: { readonly config: QueryConfig }) {
  useDocumentSettings(config);
  const [theme, toggleTheme] = useTheme(config);
  const asked = config.figure === undefined ? undefined : findFigure(config.figure);
  const shown = useMemo(() => (asked ? [asked] : figures), [asked]);
  const { stored, notices, dismiss } = useStoredFigures(shown, config);
  const settings = useQuerySettings(config);

  const unknown = asked || config.figure === ALL ? undefined : config.figure;
  const body = (
    <>
      {unknown !== undefined && (
        <p className="notices" role="alert" data-notices="figure">
          {strings.site.unknownFigure(unknown, figures.map(({ id }) => id).join(', '))}
        </p>
      )}
      <Notices notices={notices} onDismiss={dismiss} />
      {stored.map((one, k) => {
        const { id } = one.figure;
        const view = <MountedFigure key={id} {...one} theme={theme} settings={settings} tools={tools} />;
        if (k === 0) return view;
        return (
          <WhenNear key={id} id={`place-${id}`} waiting={<FigureWait />}>
            {view}
          </WhenNear>
        );
      })}
    </>
  );
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: a link to a place; following it would overwrite the state in the hash */}
      <a className="skip" href="#figure" onClick={skipToFigure}>
        {strings.site.skip}
      </a>
      <header className="site-header">
        <a className="site-name" href={config.lang === undefined ? './' : `./?lang=${config.lang}`}>
          {strings.site.title}
        </a>
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
          {stored[0]?.figure === figures[0] && <p>{strings.site.lead}</p>}
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
