/** What a figure is called, and what it is about. */
import { Part, useShown } from './frame';

interface FigureTitleProps {
  readonly title: string;
  readonly lead: string;
  /** Of the lead. */
  readonly className: string;
}

/** Title and lead; an author can leave out either. */
export function FigureTitle({ title, lead, className }: FigureTitleProps) {
  const [isTitled, isLed] = [useShown('title', 'full'), useShown('lead', 'full')];
  if (!isTitled && !isLed) return null;
  return (
    <header className="figure-title">
      {isTitled && <h2>{title}</h2>}
      <Part name="lead">
        <p className={className}>{lead}</p>
      </Part>
    </header>
  );
}
