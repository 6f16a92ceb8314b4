/** How far the reader has come: kept in the address as `chapter=…`, and nowhere else. */
import { createFigureStore, type FigureStore } from '#state/figure-store';
import type { Schema } from '#state/schema';
import { chapters } from './chapters';

const schema = {
  chapter: {
    kind: 'choice',
    symbol: '',
    label: 'chapter',
    description: 'The chapter that is being read.',
    transient: true,
    options: ['start', ...chapters].map((id) => ({ id, label: id })),
    default: 'start',
  },
} as const satisfies Schema;

interface Progress {
  /** To be bound to the hash. */
  readonly store: FigureStore<Schema>;
  /** Goes where the address says, and follows the reader from there. */
  readonly start: () => void;
  readonly end: () => void;
}

/** The progress through an article. */
export function createProgress(article: HTMLElement): Progress {
  const store = createFigureStore(schema) as unknown as FigureStore<Schema>;
  const sections = [...article.querySelectorAll<HTMLElement>('[data-chapter]')];
  const links = [...article.querySelectorAll<HTMLAnchorElement>('.contents a')];
  const mark = (chapter: string) => {
    for (const link of links) {
      if (link.hash === `#${chapter}`) link.setAttribute('aria-current', 'step');
      else link.removeAttribute('aria-current');
    }
  };
  const observer = new IntersectionObserver(
    () => {
      const middle = window.innerHeight / 2;
      const read = sections.findLast((section) => section.getBoundingClientRect().top < middle);
      const chapter = read?.dataset.chapter ?? 'start';
      mark(chapter);
      if (store.values().chapter !== chapter) store.set({ chapter });
    },
    { rootMargin: '-50% 0px -50% 0px' },
  );
  return {
    store,
    start() {
      const { chapter } = store.values();
      if (chapter !== 'start' && window.scrollY === 0) {
        document.getElementById(String(chapter))?.scrollIntoView();
      }
      for (const section of sections) observer.observe(section);
    },
    end: () => observer.disconnect(),
  };
}
