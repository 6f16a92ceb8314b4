/** Builds the custom element for pages around into one file of its own, beside the page. */
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const entry = fileURLToPath(new URL('../../src/host/element.ts', import.meta.url));

/** A fixed name at the site's root: other people's pages have it in their HTML. */
const FILE = 'minima-at-infinity.js';

/** Bundles the element by itself: it shares no file with the page, so that one request is enough. */
async function elementCode(): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: entry, output: { entryFileNames: FILE, format: 'es' } },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error(`${FILE} could not be built`);
  return chunk.code;
}

/** Adds the element's file to the built site, and serves it while developing. */
export function elementPlugin(): Plugin {
  return {
    name: 'minima:element',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (request.url?.split('?')[0] === `/${FILE}`) request.url = '/src/host/element.ts';
        next();
      });
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: FILE, source: await elementCode() });
    },
  };
}
