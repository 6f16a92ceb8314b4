/** The words around the text of the teacher's page, in every language. */
import type { Language } from '#story/languages';

interface TeachWords {
  readonly title: string;
  /** For search engines and for links. */
  readonly description: string;
  readonly lead: string;
  readonly contents: string;
  readonly article: string;
  /** The file of the slides. */
  readonly slides: string;
  /** Of exercises, from the easiest. */
  readonly levels: readonly [string, string, string];
  readonly exercise: (number: string) => string;
  readonly solution: string;
  readonly frame: (title: string) => string;
  readonly snippet: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
}

export const teachWords: Readonly<Record<Language, TeachWords>> = {
  en: {
    title: 'For teachers',
    description:
      'Lesson plans for 45 and 90 minutes, exercises with solutions and ready-made embeds on minima at infinity of neural networks.',
    lead: 'Two lessons, eleven exercises with solutions, and figures to put into your own pages and slides.',
    contents: 'On this page',
    article: 'The article',
    slides: 'examples/talk.json',
    levels: ['first steps', 'calculate', 'prove'],
    exercise: (number) => `Exercise ${number}`,
    solution: 'Solution',
    frame: (title) => `${title}, interactive figure`,
    snippet: 'To paste into a page',
    copy: 'Copy',
    copied: 'Copied.',
    notCopied: 'The browser did not let it be copied: mark the text and copy it by hand.',
  },
  de: {
    title: 'Für den Unterricht',
    description:
      'Stundenentwürfe für 45 und 90 Minuten, Aufgaben mit Lösungen und fertige Einbettungen zu Minima neuronaler Netze im Unendlichen.',
    lead: 'Zwei Stundenentwürfe, elf Aufgaben mit Lösungen und Abbildungen für eigene Seiten und Folien.',
    contents: 'Auf dieser Seite',
    article: 'Der Artikel',
    slides: 'examples/talk.de.json',
    levels: ['zum Einstieg', 'zum Rechnen', 'zum Beweisen'],
    exercise: (number) => `Aufgabe ${number}`,
    solution: 'Lösung',
    frame: (title) => `${title}, interaktive Abbildung`,
    snippet: 'Zum Einfügen in eine Seite',
    copy: 'Kopieren',
    copied: 'Kopiert.',
    notCopied: 'Der Browser hat das Kopieren nicht erlaubt: Bitte den Text markieren und von Hand kopieren.',
  },
};

/** Of the page with `docs/model.md`. */
export const modelWords = {
  title: 'The model in plain words',
  description:
    'What the figures of Minima at Infinity compute, with which network and data, and what they leave out.',
} as const;
