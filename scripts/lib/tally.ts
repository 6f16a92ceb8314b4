/** How many checks passed and failed. */
export interface Tally {
  passed: number;
  failed: number;
}

/** The part of vitest's JSON report that counts. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  /** One entry for each file; a file that could not be loaded failed without any tests of its own. */
  testResults: { status: string; assertionResults: unknown[] }[];
}

/** Counts a step that is one check. */
export function countStep(ok: boolean): Tally {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

/**
 * Counts the tests of a vitest run. A file that does not load counts as one failure, and so does a run that failed as a
 * whole with no failed test to show for it, or left no report.
 */
export function countTests(report: VitestReport | undefined, ok: boolean): Tally {
  if (!report) return countStep(false);
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + broken;
  return { passed: report.numPassedTests, failed: ok ? failed : Math.max(failed, 1) };
}

/** The line that ends a run; CI reads it. */
export function closingLine(tallies: readonly Tally[]): string {
  const sum = (of: keyof Tally) => tallies.reduce((total, tally) => total + tally[of], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}
