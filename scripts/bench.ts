// Prints how long the figures take: npm run bench [-- --no-browser | --scores]. It measures and never fails on a figure.
import { existsSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureCensus } from './lib/bench-census';
import { timeLandscape } from './lib/bench-landscape';
import { measurePage } from './lib/bench-page';
import { timeParts } from './lib/bench-parts';
import { timeRides } from './lib/bench-ride';
import { timeToy } from './lib/bench-toy';
import { measureScores } from './lib/lighthouse';
import { messageLine } from './lib/message';
import { root } from './lib/paths';
import { buildSite } from './lib/site';

function print(title: string, rows: object): void {
  console.log(`\n${title}`);
  console.table(rows);
}

async function printScores(): Promise<void> {
  // The pages that Lighthouse looks at, as far as they are there.
  const pages = ['', 'index.de.html', 'teach/'].filter((path) =>
    existsSync(join(root, 'dist', path.replace(/^$|\/$/, '$&index.html'))),
  );
  for (const path of pages) {
    const { figures, failures } = await measureScores(path);
    print(
      `${path || 'article'}: Lighthouse, as a telephone, of a host that compresses (the middle of 3)`,
      figures,
    );
    for (const failure of failures) console.log(failure);
  }
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
    `${availableParallelism()} cores, ${(loadavg()[0] ?? 0).toFixed(1)} of them busy before this began`,
  );
  if (!values.scores) {
    print('From a slider event to updated buffers (ms; goal: surface at most 2)', timeParts([0.3, 1e-4]));
    const { derivatives, figures } = timeLandscape();
    print('Loss of 2-4-1 on 1,024 samples (ns a sample and neuron)', derivatives);
    print('The landscape of the paper (ms)', figures);
    print('The ride along the paper’s channel (ms)', timeRides());
    print('The problem with four parameters (ms)', timeToy());
  }
  if (values['no-browser']) return;
  if (process.env.MINIMA_DIST_READY !== '1') await buildSite();
  if (!values.scores) {
    print('The built page in a browser without a graphics card, 1280 x 800', await measurePage());
    print('The census while it trains, in the same browser', await measureCensus());
  }
  await printScores();
}

bench().catch((error: unknown) => {
  console.error(messageLine(error));
  process.exitCode = 1;
});
