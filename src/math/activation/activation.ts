/**
 * The activation functions sigma: value and first four derivatives, right for every finite double.
 *
 * Exponentials are taken of -|z| only, so nothing overflows; functions that share one exponential share it.
 */
import { erfGiven, normalCdfGiven } from '#math/numerics/erf';

export const activationIds = [
  'softplus',
  'relu',
  'gelu',
  'geluTanh',
  'silu',
  'sigmoid',
  'tanh',
  'erf',
  'g',
  'identity',
  'square',
  'cube',
] as const;

export type ActivationId = (typeof activationIds)[number];

export interface Activation {
  readonly id: ActivationId;
  /** Name for people. */
  readonly name: string;
  /** sigma(z) in TeX. */
  readonly tex: string;
  /** False when sigma' jumps somewhere; then the pair converges at a lower order. */
  readonly smooth: boolean;
  /** True when sigma(-z) = -sigma(z): then (w, a) and (-w, -a) are the same neuron. */
  readonly odd: boolean;
  /** sigma(z). */
  readonly value: (z: number) => number;
  /** Writes sigma, sigma', sigma'', sigma''' at z to out[0], ..., out[3]. */
  readonly jet: (z: number, out: Float64Array) => void;
  /** sigma''''(z). */
  readonly fourth: (z: number) => number;
}

const SQRT_2_OVER_PI = Math.sqrt(2 / Math.PI);
const INV_SQRT_2PI = 1 / Math.sqrt(2 * Math.PI);

/** The tanh approximation of gelu: z sigmoid(y) with y = 2 sqrt(2/pi) (z + CUBIC z^3). */
const CUBIC = 0.044715;

function sigmoidValue(z: number): number {
  const e = Math.exp(-Math.abs(z));
  return (z >= 0 ? 1 : e) / (1 + e);
}

