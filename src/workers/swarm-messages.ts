/** Many balls at once: what the page asks its worker for, and what it is sent. */
import type { SlicePoint } from './messages';

export interface SwarmRequest {
  /** Points of the drawn surface, one a ball. */
  readonly starts: readonly SlicePoint[];
}

/** Where a ball has come to, by its number in `places`; `elsewhere` is one that was given up on its way. */
export const swarmPlaces = ['rolling', 'channel', 'finite', 'elsewhere'] as const;
export type SwarmPlace = (typeof swarmPlaces)[number];

/** All balls at, or some of them on their way to, a flow time; one that has ended stays where it was. One entry a ball. */
export interface SwarmPart {
  readonly time: number;
  readonly places: Uint8Array;
  readonly losses: Float64Array;
  readonly gammas: Float64Array;
  /** Place on either slice, and distance to it, as in `RunPart`. */
  readonly along: Float64Array;
  readonly alphas: Float64Array;
  readonly offDescent: Float64Array;
  readonly offPlane: Float64Array;
}
