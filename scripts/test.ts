// Runs all checks or only the named ones: npm test [-- unit browser]. Each check NAME is the npm script test:NAME.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths';
import { closingLine, countStep, countTests, type Tally, type VitestReport } from './lib/tally';

/** Checks that run at the same time, one on each of two cores; the longest first. */
const together = ['build', 'lint', 'spelling', 'types', 'unused', 'format', 'installed'];
/** Checks that use all cores themselves, one after another. */
const oneByOne = ['bundle', 'unit', 'browser', 'visual'];
const withVitest = new Set(['unit', 'browser', 'visual']);
const needBuild = new Set(['bundle', 'browser', 'visual']);

const env = { ...process.env };
delete env.MINIMA_DIST_READY;
const failed: string[] = [];
const tallies: Tally[] = [];

function readReport(path: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as VitestReport;
  } catch {
    return undefined;
  }
}

/** Runs an npm script. Its output is passed on as it comes, or at its end when other scripts run beside it. */
function runScript(name: string, args: readonly string[], live: boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const output: Buffer[] = [];
    const child = spawn('npm', ['run', '--silent', `test:${name}`, '--', ...args], {
      cwd: root,
      env,
      shell: process.platform === 'win32',
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
    });
    child.stdout?.on('data', (part: Buffer) => output.push(part));
    child.stderr?.on('data', (part: Buffer) => output.push(part));
    child.on('error', () => resolve(false));
    child.on('close', (code) => {
      if (output.length > 0) console.log(`\n== ${name}\n${Buffer.concat(output).toString().trimEnd()}`);
      resolve(code === 0);
    });
  });
}

/** Runs one check and counts it: each of vitest's tests, or 1 for any other command. */
async function check(name: string, live: boolean): Promise<void> {
  const start = performance.now();
  let tally = countStep(false);
  if (needBuild.has(name) && failed.includes('build')) {
    console.log(`\n== ${name} is not run: the build failed`);
  } else {
    if (live) console.log(`\n== ${name}`);
    const report = `artifacts/test/${name}.json`;
    rmSync(join(root, report), { force: true });
    const args = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const ok = await runScript(name, withVitest.has(name) ? args : [], live);
    tally = withVitest.has(name) ? countTests(readReport(join(root, report)), ok) : countStep(ok);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`== ${name} ${tally.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  tallies.push(tally);
  if (tally.failed > 0) failed.push(name);
  else if (name === 'build') env.MINIMA_DIST_READY = '1';
}

const named = process.argv.slice(2);
const unknown = named.filter((name) => ![...together, ...oneByOne].includes(name));
if (unknown.length > 0) {
  console.error(`no such check: ${unknown.join(', ')} (there are ${[...together, ...oneByOne].join(', ')})`);
  process.exit(1);
}
const isChosen = (name: string) => named.length === 0 || named.includes(name);

const queue = together.filter(isChosen);
const worker = async () => {
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) await check(name, false);
};
await Promise.all([worker(), worker()]);
for (const name of oneByOne.filter(isChosen)) await check(name, true);

if (failed.length > 0) console.log(`\nfailed: ${failed.join(', ')} (npm test -- ${failed.join(' ')})`);
console.log(`\n${closingLine(tallies)}`);
process.exitCode = failed.length > 0 ? 1 : 0;
