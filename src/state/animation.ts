/** Motions of a figure as functions of a share of the way, so that any frame can be drawn by itself. */
import type { NumberParameter, Schema, Values } from './schema';

export interface Animation<S extends Schema = Schema> {
  readonly id: string;
  readonly title: string;
  /** How long it takes when it is watched. */
  readonly seconds: number;
  /** It ends where it began, so that it can be shown over and over. */
  readonly loops?: boolean;
  /** What has changed after a share (0 to 1) of the way, from the values it began with. */
  at(share: number, from: Values<S>): Partial<Values<S>>;
}

/**
 * A number between two on a parameter's scale: equal steps on a linear one, equal ratios on a logarithmic one. A scale
 * with zero comes to zero with the very last step.
 * @param share 0 at `from`, 1 at `to`
 */
export function mixNumbers(parameter: NumberParameter, from: number, to: number, share: number): number {
  if (share <= 0) return from;
  if (share >= 1) return to;
  if (parameter.scale.type === 'linear') return from + share * (to - from);
  const [low, high] = [Math.max(parameter.min, from), Math.max(parameter.min, to)];
  return low * (high / low) ** share;
}

/** The way of one number from where it is, or from a given start, to a goal. */
export function sweep<S extends Schema>(
  schema: S,
  key: keyof S & string,
  words: { readonly id: string; readonly title: string; readonly seconds: number },
  to: number,
  start?: number,
): Animation<S> {
  return {
    ...words,
    at(share, from) {
      const parameter = schema[key];
      if (parameter?.kind !== 'number') return {};
      const value = mixNumbers(parameter, start ?? (from[key] as number), to, share);
      return { [key]: value } as unknown as Partial<Values<S>>;
    },
  };
}

/** Once around with the given cameras (azimuth in degrees first), at a steady pace. */
export function turntable<S extends Schema>(
  keys: readonly (keyof S & string)[],
  words: { readonly title: string; readonly seconds: number },
): Animation<S> {
  return {
    id: 'turntable',
    ...words,
    loops: true,
    at(share, from) {
      const patch = keys.map((key) => {
        const [azimuth = 0, ...rest] = from[key] as unknown as readonly number[];
        const turned = azimuth + 360 * share;
        // From -180 to 180.
        return [key, [turned - 360 * Math.round(turned / 360), ...rest]];
      });
      return Object.fromEntries(patch) as Partial<Values<S>>;
    },
  };
}

/** A direction in degrees between two, the shorter way round, from -180 to 180. */
function mixAngles(from: number, to: number, share: number): number {
  const angle = from + share * (to - from - 360 * Math.round((to - from) / 360));
  return angle - 360 * Math.round(angle / 360);
}

/**
 * The state at a share of the way between two, exactly the goal at its end: numbers, vectors and directions move, what
 * counts or names something is that of the goal at once.
 */
export function mixValues<S extends Schema>(
  schema: S,
  from: Values<S>,
  to: Values<S>,
  share: number,
): Values<S> {
  if (share >= 1) return to;
  const mixed: Record<string, unknown> = { ...to };
  for (const [key, parameter] of Object.entries(schema)) {
    const [start, goal]: readonly unknown[] = [from[key], to[key]];
    if (parameter.kind === 'number' && parameter.whole) {
      // Counts of many, such as steps, are gone through; few ones and seeds are there at once.
      if (parameter.scale.type !== 'linear')
        mixed[key] = Math.round((start as number) + share * ((goal as number) - (start as number)));
    } else if (parameter.kind === 'number') {
      const isAngle = parameter.unit === '°' && parameter.max - parameter.min === 360;
      mixed[key] = isAngle
        ? mixAngles(start as number, goal as number, share)
        : mixNumbers(parameter, start as number, goal as number, share);
    } else if (parameter.kind === 'vector') {
      mixed[key] = (start as readonly number[]).map((entry, k) => {
        const end = (goal as readonly number[])[k] ?? entry;
        // Only a way that crosses the seam goes through angles: others may be beyond 180.
        const crosses = parameter.entries[k] === 'azimuth' && Math.abs(end - entry) > 180;
        return crosses ? mixAngles(entry, end, share) : entry + share * (end - entry);
      });
    }
  }
  return mixed as Values<S>;
}
