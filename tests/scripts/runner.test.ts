import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { messageLine } from '../../scripts/lib/message';
import { root } from '../../scripts/lib/paths';
import { closingLine, countTests, type VitestReport } from '../../scripts/lib/tally';

const report = (rest: Partial<VitestReport> = {}): VitestReport => ({
  numPassedTests: 5,
  numFailedTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{}, {}, {}, {}, {}] }],
  ...rest,
});

describe('the count of tests', () => {
  it('is vitest’s own when all is well', () => {
    expect(countTests(report(), true)).toEqual({ passed: 5, failed: 0 });
  });

  it('has a failure for each file that does not load', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
    ];
    expect(countTests(report({ numFailedTests: 1, testResults }), false)).toEqual({ passed: 5, failed: 2 });
  });

  it('has one when the run failed outside its tests, or left no report', () => {
    expect(countTests(report(), false)).toEqual({ passed: 5, failed: 1 });
    expect(countTests(undefined, true)).toEqual({ passed: 0, failed: 1 });
  });

  it('is closed with one plain line', () => {
    const tallies = [
      { passed: 5, failed: 1 },
      { passed: 1, failed: 0 },
    ];
    expect(closingLine(tallies)).toBe('6 passed, 1 failed');
  });
});

it('the runner knows its checks, each of which is an npm script', async () => {
  const args = ['--import', 'tsx', 'scripts/test.ts', 'unit', 'units'];
  const run = promisify(execFile)(process.execPath, args, { cwd: root });
  const { code, stderr } = (await run.catch((error: unknown) => error)) as { code: number; stderr: string };
  expect(code).toBe(1);
  const [, known = ''] = /^no such check: units \(there are (.*)\)$/.exec(stderr.trim()) ?? [];
  const scripts = Object.keys(manifest.scripts).filter((name) => name.startsWith('test:'));
  expect(known.split(', ').sort()).toEqual(scripts.map((name) => name.slice(5)).sort());
});

it('an error is told in one line that says something, without colours', () => {
  const message = `Build failed with 1 error:\n\n\u001b[31m[UNRESOLVED_IMPORT] no ./gone\u001b[0m\n  at main.tsx`;
  expect(messageLine(new Error(message))).toBe('[UNRESOLVED_IMPORT] no ./gone');
  expect(messageLine('just words')).toBe('just words');
  expect(messageLine(new Error(''))).toBe('it failed without saying why');
});
