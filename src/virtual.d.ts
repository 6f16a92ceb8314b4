/** What the build makes (scripts/lib/formulas.ts). */
declare module 'virtual:formulas' {
  /** HTML and MathML of each formula. */
  export const html: Readonly<Record<import('#ui/formulas').FormulaName, string>>;
}

declare module 'virtual:formulas/triple' {
  /** HTML and MathML of each formula of the figure `triple`. */
  export const html: Readonly<Record<import('#ui/formulas').TripleFormulaName, string>>;
}

declare module 'virtual:formulas.css';

/** The design tokens (scripts/lib/theme-plugin.ts). */
declare module 'virtual:theme.css';

/** The article (scripts/lib/story-plugin.ts): its HTML in a language, and the rules for its formulas. */
declare module 'virtual:story/*' {
  const html: string;
  export default html;
}

declare module 'virtual:story.css';
