/** The sliders of the figure `toy`. */
import { type Handle, numberHandle } from '#ui/handle';
import { type ToySchema, toySchema } from './schema';
import { text } from './text';

type Key = 'gamma' | 'alpha' | 'time' | 'seed' | 'w' | 'eta' | 'decay';

function simple(key: Key, name: string): Handle<ToySchema> {
  return numberHandle({
    key,
    name,
    parameter: toySchema[key],
    read: (values) => values[key],
    // What the runs start from makes them new: all of them is shown.
    write: (value) => ({ [key]: value }),
  });
}

export const handles = {
  gamma: simple('gamma', 'γ'),
  alpha: simple('alpha', 'α'),
  time: simple('time', text.names.time),
  seed: simple('seed', text.names.seed),
  w: simple('w', 'w'),
  eta: simple('eta', 'η'),
  decay: simple('decay', 'λ'),
};
