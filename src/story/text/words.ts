/** The words around the text of the chapters, in every language. */

import type { ChapterId } from '#story/chapters';
import type { Language } from '#story/languages';
import type { SymbolName } from '#ui/symbols';

export interface Words {
  readonly title: string;
  /** For search engines and for links. */
  readonly description: string;
  readonly headline: string;
  /** The sentence of wonder below it. */
  readonly wonder: string;
  readonly skip: string;
  readonly theme: string;
  readonly contents: string;
  readonly readingTime: (minutes: number) => string;
  readonly noScript: string;
  readonly chapters: Readonly<Record<ChapterId, string>>;
  readonly otherLanguage: Readonly<Record<Language, string>>;
  readonly figure: {
    readonly more: string;
    readonly less: string;
    readonly ownPage: string;
    /** Moves a figure that the reader changed to what the text beside it describes. */
    readonly asText: string;
    readonly picture: (title: string) => string;
  };
  /** The sketches: the title and the sentence of each. */
  readonly schematic: {
    readonly label: string;
    readonly copy: readonly [title: string, text: string];
    readonly line: readonly [title: string, text: string];
    readonly unit: readonly [title: string, text: string];
    readonly saddleLine: string;
    readonly channel: string;
  };
  readonly derivation: string;
  readonly back: string;
  readonly value: { readonly scrub: string };
  readonly predict: {
    readonly heading: string;
    readonly check: string;
    readonly skip: string;
    readonly answer: string;
    readonly right: string;
    readonly wrong: string;
    readonly chooseFirst: string;
    /** Beside the options, once they are checked. */
    readonly marks: { readonly right: string; readonly wrong: string };
    /** Said after `right` and `wrong`. */
    readonly rightIs: (option: string) => string;
    /** Shows the figure's answer, where the figure is out of sight. */
    readonly see: string;
    readonly draw: {
      readonly pad: string;
      readonly truePad: string;
      readonly how: string;
      readonly drawFirst: string;
      /** A point that keys move. */
      readonly knot: (place: string) => string;
      readonly yours: string;
      readonly truth: string;
      /** How far off, as a share of the range of the true curve. */
      readonly off: (share: number, distance: string) => string;
    };
    readonly slope: {
      readonly pad: string;
      readonly truePad: string;
      readonly how: string;
      readonly turnFirst: string;
      readonly handle: string;
      readonly yours: string;
      readonly truth: string;
      readonly off: (yours: string, truth: string) => string;
    };
  };
  readonly glossary: string;
  readonly references: string;
  /** The name of a footnote. */
  readonly reference: (number: number) => string;
  readonly backToText: string;
  readonly copy: { readonly copy: string; readonly copied: string; readonly selected: string };
  readonly teach: string;
  readonly talk: string;
  readonly now: (value: string) => string;
  /** What each symbol means. */
  readonly symbols: Readonly<Record<SymbolName, string>>;
  readonly footer: { readonly paper: string; readonly privacy: string };
}
