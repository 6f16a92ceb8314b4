/** Numbers about levels of loss, from the runs that come with the figure. */

import { copiedMinimum } from '#math/levels/copied-minimum';
import { summaryOf } from '#math/levels/level-table';
import { tableOf } from '#math/levels/precomputed';

/** Runs of two neurons, how many of a hundred end at infinity, and the loss of the finite minimum. */
export function levelsFacts() {
  const { runs, infinite } = summaryOf(tableOf('plain', 2).levels);
  return {
    levelsRunsTwo: runs,
    levelsInfiniteTwo: 100 * infinite.share,
    levelsFinite: copiedMinimum().loss,
  };
}
