/** One part of `npm test`. */
export interface Step {
  name: string;
  /** What it does, for the heading. */
  title: string;
  /** The package whose command is run, the command, and what follows it. */
  command: readonly [packageName: string, command: string, ...args: string[]];
  /** Counts each of its tests, not the step as one. */
  vitest?: boolean;
  /** Needs the built site: it is not run after a build that failed. */
  needsBuild?: boolean;
  needsBrowser?: boolean;
}

/** Where a vitest step leaves its report, below the root. */
export function reportPath(name: string): string {
  return `artifacts/test/${name}.json`;
}

function vitest(name: string): Pick<Step, 'name' | 'command' | 'vitest'> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath(name)}`];
  return { name, vitest: true, command: ['vitest', 'vitest', 'run', '--project', name, ...reporters] };
}

const typeAware = ['--type-aware', '--deny-warnings', '--report-unused-disable-directives'];

/** Everything that `npm test` runs, in this order: what is quick and finds much comes first. */
const steps: readonly Step[] = [
  {
    name: 'format',
    title: 'format, style and layers',
    command: ['@biomejs/biome', 'biome', 'check', '.'],
  },
  {
    name: 'lint',
    title: 'lint that knows types',
    command: ['oxlint', 'oxlint', ...typeAware, 'src', 'tests', 'scripts'],
  },
  {
    name: 'spelling',
    title: 'spelling of all texts',
    command: ['cspell', 'cspell', 'lint', '--no-progress', '--no-must-find-files'],
  },
  { name: 'types', title: 'types', command: ['typescript', 'tsc'] },
  {
    name: 'unused',
    title: 'unused files, exports and packages',
    command: ['knip', 'knip', '--no-progress'],
  },
  { ...vitest('unit'), title: 'tests without a browser' },
  { name: 'build', title: 'build', command: ['vite', 'vite', 'build'] },
  {
    name: 'bundle',
    title: 'size of the built site',
    command: ['tsx', 'tsx', 'scripts/bundle.ts'],
    needsBuild: true,
  },
  { ...vitest('browser'), title: 'tests in a browser', needsBuild: true, needsBrowser: true },
  { ...vitest('visual'), title: 'pictures', needsBuild: true, needsBrowser: true },
];

/**
 * The steps with these names, in the order they run in; all of them if none is named.
 *
 * @throws Error when a name is not a step's.
 */
export function chooseSteps(names: readonly string[]): readonly Step[] {
  const known = steps.map((step) => step.name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`no such step: ${unknown.join(', ')} (there are ${known.join(', ')})`);
  }
  return names.length === 0 ? steps : steps.filter((step) => names.includes(step.name));
}
