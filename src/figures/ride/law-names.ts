/** What an author calls each of the laws, to leave it out. */
import type { RideLawId } from '#math/ride/ride-laws';

export const lawNames: Readonly<Record<RideLawId, string>> = {
  excess: 'loss',
  error: 'error',
  largestEigenvalue: 'eigenvalue',
  c: 'c',
  a: 'a',
  cosine: 'cosine',
};
