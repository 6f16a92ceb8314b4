/** A browser of this command's own: a process with a profile that is thrown away with it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { drawingFlags, needsNoSandbox } from '../browser-flags';
import { browserAtHand } from '../browser-search';
import { thisMachine } from '../machine';
import { openPipe, type Session } from './pipe';

export interface Chromium {
  readonly browser: Session;
  session(name: string): Session;
  /** Ends it and takes its profile away. */
  close(): Promise<void>;
}

/** Nothing but drawing: no services, no extensions, nothing that waits for somebody or puts pages to sleep. */
const quietFlags = [
  '--headless',
  '--hide-scrollbars',
  '--mute-audio',
  '--no-default-browser-check',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-component-extensions-with-background-pages',
  '--disable-back-forward-cache',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-dev-shm-usage',
  '--disable-field-trial-config',
  '--disable-hang-monitor',
  '--disable-ipc-flooding-protection',
  '--disable-popup-blocking',
  '--disable-prompt-on-repost',
  '--disable-search-engine-choice-screen',
  '--disable-features=HttpsUpgrades,MediaRouter,OptimizationHints,PaintHolding,Translate,WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
  '--no-service-autorun',
];

/** The last lines that a browser wrote before it ended, which say why. */
const LINES = 20;

function listenForWhy(child: ChildProcess): () => string {
  const lines: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lines.push(...text.split('\n').filter((line) => line.trim() !== ''));
    lines.splice(0, lines.length - LINES);
  });
  return () => lines.find((line) => /error|cannot|fail/i.test(line)) ?? lines[0] ?? '';
}

function kill(child: ChildProcess): void {
  try {
    // With all that it has started.
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It ended by itself.
  }
}

/**
 * Starts a browser.
 *
 * @throws Error of one line when it does not start.
 */
async function start(executablePath: string): Promise<Chromium> {
  const profile = mkdtempSync(join(tmpdir(), 'minima-browser-'));
  const args = [
    ...quietFlags,
    ...drawingFlags,
    ...(needsNoSandbox() ? ['--no-sandbox'] : []),
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    '--no-startup-window',
  ];
  const child = spawn(executablePath, args, {
    // A group of its own: an interrupted command ends it itself, after it has put its files away.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const why = listenForWhy(child);
  const [, , , to, from] = child.stdio;
  const pipe = openPipe(to as Writable, from as Readable);
  const clear = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  const atExit = () => {
    kill(child);
    clear();
  };
  process.on('exit', atExit);
  const gone = new Promise<void>((resolve) => {
    child.on('error', (error) => {
      pipe.end(error);
      resolve();
    });
    child.on('close', (code) => {
      pipe.end(new Error(why() || `it ends with code ${code}`));
      resolve();
    });
  });
  const close = async () => {
    kill(child);
    await gone;
    process.off('exit', atExit);
    clear();
  };
  try {
    await pipe.browser.send('Browser.getVersion');
  } catch (error) {
    // What it wrote last is read by now.
    await gone;
    await close();
    throw error;
  }
  return { browser: pipe.browser, session: (id) => pipe.session(id), close };
}

/** Starts the browser that is installed here, without a word; undefined when it takes more to get one. */
export async function startAtHand(): Promise<Chromium | undefined> {
  const found = await browserAtHand(thisMachine());
  return found && start(found.executablePath);
}

/**
 * Starts a browser, installing one if need be.
 *
 * @throws Error of one line when there is none, or it does not start.
 */
export async function startChromium(): Promise<Chromium> {
  const atHand = await startAtHand();
  if (atHand) return atHand;
  const { findBrowser } = await import('../browser');
  return start((await findBrowser()).executablePath);
}
