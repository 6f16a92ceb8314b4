/** Trains one network of a census. */
import { followRun } from '#math/census/follow';
import { censusRun } from '#math/census/run';
import type { Job } from './job';
import type { Jobs } from './messages';

/** Settings have to be fit to train (`settingsProblem`). */
export function* censusJob({ settings, seed }: Jobs['census']['request']): Job<'census'> {
  const running = censusRun(settings, seed);
  for (;;) {
    const next = running.next();
    if (next.done) return next.value.run;
    yield undefined;
  }
}

/** Trains it again and records; settings as above. */
export function* censusFollowJob({ settings, seed }: Jobs['census-follow']['request']): Job<'census-follow'> {
  return yield* followRun(settings, seed);
}
