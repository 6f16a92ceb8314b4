/** The words of every language. */
import type { Language } from '#story/languages';
import { de } from './de';
import { en } from './en';
import type { Words } from './words';

export const allWords: Readonly<Record<Language, Words>> = { en, de };
