/** Translated titles of the figures, for HTML that is prerendered in several languages. */
import type { Language } from '#story/languages';
import { texts } from './de';

const translated: Readonly<Partial<Record<Language, Readonly<Record<string, object>>>>> = { de: texts };

/** What a figure is called in a language. */
export function titleIn(language: Language, figure: { readonly id: string; readonly title: string }): string {
  const text = translated[language]?.[figure.id];
  return text && 'title' in text && typeof text.title === 'string' ? text.title : figure.title;
}
