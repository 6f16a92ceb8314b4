/** The registry entry of the figure `duo`. */
import { defineFigure } from '#figures/figure';
import { sweep, turntable } from '#state/animation';
import { strings } from '#ui/strings';
import { describeSettings } from './describe';
import { type DuoSchema, duoSchema, presets } from './schema';
import { text } from './text';

export const duoFigure = defineFigure<DuoSchema>({
  id: 'duo',
  title: text.title,
  schema: duoSchema,
  presets,
  animations: [
    sweep(duoSchema, 'eps', strings.animations.epsilon, 0, duoSchema.eps.max),
    turntable(['cam', 'view'], strings.animations.turntable),
  ],
  describe: describeSettings,
  // Its numbers are computed in the worker of the page: they are exported there.
  data: () => [],
  axes: [
    { symbol: 'x_1', label: text.inputs.first },
    { symbol: 'x_2', label: text.inputs.second },
    { symbol: '\\gamma', label: text.place },
  ],
  load: () => import('./duo-figure'),
});
