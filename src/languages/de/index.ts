/** German, by the names under which the texts look for it (`inLanguage`). */
import { de as story } from '#story/text/de';
import { census, censusPresets } from './census';
import { certificate } from './certificate';
import { duo, duoPresets } from './duo';
import { exporting, motion } from './export';
import { host } from './host';
import { landscape, landscapePresets } from './landscape';
import { levels, levelsPresets } from './levels';
import { line, linePresets } from './line';
import { pair, pairPresets } from './pair';
import { panels } from './panels';
import { networks, problems } from './problems';
import { ride, ridePresets } from './ride';
import { share } from './share';
import { talk } from './talk';
import { toy, toyPresets } from './toy';
import { train, trainPresets } from './train';
import { triple, triplePresets } from './triple';
import { ui } from './ui';

export const texts = {
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
  'export/animation': motion,
  share,
  host,
  talk,
  problems,
  networks,
  certificate,
  story,
} as const;
