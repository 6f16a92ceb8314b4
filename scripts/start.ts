// Builds the site and serves it on this computer: npm start [-- --port 5000].
import { parseArgs } from 'node:util';
import { messageLine } from './lib/message';
import { serveSite } from './lib/serve';
import { buildSite } from './lib/site';

async function start(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4173' } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`not a port: ${values.port}`);
  await buildSite();
  const { url } = await serveSite({ port });
  console.log(`Minima at Infinity is at ${url} - stop with Ctrl+C`);
}

start().catch((error: unknown) => {
  console.error(messageLine(error));
  process.exit(1);
});
