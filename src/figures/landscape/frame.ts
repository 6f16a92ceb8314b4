/** What the landscape's picture is drawn from, for the values and the session as they are now. */
import type { SliceFrame } from './landscape-lines';
import type { LandscapeValues } from './schema';
import type { Run, Session } from './session';
import { lossRange } from './slice-surface';

/** The frame of the picture, or undefined while nothing can be drawn. */
export function sliceFrame(session: Session, values: LandscapeValues): SliceFrame | undefined {
  const { network, columns, plane, roads } = session;
  if (values.slice === 'plane' && network && plane) {
    // The plane's own valleys are shallow: they get the whole box, and its walls are cut not far above the crest.
    const lowest = Math.min(network.loss, ...plane.losses);
    const range = lossRange(network.loss, lowest);
    const high = network.loss + 1.6 * (network.loss - lowest);
    return { slice: 'plane', axis: values.axis, range: { low: range.low, high }, columns, plane };
  }
  if (!network) return undefined;
  if (values.slice === 'plane' ? !plane : columns.length < 2) return undefined;
  const lows = [
    ...columns.flatMap(({ plus, minus }) => [plus.footLoss, minus.footLoss]),
    ...Object.values(roads).map((road) => road.lossAtInfinity),
    ...(session.finite ? [session.finite.loss] : []),
  ].filter((loss) => Number.isFinite(loss) && loss > 0);
  const lowest = lows.length > 0 ? Math.min(...lows) : network.loss * 0.7;
  return { slice: values.slice, axis: values.axis, range: lossRange(network.loss, lowest), columns };
}

/** The run whose ball is shown: the last one. */
export function currentRun(session: Session): Run | undefined {
  return session.runs.at(-1);
}

/** Which point of a run the replay shows; spread evenly over its points, which are dense where much happens. */
export function replayIndex(run: Run, time: number): number {
  return Math.max(0, Math.min(run.times.length - 1, Math.round(time * (run.times.length - 1))));
}
