import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import manifest from './package.json' with { type: 'json' };
import { elementPlugin } from './scripts/lib/element-plugin.ts';
import { formulasPlugin } from './scripts/lib/formulas.ts';
import { mdxPlugin } from './scripts/lib/mdx-plugin.ts';
import { oembedPlugin } from './scripts/lib/oembed-plugin.ts';
import { storyPlugin } from './scripts/lib/story-plugin.ts';
import { cssModules } from './scripts/lib/style-names.ts';
import { themePlugin } from './scripts/lib/theme-plugin.ts';

const src = fileURLToPath(new URL('./src/', import.meta.url));

/** One vitest project per kind of test; only `unit` runs without a browser and without a build. */
function project(name: string, include: string[], browser: boolean) {
  return {
    extends: true as const,
    test: {
      name,
      include,
      environment: 'node' as const,
      ...(!browser && {
        css: { include: /\.module\.css$/, modules: { classNameStrategy: 'scoped' as const } },
        setupFiles: ['tests/support/properties.ts'],
        // Files share their modules, which most of the time of a run would go to otherwise; what a test stubs, it puts back.
        pool: 'threads' as const,
        isolate: false,
        // Machines are busy at times; a test that hangs is still found.
        testTimeout: 60_000,
      }),
      ...(browser && {
        globalSetup: ['tests/support/site.ts'],
        setupFiles: ['tests/support/close-pages.ts'],
        // Files share their modules and one connection to the browser.
        pool: 'threads' as const,
        isolate: false,
        // Scenes are drawn where a test looks at them: see `Drawing`.
        provide: { drawing: name === 'visual' ? ('smooth' as const) : ('none' as const) },
        // Pages wait for workers and for each other's frames: two at a time take two thirds of the time on two cores. Pictures
        // are taken one after the other.
        maxWorkers: name === 'browser' ? 2 : 1,
        testTimeout: 90_000,
        hookTimeout: 120_000,
      }),
    },
  };
}

export default defineConfig({
  // A relative base: the built page works from any sub-path of any static host.
  base: './',
  plugins: [
    mdxPlugin(),
    react(),
    themePlugin(),
    formulasPlugin(),
    storyPlugin(),
    elementPlugin(),
    oembedPlugin(),
  ],
  css: { modules: cssModules },
  define: { 'import.meta.env.SITE_VERSION': JSON.stringify(manifest.version) },
  resolve: {
    alias: [
      { find: /^#(\w+)\//, replacement: `${src}$1/` },
      // The package names a file without named exports to Node, in which unit tests run.
      { find: /^gifenc$/, replacement: 'gifenc/dist/gifenc.esm.js' },
    ],
  },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1000,
    // Browsers that do not preload modules load them when they are imported.
    modulePreload: { polyfill: false },
    // A typeface inside a style sheet would be loaded by all who never see it, and a strict font-src forbids it.
    assetsInlineLimit: (path) => (path.endsWith('.woff2') ? false : undefined),
    rolldownOptions: {
      input: ['index.html', 'embed.html'],
      // What all plots and all figures of neurons need is a file each, not ten: that is a kilobyte less for an embed.
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            // Neurons of one input need no surfaces, nor does the slider.
            { name: 'epsilon', test: /src\/pair\/(?:epsilon-|playback).*\.tsx?$/ },
            {
              name: 'state',
              test: /src\/state\/(?:animation|codec|figure-store|hash-binding|motion|number-text|schema|slider-scale)\.ts$/,
            },
            {
              name: 'figure-page',
              test: /src\/app\/(?:box|mounted-figure|notices|one-figure|stored-figures|tools)\.tsx?$/,
            },
            {
              name: 'controls',
              test: /src\/ui\/(?:camera|choice|download|figure-description|figure-root|figure-title|figure-toolbar|live|number-control|pace|settle|undo-keys|gestures|legend|preset-picker|readout|segments|source|svg|symbols?|use-handle|use-player)\.tsx?$/,
            },
            { name: 'neurons', test: /src\/pair\/(?!odometer|pair-on-line|epsilon-|playback).*\.tsx?$/ },
            {
              name: 'plots',
              test: /src\/plot\/(?:axes|draw-plot|drawing-size|frame|labels|line|patch|path|plot|points|rule|scale|style|text|ticks)\.tsx?$/,
            },
          ],
        },
      },
    },
  },
  test: {
    projects: [
      project(
        'unit',
        [
          'tests/{math,workers,state,scene,ui,plot,pair,landscape,figures,export,share,host,talk,story,languages,app,scripts}/**/*.test.{ts,tsx}',
        ],
        false,
      ),
      project('browser', ['tests/e2e/**/*.test.ts'], true),
      project('visual', ['tests/visual/**/*.test.ts'], true),
    ],
  },
});
