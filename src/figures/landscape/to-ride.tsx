/** The way from a landscape to the ride along its channel: the same network, neuron and data. */
import { networkSchema } from '#landscape/network-choice';
import { encodeHash, encodeValues } from '#state/codec';
import type { FigureStore } from '#state/figure-store';
import { type LandscapeSchema, landscapeSchema } from './schema';
import { text } from './text';

interface ToRideProps {
  readonly store: FigureStore<LandscapeSchema>;
  readonly prefix: string;
}

/** The id of the figure, and before its keys in the hash of the whole page. */
const RIDE = 'ride';
const RIDE_PREFIX = `${RIDE}.`;

/** Opens the ride; the browser's Back comes back from it. */
export function ToRide({ store, prefix }: ToRideProps) {
  const open = () => {
    const values = store.values();
    const place = document.getElementById(`place-${RIDE}`);
    if (!place) {
      // Alone on this page: so is the ride on its own.
      const hash = encodeHash(encodeValues(networkSchema, values));
      window.location.assign(`${window.location.pathname}?figure=${RIDE}${hash}`);
      return;
    }
    // The other figures keep what they have in the link.
    const others = window.location.hash
      .slice(1)
      .split('&')
      .filter(
        (entry) => entry && !/^v=/.test(entry) && ![RIDE_PREFIX, prefix].some((key) => entry.startsWith(key)),
      );
    window.location.hash = encodeHash([
      ...others,
      ...encodeValues(landscapeSchema, values, prefix),
      ...encodeValues(networkSchema, values, RIDE_PREFIX),
    ]);
    place.scrollIntoView();
  };
  return (
    <button type="button" data-action="to-ride" onClick={open}>
      {text.toRide}
    </button>
  );
}
