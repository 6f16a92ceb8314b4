// Runs all checks or only the named ones: npm test [-- unit browser]. Each check NAME is the npm script test:NAME.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths';
import { closingLine, countStep, countTests, type Tally, type VitestReport } from './lib/tally';

/** Two rows of checks run at the same time: tests in browsers often wait for pages, and leave time to what is beside them. */
const rows = [
  ['build', 'bundle', 'browser'],
  ['lint', 'types', 'spelling', 'unused', 'format', 'installed', 'unit', 'visual'],
];
const withVitest = new Set(['unit', 'browser', 'visual']);
const needBuild = new Set(['bundle', 'browser', 'visual']);

const named = process.argv.slice(2);
const isAlone = named.length === 1;
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

/** Runs an npm script. Its output is passed on at its end when other scripts run beside it. */
function runScript(name: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const output: Buffer[] = [];
    const child = spawn('npm', ['run', '--silent', `test:${name}`, '--', ...args], {
      cwd: root,
      env,
      shell: process.platform === 'win32',
      stdio: ['ignore', isAlone ? 'inherit' : 'pipe', isAlone ? 'inherit' : 'pipe'],
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
async function check(name: string): Promise<void> {
  const start = performance.now();
  let tally = countStep(false);
  if (needBuild.has(name) && failed.includes('build')) {
    console.log(`\n== ${name} is not run: the build failed`);
  } else {
    const report = `artifacts/test/${name}.json`;
    rmSync(join(root, report), { force: true });
    const args = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const ok = await runScript(name, withVitest.has(name) ? args : []);
    tally = withVitest.has(name) ? countTests(readReport(join(root, report)), ok) : countStep(ok);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`== ${name} ${tally.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  tallies.push(tally);
  if (tally.failed > 0) failed.push(name);
  else if (name === 'build') env.MINIMA_DIST_READY = '1';
}

const unknown = named.filter((name) => !rows.flat().includes(name));
if (unknown.length > 0) {
  console.error(`no such check: ${unknown.join(', ')} (there are ${rows.flat().join(', ')})`);
  process.exit(1);
}
const isChosen = (name: string) => named.length === 0 || named.includes(name);

/** The build, on which checks of the other row wait. */
let built: Promise<void> = Promise.resolve();
await Promise.all(
  rows.map(async (row) => {
    for (const name of row.filter(isChosen)) {
      if (needBuild.has(name)) await built;
      const run = check(name);
      if (name === 'build') built = run;
      await run;
    }
  }),
);

if (failed.length > 0) console.log(`\nfailed: ${failed.join(', ')} (npm test -- ${failed.join(' ')})`);
console.log(`\n${closingLine(tallies)}`);
process.exitCode = failed.length > 0 ? 1 : 0;
