// Prints how long the figures take: npm run bench [-- --no-browser | --scores]. It measures and never fails on a figure.
import { existsSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type LandscapeCosts, timeLandscape } from './lib/bench-landscape';
import { measurePage, type PageCosts } from './lib/bench-page';
import { type PartTimes, timeParts } from './lib/bench-parts';
import { type RideCosts, timeRides } from './lib/bench-ride';
import { type TorchTimes, timeTorch } from './lib/bench-torch';
import { type ToyCosts, timeToy } from './lib/bench-toy';
import { measureScores, type PageScores } from './lib/lighthouse';
import { messageLine } from './lib/message';
import { root } from './lib/paths';
import { buildSite } from './lib/site';

const epsilons = [0.3, 1e-4];

/** Lines of columns: the first at the left, the others, which are numbers, at the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, k) => Math.max(...rows.map((row) => row[k]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, k) => (k === 0 ? cell.padEnd(widths[k] ?? 0) : cell.padStart(widths[k] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function partsTable(parts: readonly PartTimes[]): string {
  const head = ['activation', 'eps', 'surface 128', '2 sheets 64', '7 tiles 48', 'error norms', 'together'];
  const rows = parts.map(({ activation, epsilon, surface, sheets, tiles, error }) => [
    activation,
    epsilon.toExponential(0),
    ...[surface, sheets, tiles, error, surface + sheets + tiles + error].map((ms) => ms.toFixed(2)),
  ]);
  return table([head, ...rows]);
}

/** Ours beside PyTorch, where it is installed. */
function derivativesTable({ derivatives }: LandscapeCosts, torch: TorchTimes | undefined): string {
  const row = (name: string, { gradient, hessian }: { gradient: number; hessian: number }) => [
    name,
    gradient.toFixed(0),
    hessian.toFixed(0),
  ];
  return table([
    ['', 'gradient', 'Hessian'],
    ...derivatives.map((one) => row(`activation: ${one.evaluation}`, one)),
    torch === undefined
      ? ['PyTorch is not installed', '-', '-']
      : row(`PyTorch ${torch.version}, one thread`, torch),
  ]);
}

function landscapeTable(costs: LandscapeCosts): string {
  const ms = (value: number) => value.toFixed(value < 100 ? 1 : 0);
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  return table([
    ['', 'here', 'goal'],
    ['network, roads with floors, 7 columns (ms)', ms(costs.coarse), '1000'],
    ['all 24 columns and tears (ms)', ms(costs.complete), '3000'],
    ['longest step without a pause (ms)', ms(costs.longestStep), '30'],
    ['plane slice, 81 x 121 (ms)', ms(costs.plane), '500'],
    ['gradient flow to 1e8, with places (ms)', ms(costs.flow), '500'],
    ['Newton to the certificate (ms)', ms(costs.certificate), '20'],
    ['training from a random start (ms)', ms(costs.retraining), '2000'],
    ['memory of a landscape in its worker (MB)', megabytes(costs.memory.worker), '-'],
    ['memory of its parts on the page (MB)', megabytes(costs.memory.page), '-'],
  ]);
}

function rideTable(costs: RideCosts): string {
  const ms = (value: number) => value.toFixed(1);
  return table([
    ['', 'here', 'goal'],
    ['network, entrance and certificate (ms)', ms(costs.start), '-'],
    ['jump and settling, the middle one (ms)', ms(costs.jump), '200'],
    ['jump and settling, the slowest (ms)', ms(costs.slowestJump), '200'],
    ['Newton to infinity (ms)', ms(costs.arrive), '20'],
    ['gradient flow to 1e9, twice, with eigenvalues (ms)', ms(costs.clock), '-'],
    ['marks of the six plots (ms)', ms(costs.plots), '16'],
  ]);
}

function toyTable(costs: ToyCosts): string {
  const ms = (value: number) => value.toFixed(0);
  return table([
    ['', 'here', 'goal'],
    ['coarse landscape, every fourth row and column (ms)', ms(costs.coarse), '-'],
    ['whole landscape, 101 x 201 (ms)', ms(costs.whole), '1000'],
    ['100,000 steps of SGD (ms)', ms(costs.sgd), '1000'],
    ['100,000 steps of Adam (ms)', ms(costs.adam), '1000'],
    ['all four runs of the figure (ms)', ms(costs.runs), '-'],
    ['60,000 steps of gradient descent on 4,096 samples (ms)', ms(costs.edge), '-'],
    ['colours and contours of the map (ms)', ms(costs.picture), '16'],
  ]);
}

