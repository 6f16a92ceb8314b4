/** Takes many pictures and puts a page before them. */
import { join } from 'node:path';
import { messageLine } from '../message';
import { reserveFile } from './files';
import { galleryPage } from './gallery-page';
import type { KnownFigure } from './known';
import { fileLine } from './say';
import { fileName, type Shot } from './shot';
import type { Studio } from './studio';

/** Pictures that are taken at a time: one computes while the other is drawn. */
const AT_A_TIME = 2;

interface Listener {
  say(line: string): void;
  complain(line: string): void;
  readonly signal: AbortSignal;
}

/**
 * Takes the pictures into a folder and writes its index page.
 *
 * @param site where the figures can be opened
 * @returns the names of those that failed; the others are there
 */
export async function takeGallery(
  studio: Studio,
  shots: readonly Shot[],
  figures: readonly KnownFigure[],
  folder: string,
  site: string,
  listener: Listener,
): Promise<readonly string[]> {
  const waiting = [...shots];
  const taken = new Set<Shot>();
  const failed: string[] = [];
  let done = 0;
  const work = async () => {
    for (let shot = waiting.shift(); shot; shot = waiting.shift()) {
      listener.signal.throwIfAborted();
      const name = fileName(shot);
      const file = reserveFile(join(folder, name), listener.signal);
      try {
        const picture = await studio.take(shot);
        listener.signal.throwIfAborted();
        file.keep(picture.bytes);
        taken.add(shot);
        listener.say(`${++done}/${shots.length} ${fileLine(name, picture)}`);
      } catch (error) {
        file.drop();
        listener.signal.throwIfAborted();
        failed.push(name);
        listener.complain(`${++done}/${shots.length} ${name}: ${messageLine(error)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  const page = galleryPage(
    shots.filter((shot) => taken.has(shot)),
    figures,
    site,
  );
  reserveFile(join(folder, 'index.html')).keep(Buffer.from(page));
  return failed;
}
