/** The entry point: loads the composition that the address asks for (article, page, embed, still, talk). */
import './base-style';
import { loadLanguage } from '#languages/load-language';
import { type Composition, readQuery } from '#state/query';
import { languageOf } from '#story/languages';

/** The compositions besides the article. */
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
  // Texts are module constants: the dictionary must be registered before a module with a text is imported.
  await loadLanguage(language);
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
