/** The registry entry of the figure `toy`. */
import { defineFigure } from '#figures/figure';
import { sweep, turntable } from '#state/animation';
import { strings } from '#ui/strings';
import { describeSettings } from './describe';
import { presets, type ToySchema, toySchema } from './schema';
import { text } from './text';

export const toyFigure = defineFigure<ToySchema>({
  id: 'toy',
  title: text.title,
  schema: toySchema,
  presets,
  animations: [
    sweep(toySchema, 'time', strings.animations.trajectory, 1, 0),
    turntable(['cam'], strings.animations.turntable),
  ],
  describe: describeSettings,
  // Its numbers are computed in the worker of the page: they are exported there.
  data: () => [],
  axes: [
    { symbol: '\\gamma', label: text.gamma.label },
    { symbol: '\\alpha', label: text.alpha.label },
    { symbol: '', label: text.map.scale },
  ],
  load: () => import('./toy-figure'),
});
