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

/** Depths below this fraction of the loss are rounding, not wells. */
const FLAT = 1e-7;

/**
 * The range of x and of loss: all that lies below the saddle line and twice as much of the walls above it, and the
 * x at which some curve is inside.
 */
export function profileRange(profiles: readonly Profile[]): {
  readonly x: readonly [number, number];
  readonly loss: readonly [number, number];
} {
  let [low, high, crest] = [Infinity, -Infinity, -Infinity];
  for (const profile of profiles) {
    for (const loss of profile.losses) {
      if (!Number.isFinite(loss)) continue;
      low = Math.min(low, loss);
      high = Math.max(high, loss);
    }
    crest = Math.max(crest, crestOf(profile));
  }
  if (!Number.isFinite(low)) return { x: [-1, 1], loss: [0, 1] };
  // Where nothing falls from the saddle line, a part of the wall is all there is to see.
  const wells = crest - low > FLAT * Math.abs(crest);
  const depth = wells ? crest - low : Math.max(0.1 * (high - low), FLAT * Math.abs(crest), 1e-12);
  const top = Math.min(high, crest + 2 * depth) + 0.05 * depth;
  return { x: insideRange(profiles, top), loss: [low - 0.15 * depth, top] };
}

function insideRange(profiles: readonly Profile[], top: number): readonly [number, number] {
  let [left, right] = [Infinity, -Infinity];
  for (const { x, losses } of profiles) {
    for (let k = 0; k < x.length; k++) {
      if (!((losses[k] as number) <= top)) continue;
      // One point further: there the curve leaves the frame.
      left = Math.min(left, x[Math.max(0, k - 1)] as number);
      right = Math.max(right, x[Math.min(x.length - 1, k + 1)] as number);
    }
  }
  return left < right ? [left, right] : [-1, 1];
}

/** Index of the profile whose gamma is nearest (at infinity, the outermost), -1 where there is none. */
export function nearestProfile(profiles: readonly Profile[], gamma: number): number {
  const finite = Math.min(Number.MAX_SAFE_INTEGER, Math.max(-Number.MAX_SAFE_INTEGER, gamma));
  const distance = (k: number) => Math.abs((profiles[k]?.gamma ?? Number.NaN) - finite);
  return profiles.reduce((best, _, k) => (best < 0 || distance(k) < distance(best) ? k : best), -1);
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
