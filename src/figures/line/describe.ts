/** The figure `line` in words and numbers. */
import type { DataTable } from '#figures/figure';
import { toyTarget } from '#math/toy/toy';
import { pairCurves } from '#pair/pair-on-line';
import { readableText } from '#state/number-text';
import { shownPair } from './model';
import type { LineValues } from './schema';
import { text } from './text';

/** The sums at epsilon and at its limit. */
function sums(values: LineValues) {
  const { sum } = pairCurves(shownPair(values));
  return { sum, limit: pairCurves(shownPair({ ...values, eps: 0 })).sum };
}

/** What the figure shows, in sentences. */
export function describeLine(values: LineValues): string {
  const { ai, aj, c, w, a } = shownPair(values);
  if (!Number.isFinite(ai)) return text.describe.limit(readableText(c), readableText(w), readableText(a));
  const { sum, limit } = sums(values);
  const distance = Math.max(...sum.map(([, value], k) => Math.abs(value - (limit[k]?.[1] ?? 0))));
  return [
    text.describe.pair(readableText(values.eps), readableText(ai), readableText(aj)),
    text.describe.near(readableText(distance)),
  ].join(' ');
}

/** The curves that are shown. */
export function lineData(values: LineValues): readonly DataTable[] {
  const { first, second } = pairCurves(shownPair(values));
  const { sum, limit } = sums(values);
  return [
    {
      name: 'curves',
      columns: ['x', 'target', 'first', 'second', 'sum', 'limit'],
      rows: sum.map(([x, value], k) => [
        x,
        toyTarget(x),
        first[k]?.[1] ?? 0,
        second[k]?.[1] ?? 0,
        value,
        limit[k]?.[1] ?? 0,
      ]),
    },
  ];
}
