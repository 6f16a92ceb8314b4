/** The way from one state of a figure to another. */
import { tween } from './animation';
import type { Schema, Values } from './schema';

/** Slow at both ends. */
export function easeInOut(share: number): number {
  return share < 0.5 ? 4 * share ** 3 : 1 - 4 * (1 - share) ** 3;
}

/** At full speed from the start: goes on from a motion that was interrupted. */
export function easeOut(share: number): number {
  return 1 - (1 - share) ** 3;
}

/**
 * The state at a share of the way, exactly the goal at its end. What is a direction in degrees takes the shorter way round,
 * and what counts or names something does not glide.
 */
export function between(
  schema: Schema,
  from: Values<Schema>,
  to: Values<Schema>,
  share: number,
): Values<Schema> {
  if (share >= 1) return to;
  const patch: Record<string, unknown> = { ...tween(schema, from, to, share) };
  for (const [key, parameter] of Object.entries(schema)) {
    if (parameter.kind !== 'number') continue;
    if (parameter.whole) patch[key] = to[key];
    else if (parameter.unit === '°' && parameter.max - parameter.min === 360) {
      const [start, end] = [from[key] as number, to[key] as number];
      const way = end - start - 360 * Math.round((end - start) / 360);
      const angle = start + share * way;
      patch[key] = angle - 360 * Math.round(angle / 360);
    }
  }
  return { ...from, ...patch } as Values<Schema>;
}
