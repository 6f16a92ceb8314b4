/** Trains networks in a process of its own, one after the other as they are asked for. */
import { recordLine } from '#math/census/record';
import { censusRun } from '#math/census/run';
import type { CensusSettings } from '#math/census/settings';

process.on('message', ({ settings, seed }: { readonly settings: CensusSettings; readonly seed: number }) => {
  const running = censusRun(settings, seed);
  let next = running.next();
  while (!next.done) next = running.next();
  process.send?.(recordLine({ ...settings, ...next.value.run }));
});
