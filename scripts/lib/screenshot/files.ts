/** Writes files whole or not at all. */
import { accessSync, constants, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { exitCodes, Failure } from './failure';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a part of its path is not a folder',
  EEXIST: 'a part of its path is not a folder',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'nothing can be written there',
  ENOSPC: 'there is no room left',
  ENAMETOOLONG: 'the name is too long',
  EISDIR: 'it is a folder',
};

/** Runs what touches files; an error of the file system becomes a Failure with a sentence. */
function writing(path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new Failure(
      exitCodes.unwritable,
      `${path} cannot be written: ${reasons[code] ?? (code || 'it fails')}.`,
    );
  }
}

/**
 * Finds out before the work begins whether a file can be written; changes nothing.
 *
 * @throws Failure when it cannot.
 */
export function checkWritable(path: string): void {
  writing(path, () => {
    accessSync(dirname(path), constants.W_OK);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  });
}

/**
 * Writes a file beside its place and moves it there when it is complete.
 *
 * @throws Failure when it cannot be written.
 */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const part = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  writing(path, () => {
    try {
      writeFileSync(part, bytes);
      renameSync(part, path);
    } finally {
      rmSync(part, { force: true });
    }
  });
}

/**
 * Makes a folder for files.
 *
 * @throws Failure when it cannot be made or written into.
 */
export function makeFolder(path: string): void {
  writing(path, () => mkdirSync(path, { recursive: true }));
  checkWritable(join(path, 'index.html'));
}
