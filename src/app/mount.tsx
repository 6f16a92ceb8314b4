/** Renders a composition. A module of its own, so that the article's first screen does not load React. */
import { type ComponentType, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { QueryConfig } from '#state/query';
import './compositions.css';

/** Renders a composition into an element. */
export function mount(
  root: HTMLElement,
  Composed: ComponentType<{ readonly config: QueryConfig }>,
  config: QueryConfig,
): void {
  createRoot(root).render(
    <StrictMode>
      <Composed config={config} />
    </StrictMode>,
  );
}
