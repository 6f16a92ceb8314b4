/** Trains networks in a process of its own, one after the other as they are asked for. */
import { recordLine } from '#math/census/record';
import { recordedRun } from '#math/levels/level-run';
import { runSteps } from '#math/numerics/steps';
import type { Task } from './pool';

process.on('message', ({ settings, seed }: Task) => {
  process.send?.(recordLine(runSteps(recordedRun(settings, seed))));
});
