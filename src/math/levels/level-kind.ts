/** What a level is, and what a line of a census has of it. Small, as pages load it that train nothing. */

/**
 * - `finite`: a minimum at finite weights, all neurons different
 * - `infinite`: a minimum at infinity, no neuron copied
 * - `copies`: some neurons are exact copies of each other: no more than a smaller network has
 * - `open`: no end is certified; mostly a neuron that goes to infinity by itself and sharpens into a crease
 */
export const LEVEL_KINDS = ['finite', 'infinite', 'copies', 'open'] as const;
export type LevelKind = (typeof LEVEL_KINDS)[number];

/**
 * What the line of a run with the settings of the paper's Figure 2 has besides what every line has: all that a level needs.
 * Numbers are those of `LevelRun`.
 */
export interface LevelEnd {
  readonly kind: LevelKind;
  readonly loss: number;
  readonly lossAtInfinity: number;
  readonly groups: readonly (readonly number[])[];
  readonly isInfinite: boolean;
  readonly h: number;
  readonly theta: readonly number[];
  readonly signature: readonly number[];
}
