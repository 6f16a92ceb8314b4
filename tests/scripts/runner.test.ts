import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { missingPackages } from '../../scripts/lib/installed';
import { messageLine } from '../../scripts/lib/message';
import { chooseSteps } from '../../scripts/lib/steps';
import { closingLine, countTests, total, type VitestReport } from '../../scripts/lib/tally';

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
    expect(closingLine(total(tallies))).toBe('6 passed, 1 failed');
  });
});

describe('the steps', () => {
  it('are all run when none is named, the pictures last', () => {
    expect(chooseSteps([]).map((step) => step.name)).toEqual([
      'format',
      'lint',
      'spelling',
      'types',
      'unused',
      'unit',
      'build',
      'bundle',
      'browser',
      'visual',
    ]);
  });

  it('keep their order when some are named', () => {
    expect(chooseSteps(['browser', 'unit']).map((step) => step.name)).toEqual(['unit', 'browser']);
  });

  it('are named right', () => {
    expect(() => chooseSteps(['unit', 'units'])).toThrow('no such step: units (there are format, lint,');
  });
});

it('packages that are missing or not as locked are found before anything runs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'installed-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = (path: string, value: object) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), JSON.stringify(value));
  };
  write('package.json', { dependencies: { three: '^1', zustand: '^5' }, devDependencies: { '@x/y': '^2' } });
  write('package-lock.json', {
    packages: {
      'node_modules/three': { version: '1.2.0' },
      'node_modules/zustand': { version: '5.1.0' },
      'node_modules/@x/y': { version: '2.0.0' },
    },
  });
  write('node_modules/three/package.json', { version: '1.1.0' });
  write('node_modules/@x/y/package.json', { version: '2.0.0' });
  expect(missingPackages(folder)).toEqual(['three', 'zustand']);
});

it('an error is told in one line that says something, without colours', () => {
  const message = `Build failed with 1 error:\n\n\u001b[31m[UNRESOLVED_IMPORT] no ./gone\u001b[0m\n  at main.tsx`;
  expect(messageLine(new Error(message))).toBe('[UNRESOLVED_IMPORT] no ./gone');
  expect(messageLine('just words')).toBe('just words');
  expect(messageLine(new Error(''))).toBe('it failed without saying why');
});
