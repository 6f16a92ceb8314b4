/** The registry entry of the figure `ride`. */
import { defineFigure } from '#figures/figure';
import { rideAnimation } from './animation';
import { describeSettings } from './describe';
import { presets, type RideSchema, rideSchema } from './schema';
import { text } from './text';

export const rideFigure = defineFigure<RideSchema>({
  id: 'ride',
  title: text.title,
  schema: rideSchema,
  presets,
  animations: [rideAnimation],
  describe: describeSettings,
  // Its numbers are computed in a worker: they are exported by the figure.
  data: () => [],
  axes: [
    { symbol: '1/\\varepsilon', label: text.plots.inverse },
    { symbol: '', label: text.plots.excess },
  ],
  load: () => import('./ride-figure'),
});
