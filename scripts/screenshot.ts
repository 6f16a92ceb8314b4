/** `npm run screenshot -- --help`: takes pictures of figures. */
import { messageLine } from './lib/message';
import { exitCodes, Failure } from './lib/screenshot/failure';
import { siteAddress } from './lib/site-address';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    console.error('Interrupted; no file was written.');
    // Playwright ends the browser with this process.
    process.exit(exitCodes.interrupted);
  });
}

// Loaded now that an interruption is heard.
const [{ CommanderError }, { figures }, { openRenderer }, { runCommand }, site] = await Promise.all([
  import('commander'),
  import('./lib/figures'),
  import('./lib/screenshot/renderer'),
  import('./lib/screenshot/run'),
  import('./lib/site'),
]);

function exitCodeOf(error: unknown): number {
  if (error instanceof Failure) return error.code;
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage;
  return 1;
}

/** Where the site is published. */
function publishedSite(): string | undefined {
  try {
    return siteAddress();
  } catch (error) {
    throw new Failure(exitCodes.usage, messageLine(error));
  }
}

try {
  await runCommand(process.argv.slice(2), {
    figures,
    site: publishedSite(),
    // npm runs commands in the folder of the package; paths are meant from where it was called.
    folder: process.env.INIT_CWD ?? process.cwd(),
    async build() {
      if (process.env.MINIMA_DIST_READY === '1' || site.siteIsFresh()) return;
      console.log('The site is not built, or older than its sources: building it first ...');
      await site.buildSite();
    },
    openRenderer,
    log: (line) => console.log(line),
    logError: (line) => console.error(line),
  });
  process.exit(0);
} catch (error) {
  const code = exitCodeOf(error);
  if (code !== 0) console.error(error instanceof CommanderError ? error.message : messageLine(error));
  process.exit(code);
}
