/** The registry entry of the figure `train`. */
import { defineFigure } from '#figures/figure';
import { trainAnimations } from './act';
import { describeTrain, trainData } from './describe';
import { presets, type TrainSchema, trainSchema } from './schema';
import { text } from './text';

export const trainFigure = defineFigure<TrainSchema>({
  id: 'train',
  title: text.title,
  schema: trainSchema,
  presets,
  animations: trainAnimations,
  describe: describeTrain,
  data: trainData,
  axes: [
    { symbol: 'x', label: text.plots.function },
    { symbol: '', label: text.plots.loss },
  ],
  load: () => import('./train-figure'),
});
