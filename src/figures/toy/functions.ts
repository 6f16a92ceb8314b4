/** The functions of one input that the figure `toy` draws. Pure. */
import { activations } from '#math/activation/activation';
import { toToyPoint, toyOutput, toyTarget } from '#math/toy/toy';
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

/** Both parts of the limit network: the neuron c s(w x) and the gated line a x s'(w x). */
export function limitParts({ c, a, w }: Pick<ToyEnd, 'c' | 'a' | 'w'>): {
  readonly neuron: Points;
  readonly gated: Points;
} {
  const jet = new Float64Array(4);
  return {
    neuron: curve((x) => c * activations.erf.value(w * x)),
    gated: curve((x) => {
      activations.erf.jet(w * x, jet);
      return a * x * (jet[1] as number);
    }),
  };
}

/** What a network with these parameters computes. */
export function networkCurve(theta: Float64Array): Points {
  const point = toToyPoint(theta);
  return curve((x) => toyOutput(point, x));
}
