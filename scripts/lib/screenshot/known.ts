/** What can be asked for: the figures as the command line knows them. */
import type { FigureDefinition } from '#figures/figure';
import type { Schema } from '#state/schema';

export interface KnownFigure {
  readonly id: string;
  readonly title: string;
  readonly schema: Schema;
  readonly presets: readonly Pick<
    FigureDefinition['presets'][number],
    'id' | 'title' | 'teaches' | 'values'
  >[];
  readonly animations: readonly Pick<FigureDefinition['animations'][number], 'id' | 'title' | 'seconds'>[];
}
