/** The sliders of the figure `train`. */
import { parameterHandle } from '#ui/handle';
import { trainSchema } from './schema';
import { text } from './text';

export const handles = {
  steps: parameterHandle(trainSchema, 'steps', text.steps.symbol),
  seed: parameterHandle(trainSchema, 'seed', text.seed.symbol),
};
