/** The registry entry of the figure `line`. */
import { defineFigure } from '#figures/figure';
import { sweep } from '#state/animation';
import { strings } from '#ui/strings';
import { describeLine, lineData } from './describe';
import { type LineSchema, lineSchema, presets } from './schema';
import { text } from './text';

export const lineFigure = defineFigure<LineSchema>({
  id: 'line',
  title: text.title,
  schema: lineSchema,
  presets,
  animations: [sweep(lineSchema, 'eps', strings.animations.epsilon, 0, lineSchema.eps.max)],
  describe: describeLine,
  data: lineData,
  axes: [{ symbol: 'x', label: text.sum }],
  load: () => import('./line-figure'),
});
