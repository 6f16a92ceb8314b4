/** Entry of the worker of landscapes, rides and the toy problem. */
import { createJobTable } from './job-table';
import { serveJobs } from './serve-jobs';

serveJobs(createJobTable);
