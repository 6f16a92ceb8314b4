/** The share of the copied neuron from one end to the other, as a film. */
import { type Animation, sweep } from '#state/animation';
import { GAMMAS, type LevelsSchema, levelsSchema } from './schema';
import { text } from './text';

const along = sweep(levelsSchema, 'gamma', { id: 'gamma', ...text.animation }, GAMMAS[1], GAMMAS[0]);

/** gamma over its whole range, whatever was shown before. */
export const gammaAnimation: Animation<LevelsSchema> = {
  ...along,
  at: (share, from) => ({ ...along.at(share, from), view: 'copy' }),
};
