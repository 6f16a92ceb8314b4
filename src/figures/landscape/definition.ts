/** The registry entry of the figure `landscape`. */
import { defineFigure } from '#figures/figure';
import { sweep, turntable } from '#state/animation';
import { strings } from '#ui/strings';
import { describeSettings } from './describe';
import { type LandscapeSchema, landscapeSchema, presets } from './schema';
import { text } from './text';

export const landscapeFigure = defineFigure<LandscapeSchema>({
  id: 'landscape',
  title: text.title,
  schema: landscapeSchema,
  presets,
  animations: [
    sweep(landscapeSchema, 'time', strings.animations.trajectory, 1, 0),
    turntable(['cam'], strings.animations.turntable),
  ],
  describe: describeSettings,
  // Its numbers are computed in the worker of the page: they are exported there.
  data: () => [],
  axes: [
    { symbol: '\\gamma', label: text.gamma.label },
    { symbol: 's', label: text.along.label },
    { symbol: '', label: text.lossAxis },
  ],
  load: () => import('./landscape-figure'),
});
