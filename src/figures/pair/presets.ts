/** The examples of the figure `pair` as the picker and the registry want them. */

import type { Preset } from '#figures/figure';
import { type PairSchema, pairPresets } from './schema';
import { presetText } from './text';

const ids = Object.keys(presetText) as (keyof typeof presetText)[];

export const presets: readonly Preset<PairSchema>[] = ids.map((id) => {
  const [title, teaches] = presetText[id];
  return { id, title, teaches, values: pairPresets[id] };
});
