// Compares the size of the built site with docs/bundle-size.json: npm run bundle [-- --update].
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BundleSize, bundleGrowth, bundleSummary, measureBundle, slack } from './lib/bundle';
import { messageLine } from './lib/message';
import { root } from './lib/paths';

const figures = join(root, 'docs/bundle-size.json');

function bundle(): void {
  const { values } = parseArgs({ options: { update: { type: 'boolean', default: false } } });
  const now = measureBundle(join(root, 'dist'));
  if (values.update) {
    writeFileSync(figures, `${JSON.stringify(now, null, 2)}\n`);
    console.log(`docs/bundle-size.json now has ${bundleSummary(now)}`);
    return;
  }
  if (!existsSync(figures))
    throw new Error('no docs/bundle-size.json: write it with npm run bundle -- --update');
  const committed = JSON.parse(readFileSync(figures, 'utf8')) as BundleSize;
  console.log(`${bundleSummary(now)}; committed: ${bundleSummary(committed)}`);
  const growth = bundleGrowth(now, committed);
  for (const line of growth) console.error(line);
  if (growth.length > 0) {
    throw new Error(
      `more than ${slack * 100} % larger: make it smaller, or accept it with npm run bundle -- --update`,
    );
  }
}

try {
  bundle();
} catch (error) {
  console.error(messageLine(error));
  process.exitCode = 1;
}
