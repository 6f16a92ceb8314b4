/** The words that the glossary explains, in its order, and what they mean in every language. */
import type { Language } from './languages';
import { de } from './text/terms-de';
import { en } from './text/terms-en';

export const termIds = [
  'neuron',
  'activation',
  'landscape',
  'saddle',
  'saddle-line',
  'plateau',
  'channel',
  'floor',
  'infinity',
  'gated',
  'limit',
  'flow',
  'descent',
  'curvature',
  'hessian',
  'edge',
  'jump',
  'certificate',
  'road-back',
  'decay',
] as const;
export type TermId = (typeof termIds)[number];

/** A word of the glossary. */
export interface Term {
  readonly name: string;
  readonly meaning: string;
}

export type Terms = Readonly<Record<TermId, Term>>;

export const glossary: Readonly<Record<Language, Terms>> = { en, de };
