/** The registry entry of the figure `pair`. */
import { defineFigure } from '#figures/figure';
import { describePair, pairData } from './describe';
import { type PairSchema, pairPresets, pairSchema } from './schema';
import { presetText, text } from './text';

const presetIds = Object.keys(presetText) as (keyof typeof presetText)[];

export const pairFigure = defineFigure<PairSchema>({
  id: 'pair',
  title: text.title,
  schema: pairSchema,
  presets: presetIds.map((id) => {
    const [title, teaches] = presetText[id];
    return { id, title, teaches, values: pairPresets[id] };
  }),
  describe: describePair,
  data: pairData,
  axes: [
    { symbol: 'x_1', label: 'first input' },
    { symbol: 'x_2', label: 'second input' },
    { symbol: '', label: text.legend },
  ],
  load: () => import('./pair-figure'),
});
