/** The paper's ride, computed by the worker's jobs, as the figure's session would hold it. */
import { paperSpec } from '#landscape/landscape-data';
import { clockJob } from '#workers/clock-job';
import { jumpJob } from '#workers/jump-job';
import { rideJob } from '#workers/ride-job';
import type { RideWorld } from '#workers/ride-world';
import { type RideValues, rideSchema } from '../../../src/figures/ride/schema';
import type { RideState } from '../../../src/figures/ride/session';
import { defaults } from '../../../src/state/schema';
import { drain } from '../../support/world';

export const start: RideValues = defaults(rideSchema);

/** A ride with so many jumps, fewer when it ends before, and with its clock to this flow time. */
export function paperRide(jumps: number, side?: 'plus' | 'minus', clockTime = 1e6): RideState {
  let world: RideWorld | undefined;
  const { end: found } = drain(
    rideJob({ spec: paperSpec(), ...(side && { side }) }, (made) => {
      world = made;
    }),
  );
  if (!world) throw new Error('no ride was published');
  const { parts } = drain(clockJob(world, { maxTime: clockTime }));
  let stop: RideState['stop'];
  for (let k = 0; k < jumps && !stop; k++) {
    const { end } = drain(jumpJob(world, { from: k, factor: 0.5 }));
    if (end.kind !== 'point') stop = end;
  }
  return {
    status: 'ready',
    message: '',
    found,
    certificate: found.certificate,
    points: world.points,
    stop,
    riding: false,
    waiting: false,
    jumpTime: 5,
    arrival: undefined,
    clock: { done: true, ...Object.fromEntries(parts.map(({ run, curve }) => [run, curve])) },
    searching: false,
  };
}
