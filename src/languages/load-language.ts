/** Loads the dictionary of a language other than English. */
import type { Language } from '#story/languages';
import { register } from '#ui/language';

const dictionaries: Readonly<
  Partial<Record<Language, () => Promise<{ readonly texts: Readonly<Record<string, object>> }>>>
> = {
  de: () => import('./de'),
};

/** Registers the dictionary: texts of modules imported afterwards are in this language. */
export async function loadLanguage(language: Language): Promise<void> {
  const found = await dictionaries[language]?.();
  register(found?.texts, found && language);
}
