/** The jobs that train many networks; they have a worker of their own, as they bring the mathematics of groups with them. */
import { censusFollowJob, censusJob } from './census-job';
import type { JobTable } from './host';
import { levelsEndsJob, levelsSpectraJob, levelsTrainJob } from './levels-jobs';

export const trainingJobs = {
  'levels-train': levelsTrainJob,
  'levels-spectra': levelsSpectraJob,
  'levels-ends': levelsEndsJob,
  census: censusJob,
  'census-follow': censusFollowJob,
} as const satisfies Partial<JobTable>;
