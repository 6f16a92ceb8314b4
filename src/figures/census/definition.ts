/** The registry entry of the figure `census`. */
import { defineFigure } from '#figures/figure';
import { sweep } from '#state/animation';
import { describeCensus } from './describe';
import { type CensusSchema, censusSchema, presets } from './schema';
import { text } from './text';

export const censusFigure = defineFigure<CensusSchema>({
  id: 'census',
  title: text.title,
  schema: censusSchema,
  presets,
  animations: [sweep(censusSchema, 'shown', { id: 'networks', ...text.growing }, 1, 0)],
  describe: (values) => describeCensus(values, undefined),
  // Its numbers are loaded and trained: they are exported by the figure.
  data: () => [],
  axes: [
    { symbol: '', label: text.scatter.cosine },
    { symbol: '', label: text.scatter.weights },
  ],
  load: () => import('./census-figure'),
});
