/** `npm run screenshot -- --help`: takes pictures of figures. */
import { messageLine } from './lib/message';
import type { Chromium } from './lib/screenshot/chromium';
import { exitCodes } from './lib/screenshot/exit';
import { siteAddress } from './lib/site-address';

/** Where the site is published; a wrong address ends the command before it begins. */
function publishedAt(): string | undefined {
  try {
    return siteAddress();
  } catch (error) {
    console.error(messageLine(error));
    process.exit(exitCodes.usage);
  }
}

const interrupt = new AbortController();
let signals = 0;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupt.abort();
    // Whoever asks twice does not want to wait.
    if (++signals > 1) process.exit(exitCodes.interrupted);
  });
}

/** Words after which no picture is taken. */
const words: readonly string[] = ['--help', '-h', '--list'];

/**
 * The browser starts while the figures are loaded: both take a while, and most commands are understood. Whether it starts
 * is asked when it is needed.
 */
async function startEarly(): Promise<Chromium | undefined> {
  if (process.argv.length < 3 || process.argv.some((word) => words.includes(word))) return undefined;
  const { startAtHand } = await import('./lib/screenshot/chromium');
  return startAtHand();
}

const site = publishedAt();
const early = startEarly();
early.catch(() => {});
const [{ figures }, { runCommand }] = await Promise.all([
  import('./lib/figures'),
  import('./lib/screenshot/run'),
]);

const code = await runCommand(process.argv.slice(2), {
  figures,
  site,
  // npm runs commands in the folder of the package; paths are meant from where it was called.
  folder: process.env.INIT_CWD ?? process.cwd(),
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
  signal: interrupt.signal,
  async build() {
    console.log('The site is not built, or older than its sources: building it first ...');
    const { buildSite } = await import('./lib/site');
    await buildSite();
  },
  async openStudio(site) {
    const { openStudio } = await import('./lib/screenshot/studio');
    return openStudio(site, early);
  },
});
// Where it was not needed.
await early.then(
  (browser) => browser?.close(),
  () => {},
);
process.exit(code);
