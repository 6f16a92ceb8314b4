/** Writing files so that there are whole ones or none. */
import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { exitCodes, Trouble } from './exit';

/** A file that is to be: reserved before the work begins, there once it is kept, gone without a trace if it is not. */
export interface ReservedFile {
  readonly path: string;
  keep(bytes: Uint8Array): void;
  /** Takes the reservation back; does nothing after `keep`. */
  drop(): void;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'what stands before the last slash is not a folder',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'nothing can be written there',
  ENOSPC: 'there is no room left',
  ENAMETOOLONG: 'the name is too long',
  EISDIR: 'it is a folder',
};

function cannotWrite(path: string, error: unknown): Trouble {
  const { code } = error as NodeJS.ErrnoException;
  const why = reasons[code ?? ''] ?? code ?? 'it fails';
  return new Trouble(exitCodes.unwritable, `${path} cannot be written: ${why}.`);
}

/**
 * Makes sure that a file can be written, without touching one that is there.
 *
 * @param signal takes the reservation back when it is aborted
 * @throws Trouble when it cannot.
 */
export function reserveFile(path: string, signal?: AbortSignal): ReservedFile {
  const whole = resolve(path);
  const part = join(dirname(whole), `.${basename(whole)}.${process.pid}.part`);
  try {
    if (statSync(whole, { throwIfNoEntry: false })?.isDirectory())
      throw Object.assign(new Error(), { code: 'EISDIR' });
    closeSync(openSync(part, 'w'));
  } catch (error) {
    throw cannotWrite(path, error);
  }
  let open = true;
  const close = () => {
    open = false;
    signal?.removeEventListener('abort', drop);
  };
  const drop = () => {
    if (open) rmSync(part, { force: true });
    close();
  };
  signal?.addEventListener('abort', drop, { once: true });
  return {
    path: whole,
    keep(bytes) {
      if (!open) return;
      try {
        writeFileSync(part, bytes);
        renameSync(part, whole);
        close();
      } catch (error) {
        drop();
        throw cannotWrite(path, error);
      }
    },
    drop,
  };
}

/**
 * Makes a folder and sees to it that files can be written into it.
 *
 * @throws Trouble when they cannot.
 */
export function makeFolder(path: string): void {
  try {
    mkdirSync(resolve(path), { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw cannotWrite(path, code === 'EEXIST' ? { code: 'ENOTDIR' } : error);
  }
  reserveFile(join(path, 'index.html')).drop();
}
