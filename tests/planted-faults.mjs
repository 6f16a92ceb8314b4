/**
 * Breaks the code in twenty-five ways, one after another, in a clone of its own, and says which test finds each:
 *   node tests/planted-faults.mjs [--unit] [NAME ...]
 * Unit tests of the layer run first; tests in a browser only where these find nothing (with --unit, not at all).
 * Takes the last commit, not what is changed since.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * @typedef {object} Fault
 * @property {string} name
 * @property {string} file below the root
 * @property {string} right what stands there, once
 * @property {string} wrong what is put in its place
 * @property {string[]} unit folders or files of unit tests
 * @property {string[]} [browser] files of browser tests
 * @property {string[]} [visual] files of picture tests
 */

/** @type {readonly Fault[]} */
const faults = [
  {
    name: 'math: Taylor term of the pair',
    file: 'src/math/pair/pair.ts',
    right: 'a * q * (s1 + (h / 3) * s3);',
    wrong: 'a * q * (s1 + (h / 2) * s3);',
    unit: ['tests/math/pair'],
  },
  {
    name: 'math: curvature along the channel',
    file: 'src/math/channel/channel-laws.ts',
    right: '(12 * h * epsilon ** 4)',
    wrong: '(6 * h * epsilon ** 4)',
    unit: ['tests/math/channel', 'tests/math/ride'],
  },
  {
    name: 'math: h of the problem with four parameters',
    file: 'src/math/toy/toy-limit.ts',
    right: '(gradient[EPSILON] as number) / (2 * epsilon)',
    wrong: '(gradient[EPSILON] as number) / epsilon',
    unit: ['tests/math/toy'],
  },
  {
    name: 'math: bias correction of Adam',
    file: 'src/math/numerics/optimizers.ts',
    right: 'const correct2 = 1 - beta2 ** (step + 1);',
    wrong: 'const correct2 = 1 - beta2 ** (step + 2);',
    unit: ['tests/math/numerics'],
  },
  {
    name: 'math: interval of a share',
    file: 'src/math/numerics/wilson.ts',
    right: '(Z * Z) / (4 * count * count)',
    wrong: '(Z * Z) / (4 * count)',
    unit: ['tests/math/census'],
  },
  {
    name: 'math: classes of a census swapped',
    file: 'src/math/grouping/classify.ts',
    right: "(single ? 'channel' : 'other')",
    wrong: "(single ? 'other' : 'channel')",
    unit: ['tests/math/census', 'tests/math/grouping/classify.test.ts'],
  },
  {
    name: 'math: signs of a pair along a run',
    file: 'src/math/census/follow.ts',
    right: 'activation.odd ? againstTheFirst(shape, last, groups) : []',
    wrong: '[]',
    unit: ['tests/math/census'],
  },
  {
    name: 'census: a resumed order trains again what is there',
    file: 'src/figures/census/session.ts',
    right: 'seeds.filter((seed) => !known.has(recordKey({ ...settings, seed })))',
    wrong: 'seeds.filter(() => known.size >= 0)',
    unit: ['tests/figures/census'],
  },
  {
    name: 'census: a run that comes twice is counted twice',
    file: 'src/figures/census/session.ts',
    right: 'own: withoutDoubles([...api.getState().own, { ...order.settings, ...run }]),',
    wrong: 'own: [...api.getState().own, { ...order.settings, ...run }],',
    unit: ['tests/figures/census'],
  },
  {
    name: 'workers: a cancelled job goes on',
    file: 'src/workers/client.ts',
    right: "worker?.post({ type: 'cancel', id });",
    wrong: '',
    unit: ['tests/workers/client.test.ts', 'tests/workers/host.test.ts'],
  },
  {
    name: 'workers: mini-batches are not shuffled by the seed',
    file: 'src/workers/run-job.ts',
    right: 'const random = createRandom(request.seed);',
    wrong: 'const random = createRandom(1);',
    unit: ['tests/workers/run-job.test.ts'],
    browser: ['tests/e2e/landscape.test.ts'],
  },
  {
    name: 'state: plus signs of a link',
    file: 'src/state/codec.ts',
    right: ".replaceAll('+', '%2B')",
    wrong: '',
    unit: ['tests/state'],
  },
  {
    name: 'state: undo keeps what could be redone after a new change',
    file: 'src/state/figure-store.ts',
    right: `if (past.length > HISTORY_LIMIT) past.shift();
        future.length = 0;`,
    wrong: 'if (past.length > HISTORY_LIMIT) past.shift();',
    unit: ['tests/state'],
    browser: ['tests/e2e/pair-sliders.test.ts'],
  },
  {
    name: 'state: digits of a number box',
    file: 'src/state/number-text.ts',
    right: 'localNumber(String(Number(value.toPrecision(6)) + 0))',
    wrong: 'localNumber(String(Number(value.toPrecision(4)) + 0))',
    unit: ['tests/state', 'tests/app'],
  },
  {
    name: 'scene: axes on the far edges',
    file: 'src/scene/axes.ts',
    right: 'const near2 = Math.cos(azimuth) >= 0 ? -1 : 1;',
    wrong: 'const near2 = Math.cos(azimuth) >= 0 ? 1 : -1;',
    unit: ['tests/scene'],
  },
  {
    name: 'scene: no frame after a change',
    file: 'src/scene/scene-view.tsx',
    right: 'useGestureFrames(store);',
    wrong: '',
    unit: ['tests/scene'],
    browser: ['tests/e2e/pair-playback.test.ts'],
    visual: ['tests/visual/pair.test.ts'],
  },
  {
    name: 'ui: Escape in a number box',
    file: 'src/ui/number-control.tsx',
    right: "if (event.key === 'Escape') show();",
    wrong: "if (event.key === 'Escape') read();",
    unit: ['tests/ui', 'tests/app'],
  },
  {
    name: 'ui: the dead zone of a slider before zero',
    file: 'src/ui/handle.ts',
    right: 'valueAt(parameter, stepPosition(parameter, turn(from), turn(to)))',
    wrong: 'valueAt(parameter, turn(to))',
    unit: ['tests/ui', 'tests/figures/pair'],
    browser: ['tests/e2e/pair-sliders.test.ts'],
  },
  {
    name: 'plot: decimals of ticks',
    file: 'src/plot/ticks.ts',
    right: '-Math.floor(Math.log10(step) + 1e-9)',
    wrong: '-Math.ceil(Math.log10(step) + 1e-9)',
    unit: ['tests/plot'],
  },
  {
    name: 'plot: infinity on the wrong side of an axis',
    file: 'src/plot/scale.ts',
    right: 'to + Math.sign(to - from) * LIMIT_GAP',
    wrong: 'from - Math.sign(to - from) * LIMIT_GAP',
    unit: ['tests/plot', 'tests/figures'],
  },
  {
    name: 'figures: a_i - a_j of the wrong sign is taken',
    file: 'src/figures/pair/handles.ts',
    right: 'Math.sign(number) !== Math.sign(a)',
    wrong: 'Math.sign(number) === 0',
    unit: ['tests/figures/pair', 'tests/app'],
  },
  {
    name: 'figures: gamma of the floor, for the other neuron',
    file: 'src/figures/duo/floor.ts',
    right: 'road.i === network.neuron ? gap : -gap',
    wrong: 'road.i === network.neuron ? -gap : gap',
    unit: ['tests/figures/duo'],
    browser: ['tests/e2e/duo.test.ts'],
  },
  {
    name: 'story: the answers of a question are all right',
    file: 'src/story/parts/predict/predict.tsx',
    right: "data-right={right ? '' : undefined}",
    wrong: 'data-right=""',
    unit: ['tests/story'],
    browser: ['tests/e2e/article-predict.test.ts'],
  },
  {
    name: 'export: the layout of an export of twice the size',
    file: 'src/export/plan.ts',
    right: 'width: width / scale,',
    wrong: 'width,',
    unit: ['tests/export'],
  },
  {
    name: 'share: quotes in a snippet',
    file: 'src/share/snippets.ts',
    right: 'html(value)}"`,',
    wrong: 'value}"`,',
    unit: ['tests/share'],
  },
];

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values: options, positionals: names } = parseArgs({
  options: { unit: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const clone = mkdtempSync(join(tmpdir(), 'planted-'));
const report = join(clone, 'planted-report.json');

/**
 * Runs tests of one kind in the clone.
 *
 * @param {string} project
 * @param {readonly string[]} files
 * @returns {string | undefined} the first test that failed, undefined when none did
 */
function firstFailure(project, files) {
  rmSync(report, { force: true });
  const args = [
    'vitest',
    'run',
    '--project',
    project,
    '--bail=1',
    '--reporter=json',
    `--outputFile=${report}`,
  ];
  const env = { ...process.env, CI: '1' };
  delete env.MINIMA_DIST_READY;
  const { status, stderr } = spawnSync('npx', [...args, ...files], { cwd: clone, env, encoding: 'utf8' });
  if (status === 0) return undefined;
  try {
    for (const { name, message, assertionResults } of JSON.parse(readFileSync(report, 'utf8')).testResults) {
      const test = assertionResults.find((/** @type {{ status: string }} */ one) => one.status === 'failed');
      if (test) return `${name.slice(clone.length + 1)}: ${test.fullName}`;
      if (message) return `${name.slice(clone.length + 1)}: ${message.split('\n')[0]}`;
    }
  } catch {
    // No report: what it said is all there is.
  }
  return `${project}: ${stderr.trim().split('\n')[0]}`;
}

try {
  execFileSync('git', ['clone', '--quiet', '--local', root, clone]);
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
  const chosen = faults.filter(({ name }) => names.length === 0 || names.some((part) => name.includes(part)));
  let caught = 0;
  for (const { name, file, right, wrong, unit, browser, visual } of chosen) {
    const path = join(clone, file);
    const text = readFileSync(path, 'utf8');
    if (text.split(right).length !== 2) throw new Error(`${name}: what it breaks is not once in ${file}`);
    writeFileSync(
      path,
      text.replace(right, () => wrong),
    );
    const found =
      firstFailure('unit', unit) ??
      (!options.unit && browser ? firstFailure('browser', browser) : undefined) ??
      (!options.unit && visual ? firstFailure('visual', visual) : undefined);
    writeFileSync(path, text);
    if (found) caught += 1;
    console.log(`${found ? 'caught' : 'MISSED'}  ${name}\n        ${found ?? 'by no test'}`);
  }
  console.log(`${caught} of ${chosen.length} caught`);
  process.exitCode = caught === chosen.length ? 0 : 1;
} finally {
  rmSync(clone, { recursive: true, force: true });
}