function softplusValue(z: number): number {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

/** Writes the logistic function of z and its first three derivatives, given e = exp(-|z|). */
function sigmoidJet(z: number, e: number, out: Float64Array): void {
  const r = 1 / (1 + e);
  const s = z >= 0 ? r : e * r;
  const v = e * r * r;
  const t = (z >= 0 ? -1 : 1) * (1 - e) * r;
  out[0] = s;
  out[1] = v;
  out[2] = v * t;
  out[3] = v * (t * t - 2 * v);
}

/** The fourth derivative of the logistic function at z, given e = exp(-|z|). */
function sigmoidFourth(z: number, e: number): number {
  const r = 1 / (1 + e);
  const v = e * r * r;
  const t = (z >= 0 ? -1 : 1) * (1 - e) * r;
  return v * t * (t * t - 8 * v);
}

/** The third derivative of the logistic function at z, which is the fourth of softplus. */
function sigmoidThird(z: number): number {
  const e = Math.exp(-Math.abs(z));
  const r = 1 / (1 + e);
  const v = e * r * r;
  return v * (1 - 6 * v);
}

function fill(out: Float64Array, s0: number, s1: number, s2: number, s3: number): void {
  out[0] = s0;
  out[1] = s1;
  out[2] = s2;
  out[3] = s3;
}

const softplus: Activation = {
  id: 'softplus',
  name: 'softplus',
  tex: '\\ln(1+e^{z})',
  smooth: true,
  odd: false,
  value: softplusValue,
  jet(z, out) {
    const e = Math.exp(-Math.abs(z));
    sigmoidJet(z, e, out);
    out[3] = out[2] as number;
    out[2] = out[1] as number;
    out[1] = out[0] as number;
    out[0] = Math.max(z, 0) + Math.log1p(e);
  },
  fourth: sigmoidThird,
};

/** The derivative at the crease is 1/2, the value that the divided difference [-delta, delta] has for every delta. */
const relu: Activation = {
  id: 'relu',
  name: 'ReLU',
  tex: '\\max(0,z)',
  smooth: false,
  odd: false,
  value: (z) => Math.max(z, 0),
  jet(z, out) {
    fill(out, Math.max(z, 0), z > 0 ? 1 : z < 0 ? 0 : 0.5, 0, 0);
  },
  fourth: () => 0,
};

const gelu: Activation = {
  id: 'gelu',
  name: 'GELU',
  tex: 'z\\,\\Phi(z)',
  smooth: true,
  odd: false,
  value: (z) => {
    const gaussian = Math.exp(-0.5 * z * z);
    return z * normalCdfGiven(z, gaussian);
  },
  jet(z, out) {
    const gaussian = Math.exp(-0.5 * z * z);
    const cdf = normalCdfGiven(z, gaussian);
    if (gaussian === 0) return fill(out, z * cdf, cdf, 0, 0);
    const density = INV_SQRT_2PI * gaussian;
    const z2 = z * z;
    fill(out, z * cdf, cdf + z * density, density * (2 - z2), density * z * (z2 - 4));
  },
  fourth: (z) => {
    const gaussian = Math.exp(-0.5 * z * z);
    if (gaussian === 0) return 0;
    const z2 = z * z;
    return INV_SQRT_2PI * gaussian * (z2 * (7 - z2) - 4);
  },
};

const geluTanh: Activation = {
  id: 'geluTanh',
  name: 'GELU (tanh form)',
  tex: '\\tfrac z2\\bigl(1+\\tanh\\bigl(\\sqrt{2/\\pi}\\,(z+0.044715z^3)\\bigr)\\bigr)',
  smooth: true,
  odd: false,
  value: (z) => z * sigmoidValue(2 * SQRT_2_OVER_PI * z * (1 + CUBIC * z * z)),
  jet(z, out) {
    const y = 2 * SQRT_2_OVER_PI * z * (1 + CUBIC * z * z);
    const e = Math.exp(-Math.abs(y));
    sigmoidJet(y, e, out);
    const s = out[0] as number;
    if (e === 0) return fill(out, z * s, s, 0, 0);
    const y1 = 2 * SQRT_2_OVER_PI * (1 + 3 * CUBIC * z * z);
    const y2 = 12 * SQRT_2_OVER_PI * CUBIC * z;
    const y3 = 12 * SQRT_2_OVER_PI * CUBIC;
    const v1 = out[1] as number;
    const v2 = out[2] as number;
    const v3 = out[3] as number;
    const s1 = v1 * y1;
    const s2 = v2 * y1 * y1 + v1 * y2;
    const s3 = v3 * y1 * y1 * y1 + 3 * v2 * y1 * y2 + v1 * y3;
    fill(out, z * s, s + z * s1, 2 * s1 + z * s2, 3 * s2 + z * s3);
  },
  fourth: (z) => {
    const y = 2 * SQRT_2_OVER_PI * z * (1 + CUBIC * z * z);
    const e = Math.exp(-Math.abs(y));
    if (e === 0) return 0;
    const v = new Float64Array(4);
    sigmoidJet(y, e, v);
    const [, v1 = 0, v2 = 0, v3 = 0] = v;
    const y1 = 2 * SQRT_2_OVER_PI * (1 + 3 * CUBIC * z * z);
    const y2 = 12 * SQRT_2_OVER_PI * CUBIC * z;
    const y3 = 12 * SQRT_2_OVER_PI * CUBIC;
    const s3 = v3 * y1 * y1 * y1 + 3 * v2 * y1 * y2 + v1 * y3;
    const s4 = sigmoidFourth(y, e) * y1 ** 4 + 6 * v3 * y1 * y1 * y2 + v2 * (3 * y2 * y2 + 4 * y1 * y3);
    return 4 * s3 + z * s4;
  },
};

const silu: Activation = {
  id: 'silu',
  name: 'swish (SiLU)',
  tex: 'z/(1+e^{-z})',
  smooth: true,
  odd: false,
  value: (z) => z * sigmoidValue(z),
  jet(z, out) {
    sigmoidJet(z, Math.exp(-Math.abs(z)), out);
    const s = out[0] as number;
    const v1 = out[1] as number;
    const v2 = out[2] as number;
    const v3 = out[3] as number;
    fill(out, z * s, s + z * v1, 2 * v1 + z * v2, 3 * v2 + z * v3);
  },
  fourth: (z) => 4 * sigmoidThird(z) + z * sigmoidFourth(z, Math.exp(-Math.abs(z))),
};

const sigmoid: Activation = {
  id: 'sigmoid',
  name: 'sigmoid',
  tex: '1/(1+e^{-z})',
  smooth: true,
  odd: false,
  value: sigmoidValue,
  jet: (z, out) => sigmoidJet(z, Math.exp(-Math.abs(z)), out),
  fourth: (z) => sigmoidFourth(z, Math.exp(-Math.abs(z))),
};

const tanh: Activation = {
  id: 'tanh',
  name: 'tanh',
  tex: '\\tanh z',
  smooth: true,
  odd: true,
  value: Math.tanh,
  jet(z, out) {
    const e = Math.exp(-2 * Math.abs(z));
    const s = Math.tanh(z);
    const v = (4 * e) / ((1 + e) * (1 + e));
    fill(out, s, v, -2 * s * v, v * (4 * s * s - 2 * v));
  },
  fourth: (z) => {
    const s = Math.tanh(z);
    const v = 1 - s * s;
    return 8 * s * v * (2 * v - s * s);
  },
};

const erf: Activation = {
  id: 'erf',
  name: 'erf',
  tex: '\\operatorname{erf}(z/\\sqrt2)',
  smooth: true,
  odd: true,
  value: (z) => erfGiven(z * Math.SQRT1_2, Math.exp(-0.5 * z * z)),
  jet(z, out) {
    const gaussian = Math.exp(-0.5 * z * z);
    const s = erfGiven(z * Math.SQRT1_2, gaussian);
    if (gaussian === 0) return fill(out, s, 0, 0, 0);
    const s1 = SQRT_2_OVER_PI * gaussian;
    fill(out, s, s1, -z * s1, (z * z - 1) * s1);
  },
  fourth: (z) => {
    const gaussian = Math.exp(-0.5 * z * z);
    return gaussian === 0 ? 0 : SQRT_2_OVER_PI * gaussian * z * (3 - z * z);
  },
};

/** The asymmetric activation of the paper's Figure 4; sigmoid(4z) needs only the fourth power of softplus's exponential. */
const g: Activation = {
  id: 'g',
  name: 'g (the paper’s)',
  tex: '\\mathrm{sigmoid}(4z)+\\ln(1+e^{z})',
  smooth: true,
  odd: false,
  value: (z) => sigmoidValue(4 * z) + softplusValue(z),
  jet(z, out) {
    const e = Math.exp(-Math.abs(z));
    const e2 = e * e;
    const e4 = e2 * e2;
    sigmoidJet(z, e, out);
    const p1 = out[0] as number;
    const p2 = out[1] as number;
    const p3 = out[2] as number;
    sigmoidJet(4 * z, e4, out);
    out[0] = (out[0] as number) + Math.max(z, 0) + Math.log1p(e);
    out[1] = 4 * (out[1] as number) + p1;
    out[2] = 16 * (out[2] as number) + p2;
    out[3] = 64 * (out[3] as number) + p3;
  },
  fourth: (z) => 256 * sigmoidFourth(4 * z, Math.exp(-4 * Math.abs(z))) + sigmoidThird(z),
};

const identity: Activation = {
  id: 'identity',
  name: 'linear',
  tex: 'z',
  smooth: true,
  odd: true,
  value: (z) => z,
  jet: (z, out) => fill(out, z, 1, 0, 0),
  fourth: () => 0,
};

const square: Activation = {
  id: 'square',
  name: 'square',
  tex: 'z^2',
  smooth: true,
  odd: false,
  value: (z) => z * z,
  jet: (z, out) => fill(out, z * z, 2 * z, 2, 0),
  fourth: () => 0,
};

const cube: Activation = {
  id: 'cube',
  name: 'cube',
  tex: 'z^3',
  smooth: true,
  odd: true,
  value: (z) => z * z * z,
  jet: (z, out) => fill(out, z * z * z, 3 * z * z, 6 * z, 6),
  fourth: () => 0,
};

/** All activations by id. */
export const activations: Readonly<Record<ActivationId, Activation>> = {
  softplus,
  relu,
  gelu,
  geluTanh,
  silu,
  sigmoid,
  tanh,
  erf,
  g,
  identity,
  square,
  cube,
};
