/** The one handle of the figure `duo`. */
import { type Handle, numberHandle } from '#ui/handle';
import { type DuoSchema, duoSchema } from './schema';

/** From the entrance of the channel at the left to infinity at the right. */
export const epsilonHandle: Handle<DuoSchema> = numberHandle({
  key: 'eps',
  name: 'ε',
  parameter: duoSchema.eps,
  reversed: true,
  read: (values) => values.eps,
  write: (eps) => ({ eps }),
});
