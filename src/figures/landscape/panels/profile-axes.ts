/** What part of the loss profiles to show, and which profile is the current one. */

export interface Profile {
  readonly gamma: number;
  /** Distance from the saddle line, ascending. */
  readonly x: Float64Array;
  readonly losses: Float64Array;
}

/** Loss at the saddle line: where |x| is smallest. */
export function crestOf({ x, losses }: Profile): number {
  let best = 0;
  for (let k = 1; k < x.length; k++) {
    if (Math.abs(x[k] as number) < Math.abs(x[best] as number)) best = k;
  }
  return losses[best] ?? Number.NaN;
}

/** The range of x and of loss: all that lies below the saddle line, and as much of the walls above it. */
export function profileRange(profiles: readonly Profile[]): {
  readonly x: readonly [number, number];
  readonly loss: readonly [number, number];
} {
  let [left, right, low, high, crest] = [Infinity, -Infinity, Infinity, -Infinity, -Infinity];
  for (const profile of profiles) {
    for (const value of profile.x) {
      left = Math.min(left, value);
      right = Math.max(right, value);
    }
    for (const loss of profile.losses) {
      if (!Number.isFinite(loss)) continue;
      low = Math.min(low, loss);
      high = Math.max(high, loss);
    }
    crest = Math.max(crest, crestOf(profile));
  }
  if (!(left < right)) [left, right] = [-1, 1];
  if (!Number.isFinite(low)) return { x: [left, right], loss: [0, 1] };
  // Where nothing falls from the saddle line, some of the wall is all there is to see.
  const depth = Math.max(crest - low, 0.1 * (high - low), 1e-3 * Math.abs(crest), 1e-12);
  return { x: [left, right], loss: [low - 0.12 * depth, Math.min(high, crest + depth) + 0.05 * depth] };
}

/** Index of the profile whose gamma is nearest, -1 where there is none. */
export function nearestProfile(profiles: readonly Profile[], gamma: number): number {
  let best = -1;
  for (let k = 0; k < profiles.length; k++) {
    const distance = Math.abs((profiles[k]?.gamma ?? Number.NaN) - gamma);
    if (best < 0 || distance < Math.abs((profiles[best]?.gamma ?? 0) - gamma)) best = k;
  }
  return best;
}

/** Where a curve ends on the right: leaving through the top (with the x there) or at its last point. */
export function curveEnd(
  { x, losses }: Profile,
  top: number,
): { readonly x: number; readonly loss: number; readonly cut: boolean } {
  let last = losses.length - 1;
  while (last > 0 && (losses[last] as number) > top) last -= 1;
  const here = { x: x[last] as number, loss: losses[last] as number };
  if (last === losses.length - 1) return { ...here, cut: false };
  const rise = (losses[last + 1] as number) - here.loss;
  const t = Number.isFinite(rise) && rise > 0 ? (top - here.loss) / rise : 0;
  return { x: here.x + t * ((x[last + 1] as number) - here.x), loss: top, cut: true };
}
