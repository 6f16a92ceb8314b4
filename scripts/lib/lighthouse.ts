/** What Lighthouse says about the built site on a telephone, served as a static host would. */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import lighthouse, { type RunnerResult } from 'lighthouse';
import type { Plugin } from 'vite';
import { type Figures, figure } from './bench-time';
import { launchBrowser } from './browser';
import { root } from './paths';
import { serveSite } from './serve';

/**
 * As readers have it, but that WebGL is drawn without a graphics card. With the switches of `launchOptions`, for pictures
 * that are the same everywhere, the page would wait for each frame to be copied back.
 */
const args = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** What hosts compress; pictures and typefaces are compressed already. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.txt': 'text/plain',
};

/** Sends text compressed, as static hosts do; Vite's own server sends it as it is. */
const compress: Plugin = {
  name: 'minima:compress',
  configurePreviewServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const file = join(root, 'dist', pathname.replace(/\/$/, '/index.html'));
      const type = types[extname(file)];
      if (type === undefined || !existsSync(file)) return next();
      const headers = { 'content-type': type, 'content-encoding': 'gzip', 'cache-control': 'max-age=600' };
      response.writeHead(200, headers).end(gzipSync(readFileSync(file)));
    });
  },
};

/** The four scores, out of 100, and what the first of them is made of. */
interface PageScores {
  readonly figures: Figures;
  readonly performance: number;
  /** What does not reach the whole score outside performance, as `audit: sentence`. */
  readonly failures: readonly string[];
}

/** What counts of a trace. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: unknown;
}

/** The longest task of the page's own thread, by the clock and on the processor, in milliseconds. */
function longestTasks(events: readonly TraceEvent[]): { readonly longest: number; readonly busiest: number } {
  const thread = (event: TraceEvent) => `${event.pid}:${event.tid}`;
  const evaluated = new Map<string, number>();
  for (const event of events) {
    if (event.name !== 'EvaluateScript' && event.name !== 'v8.evaluateModule') continue;
    evaluated.set(thread(event), (evaluated.get(thread(event)) ?? 0) + 1);
  }
  // The page's thread runs all of its files, a worker's one.
  const [main] = [...evaluated].sort((a, b) => b[1] - a[1])[0] ?? [];
  const tasks = events.filter((event) => /\bRunTask$/.test(event.name) && thread(event) === main);
  const most = (of: (event: TraceEvent) => number | undefined) =>
    tasks.reduce((max, event) => Math.max(max, (of(event) ?? 0) / 1000), 0);
  return { longest: most(({ dur }) => dur), busiest: most(({ tdur }) => tdur) };
}

function scoresOf({ lhr, artifacts }: RunnerResult): PageScores {
  const { longest, busiest } = longestTasks(artifacts.Trace.traceEvents);
  const score = (id: string) => Math.round(100 * (lhr.categories[id]?.score ?? 0));
  const audit = (id: string, goal: number) => figure(lhr.audits[id]?.numericValue ?? Number.NaN, goal);
  const failures = Object.entries(lhr.categories)
    .filter(([id]) => id !== 'performance')
    .flatMap(([, { auditRefs }]) => auditRefs)
    .filter(({ weight }) => weight > 0)
    .map(({ id }) => lhr.audits[id])
    .flatMap((one) => (one && one.score !== null && one.score < 1 ? [`${one.id}: ${one.title}`] : []));
  return {
    figures: {
      performance: figure(score('performance'), 90),
      accessibility: figure(score('accessibility'), 100),
      'best practices': figure(score('best-practices'), 100),
      'search engines': figure(score('seo'), 100),
      'first paint, simulated (ms)': audit('first-contentful-paint', 1800),
      'largest paint, simulated (ms)': audit('largest-contentful-paint', 2500),
      'blocking time, simulated (ms)': audit('total-blocking-time', 200),
      'layout shift': audit('cumulative-layout-shift', 0),
      'longest task here (ms)': figure(longest, 100),
      'busiest task, on the processor (ms)': figure(busiest, 100),
    },
    performance: score('performance'),
    failures,
  };
}

/** Where Lighthouse reaches the browser. */
const DEBUGGING_PORT = 9333;

/**
 * Runs Lighthouse three times on a page of the built site, as a telephone: others at work make any one visit slower.
 *
 * @param path below the site's address
 * @returns the run in the middle by its performance
 * @throws Error when the site is not built or the browser does not start
 */
export async function measureScores(path: string): Promise<PageScores> {
  const site = await serveSite({ port: 0, plugins: [compress] });
  const browser = await launchBrowser({ args: [...args, `--remote-debugging-port=${DEBUGGING_PORT}`] });
  try {
    const runs: PageScores[] = [];
    for (let k = 0; k < 3; k++) {
      const flags = { port: DEBUGGING_PORT, output: 'json', logLevel: 'silent' } as const;
      const result = await lighthouse(site.url + path, flags);
      if (!result) throw new Error(`Lighthouse gave no result for ${path}`);
      runs.push(scoresOf(result));
    }
    const [, middle] = runs.sort((a, b) => a.performance - b.performance);
    if (!middle) throw new Error('unreachable');
    return middle;
  } finally {
    await browser.close();
    await site.close();
  }
}
