/**
 * Puts the article into the page at build: its HTML into `index.html`, the same in every other language beside it, and
 * the rules for its formulas into the style sheet.
 */
import { fileURLToPath } from 'node:url';
import { type Plugin, runnerImport } from 'vite';
import type { Language } from '../../src/story/languages.ts';
import { mdxPlugin } from './mdx-plugin.ts';
import { pageAddress, siteAddress } from './site-address.ts';
import { cssModules } from './style-names.ts';
import { teachPage } from './teach-page.ts';
import { createTypesetter } from './typesetter.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const STYLE = 'virtual:story.css';
const HTML = 'virtual:story/';
/** Where the article goes in `index.html`. */
const SLOT = '<!--article-->';
const FIRST: Language = 'en';
/** The style sheets of a page while the site is developed. */
const DEVELOPED = '<script type="module" src="/src/app/article-style.ts"></script>';

interface MadeStory {
  readonly html: Readonly<Record<string, string>>;
  /** The teacher's page. */
  readonly teach: Readonly<Record<string, string>>;
  /** The document about the model. */
  readonly model: string;
  readonly css: string;
  readonly words: typeof import('../../src/story/render.tsx')['allWords'];
  readonly cardWords: typeof import('../../src/story/render.tsx')['cardWords'];
  readonly teachWords: typeof import('../../src/story/render.tsx')['teachWords'];
  readonly modelWords: typeof import('../../src/story/render.tsx')['modelWords'];
}

/** Makes the article in all languages, by the code that Vite would serve. */
async function makeStory(): Promise<MadeStory> {
  const { module } = await runnerImport<typeof import('../../src/story/render.tsx')>(
    `${root}src/story/render.tsx`,
    {
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [mdxPlugin()],
      css: { modules: cssModules },
      resolve: { alias: [{ find: /^#(\w+)\//, replacement: `${root}src/$1/` }] },
    },
  );
  const { set, css } = createTypesetter('ka');
  const { languages, renderArticle, renderTeach, renderModel } = module;
  const html = Object.fromEntries(languages.map((language) => [language, renderArticle(language, set)]));
  const teach = Object.fromEntries(languages.map((language) => [language, renderTeach(language, set)]));
  const model = renderModel(set);
  const all = [...Object.values(html), ...Object.values(teach), model].join('');
  const { allWords: words, cardWords, teachWords, modelWords } = module;
  return { html, teach, model, css: css(all), words, cardWords, teachWords, modelWords };
}

/** A page in another language, from the built first page. */
function translated(page: string, first: string, story: MadeStory, language: Language): string {
  const { html, words, cardWords } = story;
  const { title, description } = words[language];
  const card = cardWords(language);
  const site = siteAddress();
  const here = (address: string) => `<link rel="canonical" href="${address}"`;
  const own = site === undefined ? page : page.replace(here(site), here(pageAddress(site, language)));
  const cards: Readonly<Record<string, string>> = {
    'og:description': card.description,
    'twitter:description': card.description,
    'og:image:alt': card.picture,
    'twitter:image:alt': card.picture,
    ...(site !== undefined && { 'og:url': pageAddress(site, language) }),
  };
  return own
    .replace(first, () => html[language] ?? '')
    .replace(`<html lang="${FIRST}"`, `<html lang="${language}"`)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${title}</title>`)
    .replace(/(<meta\s+name="description"\s+content=")[^"]*/, (_, before: string) => before + description)
    .replace(
      /(<meta (?:property|name)="([a-z:]+)" content=")([^"]*)/g,
      (_, before: string, name: string, said: string) => before + (cards[name] ?? said),
    );
}

/** The plugin. */
export function storyPlugin(): Plugin {
  let made: Promise<MadeStory> | undefined;
  const story = () => {
    made ??= makeStory();
    return made;
  };
  return {
    name: 'minima:story',
    enforce: 'post',
    resolveId: (id) => (id === STYLE || id.startsWith(HTML) ? `\0${id}` : undefined),
    async load(id) {
      if (id === `\0${STYLE}`) return (await story()).css;
      if (!id.startsWith(`\0${HTML}`)) return undefined;
      return `export default ${JSON.stringify((await story()).html[id.slice(HTML.length + 1)])};`;
    },
    configureServer(server) {
      const pageAt = async (path: string) => {
        const { teach, teachWords, model, modelWords } = await story();
        const language: Language = path === 'index.de.html' ? 'de' : FIRST;
        const [words, html] =
          path === 'model.html' ? [modelWords, model] : [teachWords[language], teach[language] ?? ''];
        const page = teachPage(DEVELOPED, language, words, html);
        return server.transformIndexHtml('/teach/index.html', page);
      };
      server.middlewares.use((request, response, next) => {
        const path = /^\/teach\/([\w.]*)(?:\?|$)/.exec(request.originalUrl ?? '')?.[1];
        if (path === undefined || (path !== '' && !path.endsWith('.html'))) return next();
        pageAt(path).then((page) => {
          response.setHeader('content-type', 'text/html');
          response.end(page);
        }, next);
      });
    },
    handleHotUpdate({ file }) {
      if (file.includes('/src/story/')) made = undefined;
    },
    transformIndexHtml: {
      order: 'post',
      async handler(page) {
        const { html } = await story();
        return page.replace(SLOT, () => html[FIRST] ?? '');
      },
    },
    async generateBundle(_, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') return;
      const all = await story();
      const source = String(page.source);
      const first = /<div id="article">(.*)<\/div>\s*<div id="root">/s.exec(source)?.[1];
      if (first === undefined) throw new Error('index.html has no place for the article');
      this.emitFile({
        type: 'asset',
        fileName: 'teach/model.html',
        source: teachPage(source, FIRST, all.modelWords, all.model),
      });
      for (const language of Object.keys(all.html) as Language[]) {
        this.emitFile({
          type: 'asset',
          fileName: `teach/${language === FIRST ? 'index' : `index.${language}`}.html`,
          source: teachPage(source, language, all.teachWords[language], all.teach[language] ?? ''),
        });
        if (language === FIRST) continue;
        const text = translated(source, first, all, language);
        this.emitFile({ type: 'asset', fileName: `index.${language}.html`, source: text });
      }
    },
  };
}
