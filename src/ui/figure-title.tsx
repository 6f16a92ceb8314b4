/** What a figure is called, and on the page what it is about. */

import { Part, useFigureSettings, useShown } from './figure-context';
import { FigureHead } from './figure-head';
import { strings } from './strings';
import './figure-title.css';

interface FigureTitleProps {
  readonly title: string;
  readonly lead: string;
  /** Of the lead. */
  readonly className: string;
}

/** Title and lead; an author can leave out either. */
export function FigureTitle(props: FigureTitleProps) {
  const { controls } = useFigureSettings();
  return controls === 'full' ? <WholeTitle {...props} /> : <FigureHead title={props.title} />;
}

function WholeTitle({ title, lead, className }: FigureTitleProps) {
  const isTitled = useShown('title', 'view', strings.figure.parts.title);
  return (
    <header className="figure-title">
      <h2 className={isTitled ? undefined : 'visually-hidden'}>{title}</h2>
      <Part name="lead" label={strings.figure.parts.lead}>
        <p className={className}>{lead}</p>
      </Part>
    </header>
  );
}
