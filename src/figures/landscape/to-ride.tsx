/** The way from a landscape to the ride along its channel: the same network, neuron and data. */
import { networkSchema } from '#landscape/network-choice';
import { encodeValues } from '#state/codec';
import type { FigureStore } from '#state/figure-store';
import { goToFigure } from '#ui/go-to-figure';
import { type LandscapeSchema, landscapeSchema } from './schema';
import { text } from './text';

interface ToRideProps {
  readonly store: FigureStore<LandscapeSchema>;
  readonly prefix: string;
}

/** Opens the ride; the browser's Back comes back from it. */
export function ToRide({ store, prefix }: ToRideProps) {
  const open = () => {
    const values = store.values();
    goToFigure('ride', encodeValues(networkSchema, values), {
      prefix,
      entries: encodeValues(landscapeSchema, values, prefix),
    });
  };
  return (
    <button type="button" className="button" data-action="to-ride" onClick={open}>
      {text.toRide}
    </button>
  );
}
