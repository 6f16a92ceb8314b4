/** The ride as a film: one jump after the other. */
import type { Animation } from '#state/animation';
import { strings } from '#ui/strings';
import type { RideSchema, RideValues } from './schema';

/** Jumps of a film of a ride that has not begun. */
const USUAL_JUMPS = 12;

/** Jumps of the film: those that are shown, if any. */
export function animatedJumps({ jumps }: Pick<RideValues, 'jumps'>): number {
  return jumps > 0 ? jumps : USUAL_JUMPS;
}

/** Each point is seen as long as any other; infinity, where it is shown, comes with the last. */
export const rideAnimation: Animation<RideSchema> = {
  ...strings.animations.ride,
  at(share, from) {
    const last = animatedJumps(from);
    return { jumps: share >= 1 ? last : Math.floor(share * last), inf: from.inf && share >= 1 };
  },
};
