/** The registry entry of the figure `levels`. */
import { defineFigure } from '#figures/figure';
import { gammaAnimation } from './animation';
import { type LevelsSchema, levelsSchema, presets } from './schema';
import { text } from './text';

export const levelsFigure = defineFigure<LevelsSchema>({
  id: 'levels',
  title: text.title,
  schema: levelsSchema,
  presets,
  animations: [gammaAnimation],
  describe: ({ width }) => text.describe.settings(width),
  // Its runs come with the figure: they are exported there.
  data: () => [],
  axes: [
    { symbol: '', label: text.levels.width },
    { symbol: '', label: text.levels.axis },
  ],
  load: () => import('./levels-figure'),
});
