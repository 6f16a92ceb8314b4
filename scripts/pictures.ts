/** `npm run pictures`: takes the pictures that other sites show beside links to this one, public/pictures/*.jpg. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { figures } from './lib/figures';
import { messageLine } from './lib/message';
import { root } from './lib/paths';
import { cardShot } from './lib/published';
import { fileLine } from './lib/screenshot/say';
import { openStudio } from './lib/screenshot/studio';
import { buildSite } from './lib/site';
import { siteAddress } from './lib/site-address';
import { cardPath } from './lib/social-card';

/** A third of the bytes of PNG; letters still have clean edges. */
const QUALITY = 0.85;

async function main(): Promise<void> {
  await buildSite();
  const studio = await openStudio(siteAddress());
  try {
    for (const { id } of figures) {
      const taken = await studio.take(cardShot(id, figures));
      const bytes = await studio.recode(taken.bytes, 'image/jpeg', QUALITY);
      const path = join(root, 'public', cardPath(id));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
      console.log(fileLine(`public/${cardPath(id)}`, { ...taken, bytes }));
    }
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
