/** The jobs that train many networks; they have a worker of their own, as they bring the mathematics of groups with them. */
import { censusJob } from './census-job';
import type { JobTable } from './host';
import { levelsEndsJob, levelsSpectraJob, levelsTrainJob } from './levels-jobs';

export const trainingJobs = {
  'levels-train': levelsTrainJob,
  'levels-spectra': levelsSpectraJob,
  'levels-ends': levelsEndsJob,
  census: censusJob,
} as const satisfies Partial<JobTable>;
