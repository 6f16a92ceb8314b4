/** The name of a figure, above it; in a frame that it fits, beside its main number. */
import type { ReactNode } from 'react';
import { useFigureSettings, useShown } from './figure-context';
import { strings } from './strings';
import './figure-head.css';

interface FigureHeadProps {
  readonly title: string;
  /** On the page something else stands above the figure: its title is for screen readers only. */
  readonly quiet?: boolean;
  /** Numbers that stand beside the title where no control says them. */
  readonly children?: ReactNode;
}

/** The heading; without its title it still names the figure to screen readers. */
export function FigureHead({ title, quiet = false, children }: FigureHeadProps) {
  const { composition, controls } = useFigureSettings();
  const isShown = useShown('title', 'view', strings.figure.parts.title);
  if (controls === 'full') {
    const unseen = !isShown || (quiet && composition === 'page');
    return (
      <header className={unseen ? 'visually-hidden' : 'figure-title'}>
        <h2>{title}</h2>
      </header>
    );
  }
  return (
    <header className="figure-head">
      <h2 className={isShown ? 'figure-head-title' : 'visually-hidden'}>{title}</h2>
      {children}
    </header>
  );
}
