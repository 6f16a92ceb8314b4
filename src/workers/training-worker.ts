/** Entry of the worker that trains many networks. */
import { serveJobs } from './serve-jobs';
import { trainingJobs } from './training-jobs';

serveJobs(() => trainingJobs);
