/** What `npm run census -- --preset levels` computed (docs/model.md): runs of every width, and the ends beside the copied minimum. */
import type { PerturbedEnd } from './copied-minimum';
import type { Level } from './level-table';
import file from './precomputed.json';

/** Runs of one width; their seeds are 1, 2, 3, ... */
export interface WidthTable {
  readonly width: number;
  readonly levels: readonly Level[];
  /** Which level each run ended on. */
  readonly ends: readonly number[];
  /** Its loss where training was left. */
  readonly losses: readonly number[];
}

export type KnownEnd = Pick<PerturbedEnd, 'kind' | 'loss' | 'lossAtInfinity' | 'h'>;

/** The file, made by `levelsFile`. */
export interface Precomputed {
  readonly plain: readonly WidthTable[];
  readonly biases: readonly WidthTable[];
  readonly ends: {
    readonly gammas: readonly number[];
    readonly plus: readonly KnownEnd[];
    readonly minus: readonly KnownEnd[];
  };
}

// The compiler sees texts in a file where there are kinds.
export const precomputed = file as unknown as Precomputed;

/** Widths with or without biases. */
export type Kind = 'plain' | 'biases';

/** The table of a width; empty for one that was not computed. */
export function tableOf(kind: Kind, width: number): WidthTable {
  return (
    precomputed[kind].find((table) => table.width === width) ?? { width, levels: [], ends: [], losses: [] }
  );
}
