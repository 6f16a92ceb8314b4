/** The jobs of landscapes, rides and the toy problem, with what they need of those before: landscape and ride computed last. */
import { clockJob } from './clock-job';
import type { JobTable } from './host';
import { arriveJob, jumpJob } from './jump-job';
import { landscapeJob } from './landscape-job';
import { placeJob } from './place-job';
import { JobError } from './problem';
import { rideJob } from './ride-job';
import type { RideWorld } from './ride-world';
import { runJob } from './run-job';
import { swarmJob } from './swarm-job';
import { toyEdgeJob, toyStallsJob } from './toy-edge-job';
import { toyLandscapeJob } from './toy-landscape-job';
import { toyRunJob } from './toy-run-job';
import type { trainingJobs } from './training-jobs';
import type { World } from './world';

/** The jobs of one worker. */
export function createJobTable(now: () => number): Omit<JobTable, keyof typeof trainingJobs> {
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
    swarm: (request) => swarmJob(landscapeNow(), request, now),
    place: (request) => placeJob(landscapeNow(), request),
    ride: (request) => rideJob(request, setRide, now),
    jump: (request) => jumpJob(rideNow(), request, now),
    arrive: (request) => arriveJob(rideNow(), request, now),
    clock: (request) => clockJob(rideNow(), request, now),
    'toy-landscape': (request) => toyLandscapeJob(request, now),
    'toy-run': toyRunJob,
    'toy-edge': toyEdgeJob,
    'toy-stalls': toyStallsJob,
  };
}
