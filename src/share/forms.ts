/** In what forms a figure can be shared, in the order of the tabs. */
import { type EmbedOptions, embedAddress, figureLink, type SharedFigure } from './address';
import { type AskedSize, sizePresets } from './sizes';
import {
  bibtex,
  customElement,
  iframe,
  jupyter,
  latexFigure,
  markdownPicture,
  myst,
  paperEntry,
  quarto,
  revealBackground,
  revealSlide,
} from './snippets';
import type { text } from './text';

export type FormId = keyof typeof text.forms;
export type SnippetId = keyof typeof text.snippets;

/** What the snippets of a form are made of. */
interface Material {
  readonly shared: SharedFigure;
  /** The address of the page as it is. */
  readonly page: string;
  /** Today, `2026-01-31`. */
  readonly date: string;
}

interface Form {
  readonly id: FormId;
  /** Whether it shows the figure in a frame, so that an author can choose what of it. */
  readonly embeds: boolean;
  /** What an author begins with who has not chosen yet; all controls and the whole figure when left out. */
  readonly start?: { readonly options: Partial<EmbedOptions>; readonly size: AskedSize };
  readonly snippets: (material: Material) => Partial<Readonly<Record<SnippetId, string>>>;
}

/** How many of them most people want; the others stand behind “More”. */
export const FIRST_FORMS = 3;

export const forms: readonly Form[] = [
  {
    id: 'link',
    embeds: false,
    snippets: ({ shared, page }) => {
      const link = figureLink(shared);
      return page === link ? { link } : { link, page };
    },
  },
  { id: 'iframe', embeds: true, snippets: ({ shared }) => ({ iframe: iframe(shared) }) },
  { id: 'picture', embeds: false, snippets: () => ({}) },
  { id: 'qr', embeds: false, snippets: () => ({}) },
  { id: 'platform', embeds: true, snippets: ({ shared }) => ({ address: embedAddress(shared) }) },
  { id: 'element', embeds: true, snippets: ({ shared }) => ({ element: customElement(shared) }) },
  { id: 'quarto', embeds: true, snippets: ({ shared }) => ({ quarto: quarto(shared) }) },
  { id: 'myst', embeds: true, snippets: ({ shared }) => ({ myst: myst(shared) }) },
  {
    id: 'reveal',
    embeds: true,
    // Nobody scrolls on a slide.
    start: { options: { controls: 'min' }, size: sizePresets.slide },
    snippets: ({ shared }) => ({ slide: revealSlide(shared), background: revealBackground(shared) }),
  },
  { id: 'jupyter', embeds: true, snippets: ({ shared }) => ({ jupyter: jupyter(shared) }) },
  { id: 'markdown', embeds: false, snippets: ({ shared }) => ({ markdown: markdownPicture(shared) }) },
  { id: 'latex', embeds: false, snippets: ({ shared }) => ({ latex: latexFigure(shared) }) },
  {
    id: 'bibtex',
    embeds: false,
    snippets: ({ shared, date }) => ({ bibtex: bibtex(shared, date), paper: paperEntry }),
  },
];
