/** The entry: loads what the address asks for, and nothing else. */
import 'virtual:theme.css';
import 'virtual:story.css';
import '../fonts/fonts.css';
import { catalogue } from '#figures/catalogue';
import { type Composition, readQuery } from '#state/query';
import './page.css';
import './compositions.css';
import './story.css';
import './predict.css';

/** What shows figures without the article around them. */
const compositions = {
  page: () => import('./page'),
  embed: () => import('./embed'),
  still: () => import('./still'),
  talk: () => import('./talk'),
} as const satisfies Readonly<Record<Composition, () => Promise<unknown>>>;

/** Has the code of a figure loaded, if there is such a one. */
async function fetchFigure(id: string): Promise<void> {
  if (Object.hasOwn(catalogue, id)) await (await catalogue[id]?.())?.load();
}

async function start(): Promise<void> {
  const config = readQuery(window.location.search);
  const root = document.getElementById('root');
  const article = document.getElementById('article');
  if (!root || !article) return;
  if (config.composition === 'page' && config.figure === undefined) {
    const { startArticle } = await import('./article');
    await startArticle(article, root, config);
    return;
  }
  article.remove();
  // It comes beside what stands around it, not after it; whoever shows it says what goes wrong.
  if (config.figure !== undefined) fetchFigure(config.figure).catch(() => {});
  const [{ mount }, { default: Composed }] = await Promise.all([
    import('./mount'),
    compositions[config.composition](),
  ]);
  mount(root, Composed, config);
}

void start();
