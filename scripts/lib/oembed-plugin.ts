/** Adds to a build what tells other sites how to show it: cards, and a page with an oEmbed answer for every preset. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type HtmlTagDescriptor, type Plugin, runnerImport } from 'vite';
import { languages } from '../../src/story/languages.ts';
import { pageAddress, siteAddress } from './site-address.ts';
import { cardPath } from './social-card.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The figures and what is written about them, which only a build can load. */
async function load() {
  const config = {
    root,
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: [{ find: /^#(\w+)\//, replacement: `${root}src/$1/` }] },
  } as const;
  const [registry, oembed] = await Promise.all([
    runnerImport<typeof import('../../src/figures/registry.ts')>(`${root}src/figures/registry.ts`, config),
    runnerImport<typeof import('./oembed.ts')>(`${root}scripts/lib/oembed.ts`, config),
  ]);
  return { figures: registry.module.figures, ...oembed.module };
}

/** Where the page is, and where in other languages; search engines take only whole addresses. */
function addressTags(site: string | undefined): HtmlTagDescriptor[] {
  if (site === undefined) return [];
  const tag = (attrs: Record<string, string>) => ({ tag: 'link', attrs, injectTo: 'head' }) as const;
  return [
    tag({ rel: 'canonical', href: site }),
    ...languages.map((hreflang) => tag({ rel: 'alternate', hreflang, href: pageAddress(site, hreflang) })),
  ];
}

/** The plugin; it does nothing while developing. */
export function oembedPlugin(): Plugin {
  let loaded: ReturnType<typeof load> | undefined;
  const once = () => {
    loaded ??= load();
    return loaded;
  };
  return {
    name: 'minima:oembed',
    apply: 'build',
    async transformIndexHtml(): Promise<HtmlTagDescriptor[]> {
      const site = siteAddress();
      const { figures, cardTags, siteCard } = await once();
      const [first] = figures;
      if (!first) return [];
      const tags = cardTags(siteCard(first, site)).map(
        ([kind, name, content]): HtmlTagDescriptor => ({
          tag: 'meta',
          attrs: { [kind]: name, content },
          injectTo: 'head',
        }),
      );
      return [...tags, ...addressTags(site)];
    },
    async generateBundle() {
      const { figures, oembedFiles } = await once();
      for (const { id } of figures) {
        if (!existsSync(`${root}public/${cardPath(id)}`)) {
          this.warn(`the figure ${id} has no picture for cards: make it with npm run pictures`);
        }
      }
      for (const { path, text } of oembedFiles(figures, siteAddress())) {
        this.emitFile({ type: 'asset', fileName: path, source: text });
      }
    },
  };
}
