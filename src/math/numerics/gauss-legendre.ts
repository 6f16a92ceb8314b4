/** Gauss-Legendre quadrature: the rule of n nodes is exact for polynomials of degree 2n - 1. */

export interface QuadratureRule {
  /** Ascending, in (-1, 1). */
  readonly nodes: Float64Array;
  /** Positive; their sum is 2. */
  readonly weights: Float64Array;
}

/**
 * Nodes and weights on [-1, 1] to rounding, by Newton's method on the Legendre polynomial from Tricomi's
 * guess. Throws a RangeError unless count is a positive integer.
 */
export function gaussLegendre(count: number): QuadratureRule {
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`a quadrature rule needs at least one node, got ${count}`);
  }
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0; i < Math.ceil(count / 2); i++) {
    let x = 2 * i + 1 === count ? 0 : Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let slope = legendreSlope(count, x).slope;
    // Newton's method doubles its digits: from three to all in four steps.
    for (let step = 0; step < 6; step++) {
      const { value, slope: here } = legendreSlope(count, x);
      x -= value / here;
      slope = here;
    }
    const weight = 2 / ((1 - x * x) * slope * slope);
    nodes[i] = -x;
    nodes[count - 1 - i] = x;
    weights[i] = weight;
    weights[count - 1 - i] = weight;
  }
  return { nodes, weights };
}

/** The Legendre polynomial of that degree and its derivative at |x| < 1, by Bonnet's recursion. */
function legendreSlope(degree: number, x: number): { readonly value: number; readonly slope: number } {
  let before = 0;
  let value = 1;
  for (let k = 0; k < degree; k++) {
    const next = ((2 * k + 1) * x * value - k * before) / (k + 1);
    before = value;
    value = next;
  }
  return { value, slope: (degree * (x * value - before)) / (x * x - 1) };
}
