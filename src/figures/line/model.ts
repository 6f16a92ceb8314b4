/** What the figure `line` shows for its values. Pure. */
import { type PairOnLine, pairOnLine } from '#pair/pair-on-line';
import type { LineValues } from './schema';

/** Powers of ten of epsilon between which the two curves are regrouped. */
const REGROUPED = { from: -3, to: -5.5 } as const;

/** The pair, its curves regrouped as epsilon goes to 0. */
export function shownPair({ eps, a, c, w }: LineValues): PairOnLine {
  const { from, to } = REGROUPED;
  const regrouped = eps === 0 ? 1 : (Math.log10(eps) - from) / (to - from);
  return pairOnLine({ c, a, w, epsilon: eps }, Math.min(1, Math.max(0, regrouped)));
}
