/** Everything that can be set in the figure `duo`, and its named starting points. */
import { presetList } from '#figures/figure';
import { numberParameter, type Schema, type Values } from '#state/schema';
import { cameraParameter } from '#ui/camera';
import { presetText, text } from './text';

export const duoSchema = {
  // The floor of the channel is followed from 0 as far as this.
  eps: numberParameter(text.eps, '\\varepsilon', {
    min: 1e-6,
    max: 0.4,
    default: 0.1,
    perDecade: 40,
    zero: true,
  }),
  sheets: { kind: 'flag', symbol: '', ...text.sheets, default: true },
  cam: cameraParameter(text.cam, [35, 65, 1.1]),
  view: cameraParameter(text.view, [74, 44, 1.12]),
} as const satisfies Schema;

export type DuoSchema = typeof duoSchema;
export type DuoValues = Values<DuoSchema>;

/** What a preset sets; everything else goes back to its default. */
export const duoPresets: Readonly<Record<keyof typeof presetText, Partial<DuoValues>>> = {
  entrance: { eps: 0.4 },
  'down-the-channel': { eps: 0.03 },
  infinity: { eps: 0 },
};

export const presets = presetList(presetText, duoPresets);
