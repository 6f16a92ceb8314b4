/** `npm run picture`: draws the picture at the top of the README, docs/duo.png, from the built page itself. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { launchBrowser } from './lib/browser';
import { messageLine } from './lib/message';
import { root } from './lib/paths';
import { serveSite } from './lib/serve';
import { buildSite } from './lib/site';

const HASH = '#v=1&eps=0.1';
const SIZE = { width: 1440, height: 900 };

async function main(): Promise<void> {
  await buildSite();
  const site = await serveSite({ port: 4180 });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: 1 });
    await page.goto(`${site.url}${HASH}`);
    await page.waitForSelector('[data-figure="duo"][data-ready="true"]');
    // The picture is complete when the landscape is.
    await page.waitForSelector('[data-figure="duo"] [data-status="ready"]', { state: 'attached' });
    const path = join(root, 'docs', 'duo.png');
    await mkdir(dirname(path), { recursive: true });
    await page.screenshot({ path });
    console.log(`docs/duo.png: ${SIZE.width} x ${SIZE.height}`);
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
