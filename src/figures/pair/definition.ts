/** The registry entry of the figure `pair`. */
import { defineFigure } from '#figures/figure';
import { sweep, turntable } from '#state/animation';
import { strings } from '#ui/strings';
import { describePair, pairData } from './describe';
import { type PairSchema, pairSchema, presets } from './schema';
import { text } from './text';

export const pairFigure = defineFigure<PairSchema>({
  id: 'pair',
  title: text.title,
  schema: pairSchema,
  presets,
  animations: [
    sweep(pairSchema, 'eps', strings.animations.epsilon, 0, pairSchema.eps.max),
    turntable(['cam'], strings.animations.turntable),
  ],
  describe: describePair,
  data: pairData,
  axes: [
    { symbol: 'x_1', label: text.inputs.first },
    { symbol: 'x_2', label: text.inputs.second },
    { symbol: '', label: text.legend },
  ],
  load: () => import('./pair-figure'),
});
