/** Puts a composition on the page. Apart, so that what needs no React does not load it. */
import { type ComponentType, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { QueryConfig } from '#state/query';
import './figure-style';

/** Shows a composition in an element. */
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
