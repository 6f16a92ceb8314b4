/** The texts of the article (MDX) as modules. */
import mdx from '@mdx-js/rollup';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import type { Plugin } from 'vite';
import { remarkTex } from './remark-tex.ts';

/** The plugin; the article is made of these at build and never loaded as a script. */
export function mdxPlugin(): Plugin {
  return {
    enforce: 'pre',
    ...mdx({ development: false, remarkPlugins: [remarkGfm, remarkMath, remarkTex] }),
  } as Plugin;
}
