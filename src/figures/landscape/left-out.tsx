/** Says what of the descent slice is not on the picture. */
import { useStore } from 'zustand';
import type { FigureStore } from '#state/figure-store';
import { leftOutText } from './left-out-text';
import type { LandscapeSchema } from './schema';
import type { LandscapeSession } from './session';

interface LeftOutProps {
  readonly store: FigureStore<LandscapeSchema>;
  readonly session: LandscapeSession;
}

/** The sentences; they change when the landscape or what is shown of it does. */
export function LeftOut({ store, session }: LeftOutProps) {
  const slice = useStore(store.api, ({ values }) => values.slice);
  const axis = useStore(store.api, ({ values }) => values.axis);
  const crop = useStore(store.api, ({ values }) => values.crop);
  const said = useStore(session.api, (state) => leftOutText(state, { ...store.values(), slice, axis, crop }));
  return (
    <p className="surface-remark left-out" data-readout="left-out">
      {said}
    </p>
  );
}
