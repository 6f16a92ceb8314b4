/** Trains one network of a census. */
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
