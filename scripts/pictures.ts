/**
 * `npm run pictures`: takes the picture at the top of the README, docs/duo.png, and those that other sites show beside links
 * to this one, public/pictures/*.jpg.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './lib/browser';
import { figures } from './lib/figures';
import { messageLine } from './lib/message';
import { root } from './lib/paths';
import { cardPicture, readmePicture } from './lib/published';
import { recode } from './lib/recode';
import { openRenderer } from './lib/screenshot/renderer';
import { fileLine } from './lib/screenshot/run';
import { buildSite } from './lib/site';
import { siteAddress } from './lib/site-address';
import { cardPath } from './lib/social-card';

/** A third of the bytes of PNG; letters still have clean edges. */
const QUALITY = 0.85;

async function main(): Promise<void> {
  await buildSite();
  const [renderer, browser] = await Promise.all([openRenderer(siteAddress()), launchBrowser()]);
  try {
    const readme = await renderer.render(readmePicture(figures));
    writeFileSync(join(root, 'docs', 'duo.png'), readme.bytes);
    console.log(fileLine('docs/duo.png', readme));
    const page = await browser.newPage();
    mkdirSync(join(root, 'public', 'pictures'), { recursive: true });
    for (const { id } of figures) {
      const file = await renderer.render(cardPicture(id, figures));
      const bytes = await recode(page, file.bytes, 'image/jpeg', QUALITY);
      writeFileSync(join(root, 'public', cardPath(id)), bytes);
      console.log(fileLine(`public/${cardPath(id)}`, { ...file, bytes }));
    }
  } finally {
    await Promise.all([renderer.close(), browser.close()]);
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(messageLine(error));
    process.exit(1);
  },
);
