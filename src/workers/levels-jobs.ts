/** Levels of loss, and the copied minimum of the paper's Figure 3. */
import { type CopiedMinimum, copiedMinimum, lineSpectra, perturbedEnd } from '#math/levels/copied-minimum';
import { levelRun } from '#math/levels/level-run';
import type { Job } from './job';
import type { LevelsTrainRequest } from './levels-messages';

/** Sends each run as it ends. */
export function* levelsTrainJob({
  width,
  biases,
  firstSeed,
  count,
}: LevelsTrainRequest): Job<'levels-train'> {
  for (let k = 0; k < count; k++) {
    const running = levelRun(width, biases, firstSeed + k);
    let next = running.next();
    while (!next.done) {
      yield undefined;
      next = running.next();
    }
    yield { part: next.value, done: (k + 1) / count };
  }
  return {};
}

let copied: CopiedMinimum | undefined;

/** The copied minimum, made once. */
function copiedOnce(): CopiedMinimum {
  copied ??= copiedMinimum();
  return copied;
}

/** Computes the spectra at ascending gammas. */
export function* levelsSpectraJob({ gammas }: { readonly gammas: Float64Array }): Job<'levels-spectra'> {
  const running = lineSpectra(copiedOnce(), gammas);
  let next = running.next();
  while (!next.done) {
    yield { done: next.value };
    next = running.next();
  }
  return next.value;
}

/** Trains from both sides of the line at gamma. */
export function* levelsEndsJob({ gamma }: { readonly gamma: number }): Job<'levels-ends'> {
  if (!Number.isFinite(gamma)) throw new RangeError('gamma has to be a finite number');
  for (const side of ['plus', 'minus'] as const) {
    const running = perturbedEnd(copiedOnce(), gamma, side);
    let next = running.next();
    while (!next.done) {
      yield undefined;
      next = running.next();
    }
    yield { part: { side, end: next.value } };
  }
  return {};
}
