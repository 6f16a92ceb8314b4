/** All texts of the interface by the names under which dictionaries have them, in English as long as none is registered. */
import { motionText } from '#export/animation/text';
import { text as exporting } from '#export/text';
import { text as census, presetText as censusPresets } from '#figures/census/text';
import { text as duo, presetText as duoPresets } from '#figures/duo/text';
import { text as panels } from '#figures/landscape/panels/text';
import { text as landscape, presetText as landscapePresets } from '#figures/landscape/text';
import { text as levels, presetText as levelsPresets } from '#figures/levels/text';
import { text as line, presetText as linePresets } from '#figures/line/text';
import { text as pair, presetText as pairPresets } from '#figures/pair/text';
import { text as ride, presetText as ridePresets } from '#figures/ride/text';
import { text as toy, presetText as toyPresets } from '#figures/toy/text';
import { text as train, presetText as trainPresets } from '#figures/train/text';
import { text as triple, presetText as triplePresets } from '#figures/triple/text';
import { text as host } from '#host/text';
import { certificateText as certificate, networkText as networks, text as problems } from '#landscape/text';
import { text as share } from '#share/text';
import { en as story } from '#story/text/en';
import { text as talk } from '#talk/text';
import { strings as ui } from '#ui/strings';

export const english = {
  ui,
  duo,
  'duo/presets': duoPresets,
  pair,
  'pair/presets': pairPresets,
  landscape,
  'landscape/presets': landscapePresets,
  'landscape/panels': panels,
  ride,
  'ride/presets': ridePresets,
  levels,
  'levels/presets': levelsPresets,
  train,
  'train/presets': trainPresets,
  line,
  'line/presets': linePresets,
  toy,
  'toy/presets': toyPresets,
  census,
  'census/presets': censusPresets,
  triple,
  'triple/presets': triplePresets,
  export: exporting,
  'export/animation': motionText,
  share,
  host,
  talk,
  networks,
  problems,
  certificate,
  story,
} as const;

/** A sentence or what makes one, and where it stands: `pair.gap.zero`. */
export interface Leaf {
  readonly path: string;
  readonly value: unknown;
}

/** Every sentence of a text. */
export function leaves(value: unknown, path: string): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, below]) => leaves(below, `${path}.${key}`));
}

/** What the sentences that take something else than any text take. */
const special: Readonly<Record<string, readonly string[]>> = {
  'export/animation.noWebCodecs': ['mp4'],
  'export/animation.insecure': ['mp4'],
  'export/animation.noCodec': ['mp4', '112', '113'],
  'export/animation.notEncoded': ['mp4'],
  'landscape.describe.road': ['plus', '112', '113', '114'],
};

/** What a sentence that takes something is given in tests. */
export function argumentsOf({ path, value }: Leaf): readonly string[] {
  if (typeof value !== 'function') return [];
  return special[path] ?? Array.from({ length: value.length }, (_, k) => String(111 + k));
}

/** A sentence, with its arguments filled in. */
export function spoken(leaf: Leaf): string {
  const { value } = leaf;
  return String(
    typeof value === 'function'
      ? (value as (...all: readonly string[]) => unknown)(...argumentsOf(leaf))
      : value,
  );
}
