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
import { recode } from './lib/recode';
import { readCommand } from './lib/screenshot/command';
import type { PictureSpec } from './lib/screenshot/picture';
import { openRenderer } from './lib/screenshot/renderer';
import { fileLine } from './lib/screenshot/run';
import { buildSite } from './lib/site';
import { siteAddress } from './lib/site-address';
import { CARD, cardPath } from './lib/social-card';

/** A third of the bytes of PNG; letters still have clean edges. */
const QUALITY = 0.85;

/** Where a figure's start shows less than an example of it. */
const examples: Readonly<Record<string, string>> = {
  ride: 'ride --preset laws',
  train: 'train --preset infinity',
};
/** Cards are laid out small, so that they can be read where they are shown small. */
const SCALE = 1.5;

/**
 * What the words of a screenshot command ask for.
 *
 * @throws Error when it is no command for a picture.
 */
function pictureOf(words: string): PictureSpec {
  const command = readCommand(words.split(' '), figures);
  if (command.kind === 'picture') return command.picture;
  throw new Error(`${words} is not a picture`);
}

async function main(): Promise<void> {
  await buildSite();
  const [renderer, browser] = await Promise.all([openRenderer(siteAddress()), launchBrowser()]);
  try {
    const readme = await renderer.render(pictureOf('duo --state eps=0.1 --size 1200x640'));
    writeFileSync(join(root, 'docs', 'duo.png'), readme.bytes);
    console.log(fileLine('docs/duo.png', readme));
    const page = await browser.newPage();
    mkdirSync(join(root, 'public', 'pictures'), { recursive: true });
    for (const { id } of figures) {
      const size = `${CARD.width / SCALE}x${CARD.height / SCALE}`;
      const file = await renderer.render(pictureOf(`${examples[id] ?? id} --size ${size} --scale ${SCALE}`));
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
