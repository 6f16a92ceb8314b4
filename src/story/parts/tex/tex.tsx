/** Formulas: `$…$` and `$$…$$` of a text become these (scripts/lib/remark-tex.ts). */
import { useStory } from '#story/context';
import { withWholeParts } from './unbroken-parts';

interface TexProps {
  readonly source: string;
  readonly display?: string;
  /** Punctuation that stays in the formula's line. */
  readonly after?: string;
}

/** The ends of KaTeX's last box, of its line and of the formula. */
const ENDS = /(?:<\/span>){3}$/;

/** A formula in a line, or on a line of its own. */
export function Tex({ source, display, after }: TexProps) {
  const { tex } = useStory();
  const isDisplay = display !== undefined;
  const html = tex(source, isDisplay);
  // Lines can be broken behind each of KaTeX's boxes, so what must not be parted from the last one goes into it.
  const whole =
    after === undefined
      ? html
      : html.replace(ENDS, (ends) => `<span class="tex-after">${after}</span>${ends}`);
  return (
    <span
      className={isDisplay ? 'tex tex-display' : 'tex'}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own TeX, set by KaTeX at build
      dangerouslySetInnerHTML={{ __html: isDisplay ? whole : withWholeParts(whole) }}
    />
  );
}
