/** Formulas: `$…$` and `$$…$$` of a text become these (scripts/lib/remark-tex.ts). */
import { useStory } from '#story/context';

/** A formula in a line, or on a line of its own. */
export function Tex({ source, display }: { readonly source: string; readonly display?: string }) {
  const { tex } = useStory();
  const isDisplay = display !== undefined;
  return (
    <span
      className={isDisplay ? 'tex tex-display' : 'tex'}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own TeX, set by KaTeX at build
      dangerouslySetInnerHTML={{ __html: tex(source, isDisplay) }}
    />
  );
}
