/** The languages in which the page is written. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** The language for a tag such as `de-CH`; English for all that are not written yet. */
export function languageOf(tag: string | undefined): Language {
  const main = tag?.toLowerCase().split('-')[0];
  return languages.find((language) => language === main) ?? 'en';
}