/** Ours beside the authors' demo, measured once on a machine like the one of the goals, in software GL. */
function pageTable(costs: PageCosts): string {
  return table([
    ['', 'here', "authors' demo"],
    ['script for each frame while dragging (ms)', costs.scriptPerFrame.toFixed(1), 'about 30'],
    ['frames drawn for 60 slider events', String(costs.framesDragged), '-'],
    ['slider event (demo: click) to changed canvas (ms)', costs.eventToPixels.toFixed(0), '420'],
    ['frames drawn in 2 s when idle', String(costs.framesIdle), '-'],
    ['cores busy when idle', costs.coresIdle.toFixed(2), '1.9'],
  ]);
}

/** One page a column. */
function scoresTable(pages: readonly PageScores[]): string {
  const row = (name: string, of: (page: PageScores) => string, goal: string) => [
    name,
    ...pages.map(of),
    goal,
  ];
  return table([
    ['', ...pages.map(({ path }) => path || 'article'), 'goal'],
    row('performance', ({ performance }) => String(performance), '90'),
    row('accessibility', ({ accessibility }) => String(accessibility), '100'),
    row('best practices', ({ bestPractices }) => String(bestPractices), '100'),
    row('search engines', ({ seo }) => String(seo), '100'),
    row('first paint, simulated (ms)', ({ firstPaint }) => firstPaint.toFixed(0), '1800'),
    row('largest paint, simulated (ms)', ({ largestPaint }) => largestPaint.toFixed(0), '2500'),
    row('blocking time, simulated (ms)', ({ blocking }) => blocking.toFixed(0), '200'),
    row('layout shift', ({ shift }) => shift.toFixed(3), '0'),
    row('longest task here (ms)', ({ longestTask }) => longestTask.toFixed(0), '100'),
    row('busiest task, on the processor (ms)', ({ busiestTask }) => busiestTask.toFixed(0), '100'),
  ]);
}

/** The pages that Lighthouse looks at, as far as they are there. */
function pagesForScores(): readonly string[] {
  return ['', 'index.de.html', 'teach/'].filter(
    (path) => path === '' || existsSync(join(root, 'dist', path.endsWith('/') ? `${path}index.html` : path)),
  );
}

async function bench(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'no-browser': { type: 'boolean', default: false },
      scores: { type: 'boolean', default: false },
    },
  });
  // Others at work make every figure larger.
  console.log(
    `${availableParallelism()} cores, ${(loadavg()[0] ?? 0).toFixed(1)} of them busy before this began\n`,
  );
  if (values.scores) {
    if (process.env.MINIMA_DIST_READY !== '1') await buildSite();
    await printScores();
    return;
  }
  console.log(
    'From a slider event to updated buffers, in milliseconds (median of 31; goal: surface at most 2)\n',
  );
  console.log(partsTable(timeParts(epsilons)));
  const costs = await timeLandscape();
  console.log('\nLoss of 2-4-1 on 1,024 samples, in nanoseconds a sample and neuron (median of 301)\n');
  console.log(derivativesTable(costs, timeTorch()));
  console.log('\nThe landscape of the paper (median of 3 or more)\n');
  console.log(landscapeTable(costs));
  console.log('\nThe ride along the paper’s channel (median of 3 rides)\n');
  console.log(rideTable(timeRides()));
  console.log('\nThe problem with four parameters (median of 3)\n');
  console.log(toyTable(timeToy()));
  if (values['no-browser']) return;
  console.log('\nThe built page in a browser without a graphics card, 1280 x 800\n');
  console.log(pageTable(await measurePage()));
  await printScores();
}

async function printScores(): Promise<void> {
  console.log('\nLighthouse, as a telephone, of a host that compresses (the middle of 3)\n');
  const scores = await measureScores(pagesForScores());
  console.log(scoresTable(scores));
  for (const { path, failures } of scores) {
    for (const failure of failures) console.log(`${path || 'article'}: ${failure}`);
  }
}

bench().catch((error: unknown) => {
  console.error(messageLine(error));
  process.exitCode = 1;
});
