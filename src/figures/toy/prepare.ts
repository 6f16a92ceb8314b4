/** What an animation of the trajectory waits for. */
import { useOffer } from '#ui/figure-context';
import type { ToySession } from './session';

/** Resolves when the landscape and all runs are there; rejects with the sentence of what went wrong. */
function computed({ api }: ToySession): Promise<undefined> {
  return new Promise((resolve, reject) => {
    let end = () => {};
    const look = () => {
      const { complete, running, trouble } = api.getState();
      if (trouble !== '') reject(new Error(trouble));
      else if (complete && !running) resolve(undefined);
      else return;
      end();
    };
    end = api.subscribe(look);
    look();
  });
}

/** Offers to wait for the runs to those who want to animate them. */
export function useTrajectory(session: ToySession): void {
  useOffer({ prepare: () => computed(session) });
}
