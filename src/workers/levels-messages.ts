/** What page and worker send each other about levels of loss and the copied minimum. Plain data. */
import type { LineSpectra, PerturbedEnd, Side } from '#math/levels/copied-minimum';
import type { LevelRun } from '#math/levels/level-run';

/** Networks of one width to train, from seeds that follow each other. */
export interface LevelsTrainRequest {
  readonly width: number;
  readonly biases: boolean;
  readonly firstSeed: number;
  readonly count: number;
}

/** Jobs of the figure `levels`. */
export interface LevelsJobs {
  /** Trains networks, one after the other. */
  readonly 'levels-train': {
    readonly request: LevelsTrainRequest;
    readonly part: LevelRun;
    readonly end: Readonly<Record<string, never>>;
  };
  /** Spectra along the line of the copied minimum. */
  readonly 'levels-spectra': {
    readonly request: { readonly gammas: Float64Array };
    readonly part: never;
    readonly end: LineSpectra;
  };
  /** Where training goes from both sides of it. */
  readonly 'levels-ends': {
    readonly request: { readonly gamma: number };
    readonly part: { readonly side: Side; readonly end: PerturbedEnd };
    readonly end: Readonly<Record<string, never>>;
  };
}
