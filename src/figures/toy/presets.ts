/** The examples of the figure `toy` as the picker and the registry want them. */
import type { Preset } from '#figures/figure';
import { type ToySchema, toyPresets } from './schema';
import { presetText } from './text';

const ids = Object.keys(presetText) as (keyof typeof presetText)[];

export const presets: readonly Preset<ToySchema>[] = ids.map((id) => {
  const [title, teaches] = presetText[id];
  return { id, title, teaches, values: toyPresets[id] };
});
