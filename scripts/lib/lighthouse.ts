/** What Lighthouse says about the built site on a telephone, served as a static host would. */
import { createServer } from 'node:net';
import lighthouse, { type RunnerResult } from 'lighthouse';
import { chromium } from 'playwright-core';
import { median } from './bench-parts';
import { findBrowser, launchOptions } from './browser';
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

/** The four scores, out of 100, and what the first of them is made of. */
export interface PageScores {
  readonly path: string;
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly seo: number;
  /** Milliseconds, as simulated for a telephone on a slow network: first and largest paint, blocking time. */
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly blocking: number;
  readonly shift: number;
  /** The longest task of the page's own thread, in milliseconds of this machine. */
  readonly longestTask: number;
  /** The same on the processor: without the time in which others had it. */
  readonly busiestTask: number;
  /** What does not reach the whole score outside performance, as `audit: sentence`. */
  readonly failures: readonly string[];
}

/** A port that nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('this machine gives no free port'));
      });
    });
  });
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

function scoresOf(path: string, result: RunnerResult): PageScores {
  const { lhr, artifacts } = result;
  const { longest, busiest } = longestTasks(artifacts.Trace.traceEvents);
  const score = (id: string) => Math.round(100 * (lhr.categories[id]?.score ?? 0));
  const number = (id: string) => lhr.audits[id]?.numericValue ?? Number.NaN;
  const failures = Object.entries(lhr.categories)
    .filter(([id]) => id !== 'performance')
    .flatMap(([, { auditRefs }]) => auditRefs)
    .filter(({ weight }) => weight > 0)
    .map(({ id }) => lhr.audits[id])
    .filter((audit) => audit && audit.score !== null && audit.score < 1)
    .map((audit) => `${audit?.id}: ${audit?.title}`);
  return {
    path,
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    firstPaint: number('first-contentful-paint'),
    largestPaint: number('largest-contentful-paint'),
    blocking: number('total-blocking-time'),
    shift: number('cumulative-layout-shift'),
    longestTask: longest,
    busiestTask: busiest,
    failures,
  };
}

/** How often each page is opened; others at work make any one visit slower. */
const RUNS = 3;

/** The run in the middle, by its performance. */
function middle(runs: readonly PageScores[]): PageScores | undefined {
  const score = median(runs.map(({ performance }) => performance));
  return runs.find(({ performance }) => performance === score);
}

/**
 * Runs Lighthouse on pages of the built site, as a telephone, one after the other.
 * @param paths below the site's address
 * @param options how often, and what is given the trace and the JSON of each run
 * @throws Error when the site is not built or the browser does not start
 */
export async function measureScores(
  paths: readonly string[],
  {
    runs = RUNS,
    onRun,
  }: { readonly runs?: number; readonly onRun?: (report: string, trace: unknown) => void } = {},
): Promise<PageScores[]> {
  const site = await serveSite({ port: 0, compressed: true });
  const port = await freePort();
  const browser = await chromium.launch({
    ...launchOptions(await findBrowser()),
    args: [...args, `--remote-debugging-port=${port}`],
  });
  const visit = async (path: string) => {
    const result = await lighthouse(site.url + path, { port, output: 'json', logLevel: 'silent' });
    if (!result) throw new Error(`Lighthouse gave no result for ${path}`);
    onRun?.(String(result.report), result.artifacts.Trace);
    return scoresOf(path, result);
  };
  try {
    const scores: PageScores[] = [];
    for (const path of paths) {
      const all: PageScores[] = [];
      for (let k = 0; k < runs; k++) all.push(await visit(path));
      const chosen = middle(all);
      if (chosen) scores.push(chosen);
    }
    return scores;
  } finally {
    await browser.close();
    await site.close();
  }
}
