/** The sliders of the figure `toy`. */
import { parameterHandle } from '#ui/handle';
import { toySchema } from './schema';
import { text } from './text';

export const handles = {
  gamma: parameterHandle(toySchema, 'gamma', 'γ'),
  alpha: parameterHandle(toySchema, 'alpha', 'α'),
  time: parameterHandle(toySchema, 'time', text.names.time),
  seed: parameterHandle(toySchema, 'seed', text.names.seed),
  w: parameterHandle(toySchema, 'w', 'w'),
  eta: parameterHandle(toySchema, 'eta', 'η'),
  decay: parameterHandle(toySchema, 'decay', 'λ'),
};
