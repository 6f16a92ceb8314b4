/** Does what a command line asks for. */
import { join, relative, resolve } from 'node:path';
import type { FigureDefinition } from '#figures/figure';
import { messageLine } from '../message';
import { LOCAL_SITE } from '../site-address';
import { type Command, readCommand } from './command';
import { exitCodes, Failure } from './failure';
import { checkWritable, makeFolder, writeWhole } from './files';
import { galleryPage } from './gallery-page';
import { fileName, formats, type KnownFigure, type PictureSpec } from './picture';
import type { RenderedFile, Renderer } from './renderer';

/** Pictures that are rendered at a time: one computes while the other is drawn. */
const AT_A_TIME = 2;

/** What the command needs from outside, so that tests can give it something else. */
export interface Environment {
  readonly figures: readonly KnownFigure[];
  /** Where the site is published, if it is. */
  readonly site: string | undefined;
  /** The folder that relative paths begin in. */
  readonly folder: string;
  /** Builds the site where it is missing or older than its sources. */
  readonly build: () => Promise<void>;
  readonly openRenderer: (site: string | undefined) => Promise<Renderer>;
  readonly log: (line: string) => void;
  readonly logError: (line: string) => void;
}

/** What `--list` prints. */
export function listText(
  figures: readonly Pick<FigureDefinition, 'id' | 'title' | 'presets' | 'animations'>[],
) {
  const blocks = figures.map(({ id, title, presets, animations }) =>
    [
      `${id}: ${title}`,
      '  presets',
      ...presets.map((preset) => `    ${preset.id.padEnd(20)}  ${preset.title}`),
      '  animations',
      ...animations.map((one) => `    ${one.id.padEnd(20)}  ${one.title}, ${one.seconds} s`),
    ].join('\n'),
  );
  return [...blocks, `formats: ${formats.join(', ')}`].join('\n\n');
}

/** The line about a file that was written. */
export function fileLine(path: string, { bytes, pixels, frames }: RenderedFile): string {
  const size =
    bytes.length < 1e6 ? `${(bytes.length / 1e3).toFixed(1)} kB` : `${(bytes.length / 1e6).toFixed(1)} MB`;
  const parts = [
    ...(pixels ? [`${pixels.width} x ${pixels.height} pixels`] : []),
    ...(frames === undefined ? [] : [`${frames} frames`]),
    size,
  ];
  return `${path}: ${parts.join(', ')}`;
}

/**
 * Renders pictures into a folder and writes their page.
 *
 * @returns the names of those that failed; the others are there
 */
export async function writeGallery(
  renderer: Renderer,
  pictures: readonly PictureSpec[],
  folder: string,
  { figures, site = LOCAL_SITE, log, logError }: Environment,
): Promise<readonly string[]> {
  const waiting = [...pictures];
  const failed = new Set<PictureSpec>();
  let done = 0;
  const work = async () => {
    for (let picture = waiting.shift(); picture; picture = waiting.shift()) {
      const name = fileName(picture);
      try {
        const file = await renderer.render(picture);
        writeWhole(join(folder, name), file.bytes);
        log(`${++done}/${pictures.length} ${fileLine(name, file)}`);
      } catch (error) {
        failed.add(picture);
        logError(`${++done}/${pictures.length} ${name}: ${messageLine(error)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  const written = pictures.filter((picture) => !failed.has(picture));
  writeWhole(join(folder, 'index.html'), Buffer.from(galleryPage(written, figures, site)));
  return [...failed].map(fileName);
}

async function render(command: Exclude<Command, { kind: 'list' }>, env: Environment): Promise<void> {
  const path = resolve(env.folder, command.out);
  const shown = (full: string) => {
    const short = relative(env.folder, full);
    return short.startsWith('..') ? full : short;
  };
  if (command.kind === 'picture') checkWritable(path);
  else makeFolder(path);
  if (command.build) await env.build();
  const renderer = await env.openRenderer(env.site);
  try {
    if (command.kind === 'picture') {
      const file = await renderer.render(command.picture);
      writeWhole(path, file.bytes);
      env.log(fileLine(shown(path), file));
      return;
    }
    const failed = await writeGallery(renderer, command.pictures, path, env);
    env.log(`${shown(join(path, 'index.html'))} shows them all`);
    if (failed.length === 0) return;
    const count = `${failed.length} of ${command.pictures.length}`;
    throw new Failure(exitCodes.figureFailed, `${count} failed: ${failed.join(', ')}.`);
  } finally {
    await renderer.close();
  }
}

/**
 * Runs the command.
 *
 * @throws CommanderError when it is not understood, Failure when it cannot be done
 */
export async function runCommand(argv: readonly string[], env: Environment): Promise<void> {
  const command = readCommand(argv, env.figures);
  if (command.kind === 'list') env.log(listText(env.figures));
  else await render(command, env);
}
