/** The options of the screenshot command, and how the text of each is read. */
import type { ParseArgsConfig } from 'node:util';
import type { ExportFormat, ExportRequest } from '#export/request';
import { unknownName } from './nearest';
import { formats } from './shot';

export const options = {
  preset: { type: 'string' },
  state: { type: 'string' },
  size: { type: 'string' },
  scale: { type: 'string' },
  theme: { type: 'string' },
  background: { type: 'string' },
  profile: { type: 'string' },
  hide: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  animation: { type: 'string' },
  seconds: { type: 'string' },
  fps: { type: 'string' },
  all: { type: 'boolean' },
  list: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  'no-build': { type: 'boolean' },
} as const satisfies NonNullable<ParseArgsConfig['options']>;

export type OptionName = keyof typeof options;

/** What was asked cannot be done; the sentence says why and what can. */
export class Misuse extends Error {}

/** `1920x1080` as a size in CSS pixels. */
export function readSize(text: string): { readonly width: number; readonly height: number } {
  const [, width, height] = /^(\d{1,5})\s*[x×*]\s*(\d{1,5})$/i.exec(text.trim()) ?? [];
  if (width === undefined || height === undefined) {
    throw new Misuse(
      `--size ${quoted(text)} is not a size: write width x height in CSS pixels, as in 1280x720.`,
    );
  }
  return { width: Number(width), height: Number(height) };
}

/** A decimal number within a range. */
export function readNumber(name: OptionName, text: string, min: number, max: number, unit = ''): number {
  const value = /^(\d+\.?\d*|\.\d+)$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) {
    throw new Misuse(`--${name} ${quoted(text)} is not a number from ${min} to ${max}${unit}.`);
  }
  return value;
}

/** A whole number within a range. */
export function readWhole(name: OptionName, text: string, min: number, max: number): number {
  const value = readNumber(name, text, min, max);
  if (!Number.isInteger(value)) throw new Misuse(`--${name} ${quoted(text)} is not a whole number.`);
  return value;
}

/** One of a few words. */
export function readChoice<T extends string>(name: OptionName, text: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === text);
  if (chosen !== undefined) return chosen;
  throw new Misuse(unknownName(`--${name} cannot be ${quoted(text)}.`, text, choices));
}

/** `paper`, `transparent` or a colour with or without its #, which shells take for the start of a comment. */
export function readBackground(text: string): ExportRequest['background'] {
  if (text === 'paper' || text === 'transparent') return text;
  const colour = /^#?([\da-f]{6})$/i.exec(text)?.[1];
  if (colour !== undefined) return `#${colour.toLowerCase()}`;
  throw new Misuse(
    `--background cannot be ${quoted(text)}: it is paper, transparent or a colour such as f5f5f5.`,
  );
}

/** Names with commas between them. */
export function readNames(text: string): readonly string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

/** The format that is asked for by name, else by the ending of the file, else PNG. */
export function readFormat(said: string | undefined, out: string | undefined): ExportFormat {
  if (said !== undefined) return readChoice('format', said, formats);
  const ending = /\.([a-z\d]+)$/i.exec(out ?? '')?.[1]?.toLowerCase();
  if (ending === undefined) return 'png';
  if (ending === 'zip') return 'frames';
  const format = formats.find((one) => one === ending);
  if (format !== undefined) return format;
  throw new Misuse(
    unknownName(`--out ${quoted(out ?? '')}: there is no format for .${ending}.`, ending, formats),
  );
}

/** A text somebody typed, for a sentence: in quotes, on one line, not too long. */
export function quoted(text: string): string {
  const plain = text.replace(/\p{Cc}+/gu, ' ');
  return `“${plain.length > 60 ? `${plain.slice(0, 59)}…` : plain}”`;
}
