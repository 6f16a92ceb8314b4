// Prints how long the figure `pair` takes: npm run bench [-- --no-browser]. It measures and never fails on a figure.
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measurePage, type PageCosts } from './lib/bench-page';
import { type PartTimes, timeParts } from './lib/bench-parts';
import { messageLine } from './lib/message';

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

async function bench(): Promise<void> {
  const { values } = parseArgs({ options: { 'no-browser': { type: 'boolean', default: false } } });
  // Others at work make every figure larger.
  console.log(
    `${availableParallelism()} cores, ${(loadavg()[0] ?? 0).toFixed(1)} of them busy before this began\n`,
  );
  console.log(
    'From a slider event to updated buffers, in milliseconds (median of 31; goal: surface at most 2)\n',
  );
  console.log(partsTable(timeParts(epsilons)));
  if (values['no-browser']) return;
  console.log('\nThe built page in a browser without a graphics card, 1280 x 800\n');
  console.log(pageTable(await measurePage()));
}

bench().catch((error: unknown) => {
  console.error(messageLine(error));
  process.exitCode = 1;
});
