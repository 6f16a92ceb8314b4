/** The heading of a figure. */
import type { ReactNode } from 'react';
import { Part, useFigureSettings, useShown } from './figure-context';
import { strings } from './strings';
import './figure-title.css';

interface FigureTitleProps {
  readonly title: string;
  /** Sentences below the title, shown with all controls only. */
  readonly lead?: string;
  /** Of the lead. */
  readonly className?: string;
  /** On the page something else stands above the figure: its title is for screen readers only. */
  readonly quiet?: boolean;
  /** Numbers beside the title where no control shows them. */
  readonly children?: ReactNode;
}

/** The heading; a hidden title still names the figure to screen readers. */
export function FigureTitle(props: FigureTitleProps) {
  const { lead, className, quiet = false, children } = props;
  const { composition, controls, heading: title = props.title } = useFigureSettings();
  const isShown = useShown('title', 'view', strings.figure.parts.title);
  if (controls !== 'full') {
    return (
      <header className="figure-head">
        <h2 className={isShown ? 'figure-head-title' : 'visually-hidden'}>{title}</h2>
        {children}
      </header>
    );
  }
  const isHidden = !isShown || (quiet && composition === 'page');
  return (
    <header className={isHidden && lead === undefined ? 'visually-hidden' : 'figure-title'}>
      <h2 className={isHidden ? 'visually-hidden' : undefined}>{title}</h2>
      {lead !== undefined && (
        <Part name="lead" label={strings.figure.parts.lead}>
          <p className={className}>{lead}</p>
        </Part>
      )}
    </header>
  );
}
