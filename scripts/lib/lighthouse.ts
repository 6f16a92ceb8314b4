/** What Lighthouse says about the built site on a telephone, served as a static host would. */
import lighthouse, { type RunnerResult } from 'lighthouse';
import { launchBrowser } from './browser';
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
/** Where Lighthouse reaches the browser. */
const DEBUGGING_PORT = 9333;

/**
 * Runs Lighthouse on pages of the built site, as a telephone, one after the other; of each page the run in the middle by its
 * performance.
 *
 * @param paths below the site's address
 * @throws Error when the site is not built or the browser does not start
 */
export async function measureScores(paths: readonly string[]): Promise<PageScores[]> {
  const site = await serveSite({ port: 0, compressed: true });
  const browser = await launchBrowser({ args: [...args, `--remote-debugging-port=${DEBUGGING_PORT}`] });
  try {
    const scores: PageScores[] = [];
    for (const path of paths) {
      const runs: PageScores[] = [];
      for (let k = 0; k < RUNS; k++) {
        const flags = { port: DEBUGGING_PORT, output: 'json', logLevel: 'silent' } as const;
        const result = await lighthouse(site.url + path, flags);
        if (!result) throw new Error(`Lighthouse gave no result for ${path}`);
        runs.push(scoresOf(path, result));
      }
      runs.sort((a, b) => a.performance - b.performance);
      scores.push(...runs.slice((RUNS - 1) / 2, (RUNS + 1) / 2));
    }
    return scores;
  } finally {
    await browser.close();
    await site.close();
  }
}
