/** `npm run picture`: draws the picture at the top of the README, docs/pair.png, from the built page itself. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { launchBrowser } from './lib/browser';
import { messageLine } from './lib/message';
import { root } from './lib/paths';
import { serveSite } from './lib/serve';
import { buildSite } from './lib/site';

const HASH = '#v=1&eps=0.08';
const SIZE = { width: 1440, height: 900 };

async function main(): Promise<void> {
  await buildSite();
  const site = await serveSite({ port: 4180 });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: 1 });
    await page.goto(`${site.url}${HASH}`);
    await page.waitForSelector('[data-figure="pair"][data-ready="true"]');
    const path = join(root, 'docs', 'pair.png');
    await mkdir(dirname(path), { recursive: true });
    await page.screenshot({ path });
    console.log(`docs/pair.png: ${SIZE.width} x ${SIZE.height}`);
  } finally {
    await browser.close();
    await site.close();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(messageLine(error));
    process.exit(1);
  },
);
