/** Makes the jumps that an animation shows, before it shows the first. */
import type { FigureStore } from '#state/figure-store';
import { useOffer } from '#ui/figure-context';
import { animatedJumps } from './animation';
import type { RideSchema } from './schema';
import type { RideSession } from './session';

/** Resolves when the ride has gone as far as it has to, or can. */
async function ridden(session: RideSession, store: FigureStore<RideSchema>): Promise<undefined> {
  const { api, follow } = session;
  const values = { ...store.values(), jumps: animatedJumps(store.values()) };
  await new Promise<void>((resolve, reject) => {
    let end = () => {};
    const look = () => {
      const { status, message, points, stop, riding, arrival } = api.getState();
      const isThere =
        (stop !== undefined || points.length > values.jumps) && (!values.inf || arrival !== undefined);
      if (status === 'failed') reject(new Error(message));
      else if (status === 'ready' && !riding && isThere) resolve();
      else return;
      end();
    };
    end = api.subscribe(look);
    follow(values);
    look();
  });
  return undefined;
}

/** Offers to make the jumps for those who want to animate them. */
export function useRidden(session: RideSession, store: FigureStore<RideSchema>): void {
  useOffer({ prepare: async (id) => (id === 'ride' ? ridden(session, store) : undefined) });
}
