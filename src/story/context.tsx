/** What the parts of the article are given while they are made into HTML, at build. */
import { createContext, useContext } from 'react';
import type { Facts } from './facts/facts';
import type { Language } from './languages';
import type { Words } from './text/words';

export interface Story {
  readonly language: Language;
  readonly words: Words;
  /** Sets TeX as HTML. */
  readonly tex: (source: string, display: boolean) => string;
  readonly facts: Facts;
}

export const StoryContext = createContext<Story | undefined>(undefined);

/** @throws Error outside of an article */
export function useStory(): Story {
  const story = useContext(StoryContext);
  if (!story) throw new Error('a part of the article stands outside of it');
  return story;
}
