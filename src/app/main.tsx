/** The entry: loads what the address asks for, and nothing else. */
import 'virtual:theme.css';
import '../fonts/fonts.css';
import { type ComponentType, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { type Composition, type QueryConfig, readQuery } from '#state/query';
import './page.css';
import './compositions.css';

type Composed = ComponentType<{ readonly config: QueryConfig }>;

const compositions: Readonly<Record<Composition, () => Promise<{ readonly default: Composed }>>> = {
  page: () => import('./page'),
  embed: () => import('./embed'),
  still: () => import('./still'),
  talk: () => import('./talk'),
};

async function start(root: HTMLElement): Promise<void> {
  const config = readQuery(window.location.search);
  const { default: Composed } = await compositions[config.composition]();
  createRoot(root).render(
    <StrictMode>
      <Composed config={config} />
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
