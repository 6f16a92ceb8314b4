import { performance } from 'node:perf_hooks';
import { lawPlot } from '../../src/figures/ride/law-plot';
import { type RideView, rideView } from '../../src/figures/ride/model';
import { rideSchema } from '../../src/figures/ride/schema';
import { paperSpec } from '../../src/landscape/landscape-data';
import { rideLawIds } from '../../src/math/ride/ride-laws';
import { drawPlot } from '../../src/plot/draw-plot';
import { defaults } from '../../src/state/schema';
import { clockJob } from '../../src/workers/clock-job';
import { arriveJob, jumpJob } from '../../src/workers/jump-job';
import { rideJob } from '../../src/workers/ride-job';
import type { RideWorld } from '../../src/workers/ride-world';
import { median } from './bench-parts';

/** Milliseconds of each part of the figure `ride`, on the paper's channel. */
export interface RideCosts {
  /** From the network to the entrance with its certificate. */
  readonly start: number;
  /** A jump and the settling after it: the middle one, and the slowest. */
  readonly jump: number;
  readonly slowestJump: number;
  /** Newton's method from the last point to infinity. */
  readonly arrive: number;
  /** Gradient flow to 1e9 in the channel and to the finite minimum, with eigenvalues. */
  readonly clock: number;
  /** The marks of all six plots with fifteen points. */
  readonly plots: number;
}

const SIZE = { width: 400, height: 216 };
const rides = 3;
const repeats = 31;

/** Takes all steps of a job; its end and how long it took. */
function timed<End>(job: Generator<unknown, End, undefined>): { readonly end: End; readonly time: number } {
  const start = performance.now();
  for (;;) {
    const next = job.next();
    if (next.done) return { end: next.value, time: performance.now() - start };
  }
}

function timeRide() {
  let world: RideWorld | undefined;
  const begun = timed(
    rideJob({ spec: paperSpec() }, (made) => {
      world = made;
    }),
  );
  if (world === undefined) throw new Error('the paper’s channel was not found');
  const jumps: number[] = [];
  for (;;) {
    const { end, time } = timed(jumpJob(world, { from: jumps.length, factor: 0.5 }));
    if (end.kind !== 'point') break;
    jumps.push(time);
  }
  const arrive = timed(arriveJob(world, { from: jumps.length })).time;
  const clock = timed(clockJob(world, { maxTime: 1e9 })).time;
  return {
    start: begun.time,
    certificate: begun.end.certificate,
    points: world.points,
    jumps,
    arrive,
    clock,
  };
}

function timePlots(view: RideView): number {
  const times = Array.from({ length: repeats }, (_, k) => {
    const start = performance.now();
    for (const id of rideLawIds) drawPlot(lawPlot(id, view, k % view.points.length), SIZE);
    return performance.now() - start;
  });
  return median(times);
}

/** Times the ride, after one that warms up. */
export function timeRides(): RideCosts {
  timeRide();
  const all = Array.from({ length: rides }, timeRide);
  const { points, certificate } = all[0] as ReturnType<typeof timeRide>;
  const view = rideView(
    {
      ...{ status: 'ready', message: '', found: undefined, certificate, points, stop: undefined },
      ...{
        riding: false,
        waiting: false,
        jumpTime: undefined,
        arrival: undefined,
        clock: { done: true },
        searching: false,
      },
    },
    { ...defaults(rideSchema), jumps: 15, inf: true },
  );
  if (view === undefined) throw new Error('the ride has no points');
  const jumps = all.flatMap((one) => one.jumps);
  return {
    start: median(all.map(({ start }) => start)),
    jump: median(jumps),
    slowestJump: Math.max(...jumps),
    arrive: median(all.map(({ arrive }) => arrive)),
    clock: median(all.map(({ clock }) => clock)),
    plots: timePlots(view),
  };
}
