/** Points of a trajectory that are recorded one by one before they become sparse. */
const DENSE_POINTS = 1000;
const SPARSE_POINTS = 1000;

/**
 * Tells for each point, numbered from 0, whether it is kept: the first thousand, then evenly in the logarithm
 * of the number, so that `count` points leave at most about two thousand.
 */
export function thinning(count: number): (index: number) => boolean {
  const growth = Math.max(1, (count / DENSE_POINTS) ** (1 / SPARSE_POINTS));
  let next = 0;
  return (index) => {
    if (index < next) return false;
    next = index < DENSE_POINTS ? index + 1 : Math.max(index + 1, Math.ceil(index * growth));
    return true;
  };
}
