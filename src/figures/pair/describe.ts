/** The figure `pair` in words and in numbers: what people who do not see it get, and what the export holds. */

import type { DataTable } from '#figures/figure';
import { HALF_WIDTH } from '#math/network/inputs';
import { isInfinite, termIds } from '#math/pair/pair';
import { readableText, vectorText } from '#state/number-text';
import { activationOf, coordinatesOf, errorAt, errorCurve, pairOf, termRange, termsAt } from './model';
import type { PairValues } from './schema';
import { text } from './text';

function written(vector: readonly number[]): string {
  return vectorText(vector.map((entry) => readableText(entry)));
}

/** What the figure shows, in sentences. */
export function describePair(values: PairValues): string {
  const { describe } = text;
  const name = activationOf(values).name;
  const { wi, wj, ai, aj } = pairOf(values);
  const range = termRange(values, 'sum');
  return [
    values.eps === 0 ? describe.limit(name) : describe.pair(name, readableText(values.eps)),
    describe.weights(written(wi), written(wj), readableText(ai), readableText(aj)),
    describe.range(readableText(range.low), readableText(range.high)),
    values.eps === 0 ? describe.same : describe.error(readableText(errorAt(values).mean)),
    ...(values.show === 'sum' ? [] : [describe.showing(text.terms[values.show])]),
  ].join(' ');
}

/** Points a side of the exported surface. */
const SIDE = 33;

/** The surfaces of all terms on a grid, and the error curves. */
export function pairData(values: PairValues): readonly DataTable[] {
  const coordinates = coordinatesOf(values);
  const terms = termIds.filter((term) => !isInfinite(term, coordinates));
  const rows: number[][] = [];
  for (let i = 0; i < SIDE; i++) {
    for (let j = 0; j < SIDE; j++) {
      const at = [j, i].map((k) => (HALF_WIDTH * (2 * k - SIDE + 1)) / (SIDE - 1));
      const found = termsAt(values, at);
      rows.push([...at, ...terms.map((term) => found[term])]);
    }
  }
  return [
    { name: 'surface', columns: ['x1', 'x2', ...terms], rows },
    {
      name: 'error',
      columns: ['epsilon', 'mean', 'rootMeanSquare', 'max'],
      rows: errorCurve(values).map((point) => [point.epsilon, point.mean, point.rootMeanSquare, point.max]),
    },
  ];
}
