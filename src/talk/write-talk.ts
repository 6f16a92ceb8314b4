/** Writes a talk as the text of a file, which `parseTalk` reads back exactly. */
import { encodeValues } from '#state/codec';
import { STEP_SECONDS, type Step, type Talk, valuesOfPreset } from './steps';

/** A step as JSON, without what is default. */
function written({ figure, values, preset, title, note, seconds, animation }: Step) {
  const state = encodeValues(figure.schema, values, '', valuesOfPreset(figure, preset)).join('&');
  return {
    figure: figure.id,
    ...(preset !== undefined && { preset }),
    ...(state !== '' && { state }),
    title,
    note,
    ...(seconds !== STEP_SECONDS && { seconds }),
    ...(animation !== undefined && { animation }),
  };
}

/** The text of the file, with an end of line. */
export function writeTalk({ title, steps }: Talk): string {
  return `${JSON.stringify({ title, steps: steps.map(written) }, null, 2)}\n`;
}
