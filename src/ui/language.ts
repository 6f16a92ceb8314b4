/**
 * In which language the words are. The texts of each folder are a constant in English; a translation that was registered
 * before the module with the text was loaded stands in its place (docs/languages.md).
 */
import { writeNumbersIn } from '#state/decimal-mark';

/** The same texts in another language: the keys, the parameters of functions, numbers and ids stay. */
export type Translation<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Translation<R>
    : T extends object
      ? { readonly [K in keyof T]: K extends 'id' ? T[K] : Translation<T[K]> }
      : T;

let dictionary: Readonly<Record<string, object>> = {};
let spoken: string | undefined;

/** Makes the texts of modules that are loaded from now on those of a dictionary, or the English ones again; numbers too. */
export function register(texts: Readonly<Record<string, object>> = {}, language?: string): void {
  dictionary = texts;
  spoken = language;
  writeNumbersIn(language ?? 'en');
}

/** The language of the registered texts, as it stands in links (`lang=de`); undefined for English. */
export function pageLanguage(): string | undefined {
  return spoken;
}

/**
 * The texts of a module in the language of the page.
 * @param name under which a dictionary has them
 */
export function inLanguage<const T extends object>(name: string, english: T): Translation<T> {
  return (dictionary[name] ?? english) as Translation<T>;
}
