/** Error messages for the author of a host page. */
import { inLanguage } from '#ui/language';

export const text = inLanguage('host', {
  unknownRequest: (type: string, known: string) =>
    `There is no request called “${type.slice(0, 40)}”. There are: ${known}.`,
  needsState: 'setState needs a payload with a text “hash”, with an object “values”, or with both.',
  needsPreset: 'goto needs a payload with a text “preset”.',
  badSeconds: 'The “seconds” of goto are a number from 0 to 60.',
  badPicture:
    'The payload of screenshot may have “format” (png or svg), “width” and “height” (whole numbers from 1 to 7680), “scale” (up to 8) and “background” (paper, transparent or #rrggbb).',
  unknownKey: (key: string, known: string) => `This figure has no “${key.slice(0, 40)}”. It has: ${known}.`,
  notAValue: (key: string) => `${key}: this is not a value that it can have; it was left as it was.`,
  moved: (key: string, shown: string) => `${key}: this is out of range; it was set to ${shown}.`,
  nothingToPlay: 'This figure has nothing to play now.',
  noPictures: 'This figure makes no pictures here.',
  failed: 'The figure could not do this.',
});
