/** Eigenvalues along the saddle line: which are negative, which vanish, and the curves through them. */

export interface Spectrum {
  /** Ascending. */
  readonly gammas: Float64Array;
  /** Eigenvalues a gamma. */
  readonly size: number;
  /** One row a gamma, ascending. */
  readonly eigenvalues: Float64Array;
}

/** Eigenvalues are known to about this fraction of the largest of their row. */
const ROUNDING = 1e-12;

function row({ size, eigenvalues }: Spectrum, k: number): Float64Array {
  return eigenvalues.subarray(k * size, (k + 1) * size);
}

/** A row with what is zero to rounding set to zero. */
function cleanRow(spectrum: Spectrum, k: number): Float64Array {
  const values = row(spectrum, k);
  const largest = values.reduce((best, value) => Math.max(best, Math.abs(value)), 0);
  return values.map((value) => (Math.abs(value) <= ROUNDING * largest ? 0 : value));
}

/** The same spectrum with what is zero to rounding set to zero. */
export function cleanSpectrum(spectrum: Spectrum): Spectrum {
  const eigenvalues = new Float64Array(spectrum.eigenvalues.length);
  for (let k = 0; k < spectrum.gammas.length; k++) {
    eigenvalues.set(cleanRow(spectrum, k), k * spectrum.size);
  }
  return { ...spectrum, eigenvalues };
}

/** The rows with gamma from low to high. */
export function spectrumWithin({ gammas, size, eigenvalues }: Spectrum, low: number, high: number): Spectrum {
  const inside = (gamma: number) => gamma >= low && gamma <= high;
  const first = gammas.findIndex(inside);
  if (first < 0) return { gammas: new Float64Array(0), size, eigenvalues: new Float64Array(0) };
  const end = gammas.findLastIndex(inside) + 1;
  return {
    gammas: gammas.subarray(first, end),
    size,
    eigenvalues: eigenvalues.subarray(first * size, end * size),
  };
}

/**
 * The eigenvalues of a clean spectrum at any gamma: those of the nearest row beyond the ends (the number of negative
 * ones is the same for all gamma > 1, and for all gamma < 0), linear between neighbours.
 */
export function eigenvaluesAt(spectrum: Spectrum, gamma: number): Float64Array {
  const { gammas } = spectrum;
  const last = gammas.length - 1;
  if (last < 0) return new Float64Array(0);
  const after = gammas.findIndex((value) => value >= gamma);
  if (after === 0) return row(spectrum, 0).slice();
  if (after < 0) return row(spectrum, last).slice();
  const low = gammas[after - 1] as number;
  const t = (gamma - low) / ((gammas[after] as number) - low);
  const before = row(spectrum, after - 1);
  if (t === 1) return row(spectrum, after).slice();
  return row(spectrum, after).map((value, k) => (1 - t) * (before[k] as number) + t * value);
}

/** How many eigenvalues are negative and how many vanish. */
export function inertia(eigenvalues: Float64Array): { readonly negative: number; readonly zero: number } {
  let negative = 0;
  let zero = 0;
  for (const value of eigenvalues) {
    if (value < 0) negative += 1;
    else if (value === 0) zero += 1;
  }
  return { negative, zero };
}

export type CurvePoint = readonly [gamma: number, value: number];

/**
 * The curve of the k-th smallest eigenvalue of a clean spectrum, cut where its sign changes: pieces at or above zero
 * and pieces below it (with their ends at zero). Stretches that are zero belong to neither: they are the zero line.
 */
export function curvePieces(
  spectrum: Spectrum,
  k: number,
): { readonly positive: readonly CurvePoint[][]; readonly negative: readonly CurvePoint[][] } {
  const positive: CurvePoint[][] = [];
  const negative: CurvePoint[][] = [];
  let open: CurvePoint[] | undefined;
  let before: CurvePoint | undefined;
  for (let g = 0; g < spectrum.gammas.length; g++) {
    const here: CurvePoint = [
      spectrum.gammas[g] as number,
      spectrum.eigenvalues[g * spectrum.size + k] as number,
    ];
    const sign = Math.sign(here[1]);
    const signBefore = before ? Math.sign(before[1]) : 0;
    if (before && open && sign !== signBefore) {
      const t = before[1] / (before[1] - here[1]);
      const crossing: CurvePoint = [before[0] + t * (here[0] - before[0]), 0];
      open.push(crossing);
      open = undefined;
      before = crossing;
    }
    if (sign !== 0) {
      if (!open) {
        open = before && before[1] === 0 ? [before] : [];
        (sign > 0 ? positive : negative).push(open);
      }
      open.push(here);
    }
    before = here;
  }
  return { positive, negative };
}
