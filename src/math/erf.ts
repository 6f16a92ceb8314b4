/**
 * The error function, and the scaled complementary error function that keeps its tail accurate.
 *
 * Ours rather than a library's: the activations need erf *and* exp(-x^2) of the same point, and sharing
 * the exponential makes one evaluation about four times cheaper (docs/adr/0001-own-erf.md has the figures).
 */

/** Chebyshev coefficients of erfcx in t = (x - 3) / (x + 3); made by scripts/erfcx-coefficients.py. */
const erfcxChebyshev = Float64Array.of(
  0.32986277475303677,
  -0.45366152053780207,
  0.16039834082156296,
  -0.044908121151122825,
  0.009641428650695697,
  -0.0014425080777443955,
  0.00010099436735379916,
  1.20850245344553e-5,
  -3.6254206027537556e-6,
  7.186810742476415e-8,
  8.914235859898217e-8,
  -7.421566624959606e-9,
  -2.389336570265878e-9,
  3.062235535489925e-10,
  7.788945388151088e-11,
  -1.0973745829245584e-11,
  -3.0915207311917734e-12,
  3.525433881723422e-13,
  1.3990452179771617e-13,
  -8.246037476838809e-15,
  -6.6399614269893215e-15,
  -7.978348824752611e-17,
  3.0472412376040985e-16,
  3.032131711022567e-17,
  -1.2182012212997152e-17,
  -2.804010100719011e-18,
);

/** Taylor coefficients of erf(x) / x in x^2, enough for |x| < 0.7: 2/sqrt(pi) (-1)^n / (n! (2n + 1)). */
const erfTaylor = Float64Array.from({ length: 16 }, (_, n) => {
  let factorial = 1;
  for (let k = 2; k <= n; k++) factorial *= k;
  return ((n % 2 === 0 ? 1 : -1) * 2) / (Math.sqrt(Math.PI) * factorial * (2 * n + 1));
});

/**
 * erfcx(x) = exp(x^2) erfc(x).
 * @param x at least 0
 * @returns to about 1e-15 relative
 */
function erfcx(x: number): number {
  if (x === Number.POSITIVE_INFINITY) return 0;
  const t = (x - 3) / (x + 3);
  const t2 = 2 * t;
  let b1 = 0;
  let b2 = 0;
  for (let n = erfcxChebyshev.length - 1; n >= 1; n--) {
    const b0 = t2 * b1 - b2 + (erfcxChebyshev[n] as number);
    b2 = b1;
    b1 = b0;
  }
  return t * b1 - b2 + (erfcxChebyshev[0] as number);
}

/**
 * erf(x) where exp(-x^2) is already known.
 * @param x any number
 * @param gaussian exp(-x^2)
 */
export function erfGiven(x: number, gaussian: number): number {
  const size = Math.abs(x);
  if (size < 0.7) {
    const x2 = x * x;
    let sum = 0;
    for (let n = erfTaylor.length - 1; n >= 0; n--) sum = sum * x2 + (erfTaylor[n] as number);
    return x * sum;
  }
  const tail = gaussian === 0 ? 0 : gaussian * erfcx(size);
  return x > 0 ? 1 - tail : tail - 1;
}

/** The error function, 2/sqrt(pi) times the integral of exp(-t^2) from 0 to x. */
export function erf(x: number): number {
  return erfGiven(x, Math.exp(-x * x));
}

/**
 * The standard normal distribution function at z, accurate in both tails.
 * @param z any number
 * @param gaussian exp(-z^2 / 2)
 */
export function normalCdfGiven(z: number, gaussian: number): number {
  const tail = gaussian === 0 ? 0 : 0.5 * gaussian * erfcx(Math.abs(z) * Math.SQRT1_2);
  return z > 0 ? 1 - tail : tail;
}
