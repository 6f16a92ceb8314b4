import { performance } from 'node:perf_hooks';
import { lawPlot } from '../../src/figures/ride/law-plot';
import { rideView } from '../../src/figures/ride/model';
import { rideSchema } from '../../src/figures/ride/schema';
import { paperSpec } from '../../src/landscape/landscape-data';
import { rideLawIds } from '../../src/math/ride/ride-laws';
import { drawPlot } from '../../src/plot/draw-plot';
import { defaults } from '../../src/state/schema';
import { clockJob } from '../../src/workers/clock-job';
import { arriveJob, jumpJob } from '../../src/workers/jump-job';
import { rideJob } from '../../src/workers/ride-job';
import type { RideWorld } from '../../src/workers/ride-world';
import { type Figures, figure, median, medianTime, through, timed } from './bench-time';

const SIZE = { width: 400, height: 216 };

function timeRide() {
  let world: RideWorld | undefined;
  const begun = performance.now();
  const { certificate } = through(
    rideJob({ spec: paperSpec() }, (made) => {
      world = made;
    }),
  );
  const start = performance.now() - begun;
  if (world === undefined) throw new Error('the paper’s channel was not found');
  const ride = world;
  const jumps: number[] = [];
  for (;;) {
    const from = performance.now();
    const end = through(jumpJob(ride, { from: jumps.length, factor: 0.5 }));
    if (end.kind !== 'point') break;
    jumps.push(performance.now() - from);
  }
  return {
    start,
    jumps,
    arrive: timed(() => through(arriveJob(ride, { from: jumps.length }))),
    clock: timed(() => through(clockJob(ride, { maxTime: 1e9 }))),
    found: { certificate, points: ride.points, stop: undefined, clock: { done: true } },
  };
}

/** Milliseconds of each part of the figure `ride` on the paper's channel, after a ride that warms up. */
export function timeRides(): Figures {
  const { found } = timeRide();
  const all = [1, 2, 3].map(timeRide);
  const view = rideView(found, { ...defaults(rideSchema), jumps: 15, inf: true });
  if (view === undefined) throw new Error('the ride has no points');
  const jumps = all.flatMap((one) => one.jumps);
  return {
    'network, entrance and certificate': figure(median(all.map(({ start }) => start))),
    'jump and settling, the middle one': figure(median(jumps), 200),
    'jump and settling, the slowest': figure(Math.max(...jumps), 200),
    'Newton to infinity': figure(median(all.map(({ arrive }) => arrive)), 20),
    'gradient flow to 1e9, twice, with eigenvalues': figure(median(all.map(({ clock }) => clock))),
    'marks of the six plots': figure(
      medianTime(31, (run) => {
        for (const id of rideLawIds) drawPlot(lawPlot(id, view, Math.abs(run) % view.points.length), SIZE);
      }),
      16,
    ),
  };
}
