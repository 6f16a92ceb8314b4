/** The sliders of the figure `pair`: its parameters, and the numbers derived from them. */
import { createEpsilonHandle } from '#pair/epsilon-bar';
import { numberText } from '#state/number-text';
import { numberParameter } from '#state/schema';
import { type Handle, numberHandle, parameterHandle } from '#ui/handle';
import { outputGap } from './model';
import { type PairSchema, type PairValues, pairSchema } from './schema';
import { text } from './text';

type PairHandle = Handle<PairSchema>;

/** The main handle: from 1 at the left to 0 at the right. */
export const epsilonHandle: PairHandle = createEpsilonHandle(pairSchema.eps);

/** a_i - a_j = a / epsilon, a second grip on epsilon: it grows as epsilon shrinks, up to infinity. */
export const gapHandle: PairHandle = {
  ...epsilonHandle,
  key: 'gap',
  label: text.gap.label,
  text: (values) => numberText(outputGap(values)),
  typed(number, values) {
    const { a } = values;
    if (a === 0) return { problem: text.gap.zero };
    if (number !== 0 && Math.sign(number) !== Math.sign(a)) return { problem: text.gap.sign(a > 0) };
    const eps = a / number;
    const { min, max } = pairSchema.eps;
    // Rounding of the ends must not refuse what the box itself shows.
    const slack = 1e-5;
    if (!Number.isFinite(number)) return { patch: { eps: 0 } };
    if (number === 0 || eps < min * (1 - slack) || eps > max * (1 + slack)) {
      return { problem: text.gap.range(numberText(a / max), numberText(a / min)) };
    }
    return { patch: { eps: Math.min(max, Math.max(min, eps)) } };
  },
  disabled: (values) => (values.a === 0 ? text.gap.zero : undefined),
};

export const aHandle = parameterHandle(pairSchema, 'a', 'a');
export const cHandle = parameterHandle(pairSchema, 'c', 'c');
export const biasHandle = parameterHandle(pairSchema, 'bias', 'w₀');
export const directionHandle = parameterHandle(pairSchema, 'dir', text.names.dir);
export const deltaBiasHandle = parameterHandle(pairSchema, 'dbias', 'Δ₀');

/** The length of w; at 0 its direction would be lost. */
const lengthParameter = numberParameter(text.wlen, '|w|', {
  min: 0.05,
  max: pairSchema.w.maxLength,
  default: 1,
  step: 0.05,
});
// -180 and 180 are one direction, which is written 180.
const wDirectionParameter = numberParameter(text.wdir, '\\angle w', {
  min: -179,
  max: 180,
  default: 0,
  step: 1,
  unit: '°',
});

function wOf(length: number, degrees: number): Partial<PairValues> {
  const angle = degrees * (Math.PI / 180);
  return { w: [length * Math.cos(angle), length * Math.sin(angle)].map((v) => Number(v.toFixed(6))) };
}

/** |w|. */
function lengthOf(values: PairValues): number {
  return Math.hypot(...values.w);
}

/** The direction of w in degrees, 0 where w = 0. */
function directionOf(values: PairValues): number {
  const [w1 = 0, w2 = 0] = values.w;
  return Number(((Math.atan2(w2, w1) * 180) / Math.PI).toPrecision(5));
}

const positiveLength: PairHandle = numberHandle({
  key: 'wlen',
  name: '|w|',
  parameter: lengthParameter,
  read: lengthOf,
  write: (length, values) => wOf(length, directionOf(values)),
});

/** |w|: the slider keeps away from 0, where w has no direction; the box takes it. */
export const lengthHandle: PairHandle = {
  ...positiveLength,
  typed: (number, values) =>
    number >= 0 && number < lengthParameter.min
      ? { patch: wOf(number, directionOf(values)) }
      : positiveLength.typed(number, values),
};

export const wDirectionHandle: PairHandle = numberHandle({
  key: 'wdir',
  name: text.names.wdir,
  parameter: wDirectionParameter,
  read: directionOf,
  write: (degrees, values) => wOf(lengthOf(values), degrees),
});
