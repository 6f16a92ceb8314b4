/** Labels beside points, none over another. Pure. */

export interface Box {
  readonly x: number;
  readonly y: number;
  /** Half the size. */
  readonly halfWidth: number;
  readonly halfHeight: number;
}

export interface Wanted {
  /** The point. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Half the height of a label, and how far from its point it begins. */
const HALF_HEIGHT = 11;
const GAP = 12;
/** Directions tried in turn, then again farther away. */
const DIRECTIONS = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
] as const;

/** True where two boxes cover each other. */
export function overlaps(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) < a.halfWidth + b.halfWidth && Math.abs(a.y - b.y) < a.halfHeight + b.halfHeight;
}

/**
 * The middle of each label beside its point, inside the frame and clear of the obstacles and of those before it;
 * undefined where there is no room.
 */
export function placeLabels(
  wanted: readonly Wanted[],
  obstacles: readonly Box[],
  frame: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): readonly (Box | undefined)[] {
  const taken = [...obstacles];
  return wanted.map(({ x, y, width }) => {
    const halfWidth = width / 2 + 2;
    for (const far of [1, 1.8, 2.8, 4]) {
      for (const [right, down] of DIRECTIONS) {
        const box = {
          x: x + right * (halfWidth + GAP * (down === 0 ? far : 0.4 * far)),
          y: y + down * (HALF_HEIGHT + GAP * far * 0.9),
          halfWidth,
          halfHeight: HALF_HEIGHT,
        };
        const inside =
          box.x - halfWidth >= frame.left &&
          box.x + halfWidth <= frame.right &&
          box.y - HALF_HEIGHT >= frame.top &&
          box.y + HALF_HEIGHT <= frame.bottom;
        if (inside && !taken.some((other) => overlaps(box, other))) {
          taken.push(box);
          return box;
        }
      }
    }
    return undefined;
  });
}
