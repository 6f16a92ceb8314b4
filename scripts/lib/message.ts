import { stripVTControlCharacters } from 'node:util';

/** What went wrong, in one line without colours: the first line of an error's message that says something. */
export function messageLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const lines = stripVTControlCharacters(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^Build failed with \d+ errors?:$/.test(line));
  return lines[0] ?? 'it failed without saying why';
}
