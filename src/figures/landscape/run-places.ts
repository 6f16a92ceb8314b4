/** Where the ball and its tracks stand on the drawn slice. Pure. */

import type { Dot } from '#landscape/slice-dots';
import type { SliceFrame } from '#landscape/slice-frame';
import { ALPHA } from '#landscape/slice-mesh';
import { descentPlace, descentPoint, planePlace } from '#landscape/slice-points';
import type { ScenePoint } from '#scene/box';
import type { Palette } from '#ui/theme';
import { type SwarmPart, type SwarmPlace, swarmPlaces } from '#workers/swarm-messages';
import type { LandscapeValues } from './schema';
import type { Run, Session } from './session';

/** What says where the ball is. */
type Runs = Pick<Session, 'runs'> & Partial<Pick<Session, 'ballMoved'>>;

/** The run whose ball is shown: the last one, unless the ball has been put elsewhere since. */
export function currentRun({ runs, ballMoved }: Runs): Run | undefined {
  return ballMoved ? undefined : runs.at(-1);
}

/** Points of one flow or of many. */
type FlowPoints = Readonly<Record<'gammas' | 'losses' | 'along' | 'alphas', ArrayLike<number>>>;

/** Which point of a run the replay shows; spread evenly over its points, which are dense where much happens. */
export function replayIndex(run: Run, time: number): number {
  return Math.max(0, Math.min(run.times.length - 1, Math.round(time * (run.times.length - 1))));
}

/** Where a point of a flow stands: on the descent slice by its fraction of the way, on the plane by its shadow. */
function flowPlace(frame: SliceFrame, points: FlowPoints, k: number): ScenePoint | undefined {
  const [gamma, loss] = [points.gammas[k], points.losses[k]];
  if (gamma === undefined || loss === undefined) return undefined;
  if (frame.slice === 'descent') return descentPlace(frame, gamma, points.along[k] ?? 0, loss);
  // Its shadow on the plane, at the plane's own height; beyond the plane's edge it waits there.
  const alpha = Math.min(ALPHA, Math.max(-ALPHA, points.alphas[k] ?? 0));
  return planePlace(frame, gamma, alpha);
}

/** True where the ball is further out than the picture goes. */
function isBeyondPlane(frame: SliceFrame, run: Run, k: number): boolean {
  return frame.slice === 'plane' && Math.abs(run.alphas[k] ?? 0) > ALPHA;
}

/** Points of a track that are drawn: a few hundred are as smooth as the picture shows. */
const TRACK_POINTS = 400;

/** The track of a run. */
export function trackPlaces(frame: SliceFrame, run: Run): readonly ScenePoint[] {
  const points: ScenePoint[] = [];
  const count = run.times.length;
  const stride = Math.max(1, Math.floor(count / TRACK_POINTS));
  const add = (k: number) => {
    const point = isBeyondPlane(frame, run, k) ? undefined : flowPlace(frame, run, k);
    if (point) points.push(point);
  };
  for (let k = 0; k < count - 1; k += stride) add(k);
  if (count > 0) add(count - 1);
  return points;
}

/** The colour of a place where flows end, or of being on the way there. */
function placeColour(place: SwarmPlace | undefined, palette: Palette): string {
  if (place === 'channel') return palette.channel;
  return place === 'finite' ? palette.a : palette.epsilon;
}

/** A track has the colour of where it ended. */
export function trackColour({ end }: Run, palette: Palette): string {
  return placeColour(end?.place, palette);
}

/** The balls of a swarm; with `ended` only those that have ended. */
export function swarmDots(
  frame: SliceFrame,
  part: SwarmPart,
  palette: Palette,
  ended: boolean,
): readonly Dot[] {
  return Array.from(part.places, (number, k) => {
    const place = swarmPlaces[number];
    const at = ended && place === 'rolling' ? undefined : flowPlace(frame, part, k);
    return at && { at, colour: placeColour(place, palette) };
  }).filter((dot) => dot !== undefined);
}

/** The place of a start that has not been let go. */
function startPlace(frame: SliceFrame, { gamma, along }: LandscapeValues): ScenePoint | undefined {
  if (frame.slice === 'plane') return planePlace(frame, gamma, along * ALPHA);
  const point = descentPoint(frame, gamma, along);
  return point && descentPlace(frame, gamma, along, point.loss);
}

/** Where the ball is: on its run, or at its start. */
export function ballPlace(frame: SliceFrame, session: Runs, values: LandscapeValues): ScenePoint | undefined {
  const run = currentRun(session);
  if (run && run.times.length > 0) return flowPlace(frame, run, replayIndex(run, values.time));
  return startPlace(frame, values);
}
