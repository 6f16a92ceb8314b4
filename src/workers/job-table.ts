/** Each job by its name, with what it needs of the jobs before it: the landscape and the ride computed last. */
import { censusJob } from './census-job';
import { clockJob } from './clock-job';
import type { Job } from './job';
import { arriveJob, jumpJob } from './jump-job';
import { landscapeJob } from './landscape-job';
import { levelsEndsJob, levelsSpectraJob, levelsTrainJob } from './levels-jobs';
import type { JobName, Jobs } from './messages';
import { placeJob } from './place-job';
import { JobError } from './problem';
import { rideJob } from './ride-job';
import type { RideWorld } from './ride-world';
import { runJob } from './run-job';
import { toyEdgeJob, toyStallsJob } from './toy-edge-job';
import { toyLandscapeJob } from './toy-landscape-job';
import { toyRunJob } from './toy-run-job';
import type { World } from './world';

type JobTable = {
  readonly [Name in JobName]: (request: Jobs[Name]['request']) => Job<Name>;
};

/** The jobs of one worker. Those that need a result that is not there yet throw a `JobError`. */
export function createJobTable(now: () => number): JobTable {
  let world: World | undefined;
  let ride: RideWorld | undefined;

  const landscapeNow = (): World => {
    if (world === undefined) throw new JobError({ code: 'no-landscape' });
    return world;
  };
  const rideNow = (): RideWorld => {
    if (ride === undefined) throw new JobError({ code: 'no-ride' });
    return ride;
  };
  const setWorld = (made: World) => {
    world = made;
  };
  const setRide = (found: RideWorld) => {
    ride = found;
  };

  return {
    landscape: (request) => landscapeJob(request, setWorld),
    run: (request) => runJob(landscapeNow(), request, now),
    place: (request) => placeJob(landscapeNow(), request),
    ride: (request) => rideJob(request, setRide, now),
    jump: (request) => jumpJob(rideNow(), request, now),
    arrive: (request) => arriveJob(rideNow(), request, now),
    clock: (request) => clockJob(rideNow(), request, now),
    'levels-train': levelsTrainJob,
    'levels-spectra': levelsSpectraJob,
    'levels-ends': levelsEndsJob,
    'toy-landscape': (request) => toyLandscapeJob(request, now),
    'toy-run': toyRunJob,
    'toy-edge': toyEdgeJob,
    'toy-stalls': toyStallsJob,
    census: censusJob,
  };
}
