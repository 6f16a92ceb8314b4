/** Does what a command line asks for. */
import { isAbsolute, join, relative, resolve } from 'node:path';
import { messageLine } from '../message';
import { root } from '../paths';
import { LOCAL_SITE } from '../site-address';
import { type Command, readCommand } from './command';
import { exitCodes, Trouble } from './exit';
import { makeFolder, reserveFile } from './files';
import { siteIsFresh } from './fresh';
import { takeGallery } from './gallery';
import type { KnownFigure } from './known';
import { fileLine, helpText, listText } from './say';
import type { Studio } from './studio';

/** What the command needs from the world, so that tests can give it another one. */
export interface World {
  readonly figures: readonly KnownFigure[];
  /** Where the site is published, if it is. */
  readonly site: string | undefined;
  /** The folder that relative paths begin in. */
  readonly folder: string;
  /** Builds the site where it is missing or older than its sources. */
  build(): Promise<void>;
  openStudio(site: string | undefined): Promise<Studio>;
  say(line: string): void;
  complain(line: string): void;
  /** Aborted when the command is to end at once. */
  readonly signal: AbortSignal;
}

async function builds(command: { readonly build: boolean }, world: World): Promise<void> {
  if (command.build && process.env.MINIMA_DIST_READY !== '1' && !siteIsFresh(root)) await world.build();
}

/** What comes of a promise, or the end of waiting for it when the command is interrupted. */
function unlessInterrupted<T>(promise: Promise<T>, { signal }: World): Promise<T> {
  return new Promise((resolve, reject) => {
    promise.then(resolve, reject);
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

/** The path as it is short to read. */
function shown(path: string, { folder }: World): string {
  const short = relative(folder, path);
  return short.startsWith('..') ? path : short;
}

async function picture(command: Extract<Command, { kind: 'picture' }>, world: World): Promise<void> {
  const path = isAbsolute(command.out) ? command.out : resolve(world.folder, command.out);
  const file = reserveFile(path, world.signal);
  try {
    await unlessInterrupted(builds(command, world), world);
    const studio = await world.openStudio(world.site);
    try {
      const taken = await unlessInterrupted(studio.take(command.shot), world);
      file.keep(taken.bytes);
      world.say(fileLine(shown(file.path, world), taken));
    } finally {
      await studio.close();
    }
  } finally {
    file.drop();
  }
}

async function gallery(command: Extract<Command, { kind: 'gallery' }>, world: World): Promise<void> {
  const folder = resolve(world.folder, command.out);
  makeFolder(folder);
  await unlessInterrupted(builds(command, world), world);
  const studio = await world.openStudio(world.site);
  try {
    const site = world.site ?? LOCAL_SITE;
    const taking = takeGallery(studio, command.shots, world.figures, folder, site, world);
    const failed = await unlessInterrupted(taking, world);
    world.say(`${shown(join(folder, 'index.html'), world)} shows them all`);
    if (failed.length > 0) {
      throw new Trouble(
        exitCodes.figureFailed,
        `${failed.length} of ${command.shots.length} failed: ${failed.join(', ')}.`,
      );
    }
  } finally {
    await studio.close();
  }
}

async function perform(command: Command, world: World): Promise<void> {
  switch (command.kind) {
    case 'help':
      return world.say(helpText);
    case 'list':
      return world.say(listText(world.figures));
    case 'problem':
      throw new Trouble(command.code, command.sentence);
    case 'picture':
      return picture(command, world);
    case 'gallery':
      return gallery(command, world);
  }
}

/** Runs the command and says with which exit code it ends. */
export async function runCommand(argv: readonly string[], world: World): Promise<number> {
  try {
    await perform(readCommand(argv, world.figures), world);
    return 0;
  } catch (error) {
    if (world.signal.aborted) {
      world.complain('Interrupted; nothing half-done was left behind.');
      return exitCodes.interrupted;
    }
    world.complain(messageLine(error));
    return error instanceof Trouble ? error.code : 1;
  }
}
