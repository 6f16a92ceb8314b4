/** The entry of the page. */
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readQuery } from '#state/query';
import { Page } from './page';
import './page.css';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Page config={readQuery(window.location.search)} />
    </StrictMode>,
  );
}
