/** The examples of the figure `ride` as the picker and the registry want them. */
import type { Preset } from '#figures/figure';
import { type RideSchema, ridePresets } from './schema';
import { presetText } from './text';

const ids = Object.keys(presetText) as (keyof typeof presetText)[];

export const presets: readonly Preset<RideSchema>[] = ids.map((id) => {
  const [title, teaches] = presetText[id];
  return { id, title, teaches, values: ridePresets[id] };
});
