/**
 * a b - c d with one rounding of the difference: both products are taken exactly (Dekker, Numerische Mathematik 18
 * (1971) 224); entries must be below 1e290 in size.
 */
export function differenceOfProducts(a: number, b: number, c: number, d: number): number {
  const p = a * b;
  const q = c * d;
  return p - q + (productError(a, b, p) - productError(c, d, q));
}

/** a b - p, exactly, where p is the rounded a b. */
function productError(a: number, b: number, p: number): number {
  const a1 = upperHalf(a);
  const b1 = upperHalf(b);
  const a2 = a - a1;
  const b2 = b - b1;
  return a1 * b1 - p + a1 * b2 + a2 * b1 + a2 * b2;
}

/** The leading 26 bits. */
function upperHalf(a: number): number {
  const scaled = 134217729 * a;
  return scaled - (scaled - a);
}
