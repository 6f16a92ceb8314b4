/** `npm run picture`: takes the picture at the top of the README, docs/duo.png. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { figures } from './lib/figures';
import { messageLine } from './lib/message';
import { root } from './lib/paths';
import { readmeShot } from './lib/published';
import { fileLine } from './lib/screenshot/say';
import { openStudio } from './lib/screenshot/studio';
import { buildSite } from './lib/site';
import { siteAddress } from './lib/site-address';

async function main(): Promise<void> {
  await buildSite();
  const studio = await openStudio(siteAddress());
  try {
    const taken = await studio.take(readmeShot(figures));
    writeFileSync(join(root, 'docs', 'duo.png'), taken.bytes);
    console.log(fileLine('docs/duo.png', taken));
  } finally {
    await studio.close();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(messageLine(error));
    process.exit(1);
  },
);
