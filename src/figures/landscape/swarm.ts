/** The swarm: many balls let go at once from random places of the drawn slice. Where they start and what became of them; pure. */
import { gammaAt } from '#landscape/gamma-axis';
import { specOf } from '#landscape/network-choice';
import { ALPHA } from '#landscape/slice-mesh';
import { createRandom } from '#math/numerics/random';
import type { SlicePoint } from '#workers/messages';
import { type SwarmPart, type SwarmPlace, swarmPlaces } from '#workers/swarm-messages';
import type { LandscapeValues } from './schema';

export interface Swarm {
  /** What it was made for; another key is another swarm. */
  readonly key: string;
  readonly starts: readonly SlicePoint[];
  /** The balls at each time, the last as they are now. */
  readonly frames: readonly SwarmPart[];
  readonly running: boolean;
}

/** The key of the swarm that the values ask for; empty without one. */
export function swarmKey(values: LandscapeValues): string {
  const { slice, axis, crop, balls, toss } = values;
  return toss === 0 ? '' : JSON.stringify([specOf(values), slice, axis, crop, balls, toss]);
}

/** The largest gamma at which the landscape is computed: an axis may go on to infinity. */
const LARGEST = 1000;

/** Of so many places a ball, most are on the surface. */
const TRIES = 20;

/**
 * Its starts: evenly over the axis, and over the ways down from the crest.
 * @param isDrawn whether the surface is drawn at a place
 */
export function swarmStarts(
  { slice, axis, balls, toss }: LandscapeValues,
  isDrawn: (gamma: number, across: number) => boolean,
): readonly SlicePoint[] {
  const random = createRandom(toss);
  const starts: SlicePoint[] = [];
  for (let tried = 0; starts.length < balls && tried < TRIES * balls; tried++) {
    const gamma = Math.min(LARGEST, gammaAt(axis, 2 * random.uniform() - 1));
    const across = 2 * random.uniform() - 1;
    if (!isDrawn(gamma, across)) continue;
    starts.push(slice === 'plane' ? { gamma, alpha: across * ALPHA } : { gamma, along: across });
  }
  return starts;
}

/** With one more look at its balls. */
export function withSwarmPart(swarm: Swarm, part: SwarmPart): Swarm {
  const { frames } = swarm;
  const kept = frames.at(-1)?.time === part.time ? frames.slice(0, -1) : frames;
  return { ...swarm, frames: [...kept, part] };
}

/** What is shown of it: as it is now, or, when it has ended, where on its way the replay is (0 to 1). */
export function swarmFrame({ frames, running }: Swarm, time: number): SwarmPart | undefined {
  return frames[running ? frames.length - 1 : Math.round(time * (frames.length - 1))];
}

/** How many balls are where. */
export function countSwarm(
  part: Pick<SwarmPart, 'places'> | undefined,
): Readonly<Record<SwarmPlace, number>> {
  const counts: Record<SwarmPlace, number> = { rolling: 0, channel: 0, finite: 0, elsewhere: 0 };
  for (const place of part?.places ?? []) counts[swarmPlaces[place] as SwarmPlace] += 1;
  return counts;
}
