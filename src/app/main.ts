/** The entry: loads what the address asks for, and nothing else. */
import 'virtual:theme.css';
import '../fonts/fonts.css';
import { speak } from '#languages/speak';
import { type Composition, readQuery } from '#state/query';
import { languageOf } from '#story/languages';
import './page.css';

/** What shows figures without the article around them. */
const compositions = {
  page: () => import('./page'),
  embed: () => import('./embed'),
  still: () => import('./still'),
  talk: () => import('./talk'),
} as const satisfies Readonly<Record<Composition, () => Promise<unknown>>>;

async function start(): Promise<void> {
  const config = readQuery(window.location.search);
  const root = document.getElementById('root');
  const article = document.getElementById('article');
  if (!root || !article) return;
  const language = languageOf(config.lang ?? document.documentElement.lang);
  // Texts are constants of their modules: the words have to be there before any of these is loaded.
  await speak(language);
  if (config.composition === 'page' && config.figure === undefined) {
    const { startArticle } = await import('./article');
    await startArticle(article, root, config);
    return;
  }
  article.remove();
  document.documentElement.lang = language;
  const [{ mount }, { default: Composed }] = await Promise.all([
    import('./mount'),
    compositions[config.composition](),
  ]);
  mount(root, Composed, config);
}

void start();
