/** The languages besides English, each loaded only when it is asked for. */
import type { Language } from '#story/languages';
import { register } from '#ui/language';

const dictionaries: Readonly<
  Partial<Record<Language, () => Promise<{ readonly texts: Readonly<Record<string, object>> }>>>
> = {
  de: () => import('./de'),
};

/** Makes the texts of modules that are loaded afterwards those of a language. */
export async function speak(language: Language): Promise<void> {
  const found = await dictionaries[language]?.();
  register(found?.texts, found && language);
}
