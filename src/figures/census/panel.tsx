/** A plot with its title. */
import type { ReactNode } from 'react';
import '#ui/panel.css';

interface PanelProps {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly children: ReactNode;
}

/** The panel; its class has its name. */
export function Panel({ name, title, subtitle, children }: PanelProps) {
  return (
    <section className={`census-panel census-${name}`} aria-label={title}>
      <header className="panel-header">
        <h3>{title}</h3>
        <p>{subtitle}</p>
      </header>
      {children}
    </section>
  );
}
