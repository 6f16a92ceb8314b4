/** The sliders of the figure `levels`. */
import { parameterHandle } from '#ui/handle';
import { levelsSchema } from './schema';
import { text } from './text';

export const handles = {
  gamma: parameterHandle(levelsSchema, 'gamma', 'γ'),
  width: parameterHandle(levelsSchema, 'width', text.names.width),
};
