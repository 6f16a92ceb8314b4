/** 97.5th percentile of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * Wilson's 95 % interval for a share from `hits` of `count` independent trials; from 0 to 1 without trials.
 * (Wilson 1927.)
 */
export function wilsonInterval(hits: number, count: number): readonly [low: number, high: number] {
  if (count === 0) return [0, 1];
  const share = hits / count;
  const scale = 1 / (1 + (Z * Z) / count);
  const middle = scale * (share + (Z * Z) / (2 * count));
  const half = scale * Z * Math.sqrt((share * (1 - share)) / count + (Z * Z) / (4 * count * count));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
