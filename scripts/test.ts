// Runs all checks one after another, or only the named ones: npm test [-- unit browser].
import { missingPackages } from './lib/installed';
import { messageLine } from './lib/message';
import { root } from './lib/paths';
import { runStep } from './lib/run-step';
import { chooseSteps, type Step } from './lib/steps';
import { closingLine, countStep, type Tally, total } from './lib/tally';

/** What the steps so far have left for those that follow. */
interface Progress {
  env: NodeJS.ProcessEnv;
  built?: boolean;
  /** Why there is no browser, once that is known. */
  noBrowser?: string;
}

/** Finds the browser once for all steps; a child process is told it through CHROME_PATH. */
async function prepareBrowser(progress: Progress): Promise<void> {
  if (progress.env.MINIMA_BROWSER_FOUND || progress.noBrowser) return;
  console.log('\n== browser to test with');
  try {
    const { findBrowser } = await import('./lib/browser');
    const { executablePath, origin, version } = await findBrowser();
    console.log(`${version || executablePath} (${origin})`);
    Object.assign(progress.env, { CHROME_PATH: executablePath, MINIMA_BROWSER_FOUND: '1' });
  } catch (error) {
    progress.noBrowser = messageLine(error);
  }
}

/** Why a step cannot run, or undefined if it can. */
function obstacle(step: Step, { built, noBrowser }: Progress): string | undefined {
  if (step.needsBuild && built === false) return 'the build failed';
  return step.needsBrowser ? noBrowser : undefined;
}

async function perform(step: Step, progress: Progress): Promise<Tally> {
  if (step.needsBrowser && progress.built !== false) await prepareBrowser(progress);
  console.log(`\n== ${step.name}: ${step.title}`);
  const why = obstacle(step, progress);
  if (why !== undefined) {
    console.log(`not run: ${why}`);
    return countStep(false);
  }
  const start = performance.now();
  const tally = await runStep(step, progress.env);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`== ${step.name} ${tally.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  if (step.name === 'build') {
    progress.built = tally.failed === 0;
    if (progress.built) progress.env.MINIMA_DIST_READY = '1';
  }
  return tally;
}

async function test(names: readonly string[]): Promise<void> {
  const missing = missingPackages(root);
  if (missing.length > 0)
    throw new Error(`run npm ci first: not installed as locked are ${missing.join(', ')}`);
  const chosen = chooseSteps(names);
  const { MINIMA_DIST_READY: _stale, MINIMA_BROWSER_FOUND: _old, ...env } = process.env;
  const progress: Progress = { env };
  const failed: string[] = [];
  const tallies: Tally[] = [];
  for (const step of chosen) {
    const tally = await perform(step, progress);
    tallies.push(tally);
    if (tally.failed > 0) failed.push(step.name);
  }
  if (failed.length > 0) console.log(`\nfailed: ${failed.join(', ')} (npm test -- ${failed.join(' ')})`);
  console.log(`\n${closingLine(total(tallies))}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

test(process.argv.slice(2)).catch((error: unknown) => {
  console.error(messageLine(error));
  process.exitCode = 1;
});
