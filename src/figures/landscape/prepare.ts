/** Makes the run that an animation of the trajectory follows. */
import { useOffer } from '#ui/figure-context';
import { currentRun } from './run-places';
import type { LandscapeSession } from './session';

/** Resolves when no run is under way any more. */
function whenStopped({ api }: LandscapeSession): Promise<void> {
  return new Promise((resolve) => {
    let end = () => {};
    const look = () => {
      if (api.getState().running) return;
      end();
      resolve();
    };
    end = api.subscribe(look);
    look();
  });
}

/** A run from start to end; resolves with what takes it away again if it had to be made. */
async function rolled(session: LandscapeSession, roll: () => void): Promise<(() => void) | undefined> {
  const { running, runs, ballMoved } = session.api.getState();
  const isThere = !ballMoved && (running || runs.length > 0);
  if (!isThere) roll();
  await whenStopped(session);
  const state = session.api.getState();
  // A run that went as far as it could is a trajectory all the same.
  if ((currentRun(state)?.times.length ?? 0) === 0) throw new Error(state.trouble);
  return isThere ? undefined : () => session.clear();
}

/** Offers to make a run for those who want to animate it. */
export function useTrajectory(session: LandscapeSession, roll: () => void): void {
  useOffer({ prepare: async (id) => (id === 'trajectory' ? rolled(session, roll) : undefined) });
}
