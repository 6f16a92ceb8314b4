/** The registry entry of the figure `triple`. */
import { defineFigure } from '#figures/figure';
import { sweep, turntable } from '#state/animation';
import { strings } from '#ui/strings';
import { describeTriple, tripleData } from './describe';
import { presets, type TripleSchema, tripleSchema } from './schema';
import { text } from './text';

export const tripleFigure = defineFigure<TripleSchema>({
  id: 'triple',
  title: text.title,
  schema: tripleSchema,
  presets,
  animations: [
    sweep(tripleSchema, 'eps', strings.animations.epsilon, 0, tripleSchema.eps.max),
    turntable(['cam'], strings.animations.turntable),
  ],
  describe: describeTriple,
  data: tripleData,
  axes: [
    { symbol: 'x_1', label: text.inputs.first },
    { symbol: 'x_2', label: text.inputs.second },
    { symbol: '', label: text.legend },
  ],
  load: () => import('./triple-figure'),
});
