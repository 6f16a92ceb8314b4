/** The functions of one input that the figure `toy` draws. Pure. */
import { toToyPoint, toyLimitParts, toyOutput, toyTarget } from '#math/toy/toy';
import type { ToyEnd } from '#workers/toy-messages';

type Points = readonly (readonly [number, number])[];

/** Inputs shown, and how finely. */
export const INPUT_RANGE: readonly [number, number] = [-3, 3];
const POINTS = 121;

function curve(f: (x: number) => number): Points {
  const [low, high] = INPUT_RANGE;
  return Array.from({ length: POINTS }, (_, k) => {
    const x = low + ((high - low) * k) / (POINTS - 1);
    return [x, f(x)] as const;
  });
}

/** The target. */
export const targetCurve: Points = curve(toyTarget);

/** What the limit network with these weights computes. */
export function limitCurve({ c, a, w }: Pick<ToyEnd, 'c' | 'a' | 'w'>): Points {
  return curve((x) => toyOutput({ c, a, w, epsilon: 0 }, x));
}

/** Both parts of the limit network: the neuron and the gated linear unit. */
export function limitParts(point: Pick<ToyEnd, 'c' | 'a' | 'w'>): {
  readonly neuron: Points;
  readonly gated: Points;
} {
  return {
    neuron: curve((x) => toyLimitParts(point, x).neuron),
    gated: curve((x) => toyLimitParts(point, x).gated),
  };
}

/** What a network with these parameters computes. */
export function networkCurve(theta: Float64Array): Points {
  const point = toToyPoint(theta);
  return curve((x) => toyOutput(point, x));
}
