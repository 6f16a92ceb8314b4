/** The figure `triple` in words and in numbers: what people who do not see it get, and what the export holds. */
import type { DataTable } from '#figures/figure';
import { HALF_WIDTH } from '#math/network/inputs';
import { numberSeparator, readableText } from '#state/number-text';
import { activationOf, errorAt, errorCurve, functionOf, neuronsOf, rangeShown, sheetsOf } from './model';
import { shownIds, type TripleValues } from './schema';
import { text } from './text';

/** What the figure shows, in sentences. */
export function describeTriple(values: TripleValues): string {
  const { describe } = text;
  const { group, eps, show } = values;
  const name = activationOf(values).name;
  const range = rangeShown(values, 'sum');
  const outputs = neuronsOf(values).map(({ a }) => readableText(a));
  return [
    eps === 0 ? describe[`${group}Limit`](name) : describe[group](name, readableText(eps)),
    describe.weights(outputs.join(numberSeparator())),
    describe.range(readableText(range.low), readableText(range.high)),
    eps === 0 ? describe.same : describe.error(readableText(errorAt(values).mean)),
    ...(show === 'sum' ? [] : [describe.showing(text.shown[group][show])]),
  ].join(' ');
}

/** Points a side of the exported surface. */
const SIDE = 33;

/** All surfaces on a grid, the weights of all neurons where they are finite, and the error curves. */
export function tripleData(values: TripleValues): readonly DataTable[] {
  const sheets = sheetsOf(values);
  const name = values.group === 'triple' ? 'neuron' : 'pair';
  const columns: readonly (readonly [string, ReturnType<typeof functionOf>])[] = [
    ...shownIds.map((id) => [id, functionOf(values, id)] as const),
    ...sheets.flatMap((of, k) => (of ? [[`${name}${k + 1}`, of] as const] : [])),
  ];
  const out = new Float64Array(3);
  const rows = Array.from({ length: SIDE * SIDE }, (_, k) => {
    const [x1 = 0, x2 = 0] = [k % SIDE, Math.floor(k / SIDE)].map(
      (index) => (HALF_WIDTH * (2 * index - SIDE + 1)) / (SIDE - 1),
    );
    const found = columns.map(([, of]) => {
      of(x1, x2, out);
      return out[0] as number;
    });
    return [x1, x2, ...found];
  });
  const weights = neuronsOf(values)
    .map(({ w, a }, k) => [k + 1, ...w, a])
    .filter((row) => row.every(Number.isFinite));
  return [
    { name: 'surface', columns: ['x1', 'x2', ...columns.map(([id]) => id)], rows },
    ...(weights.length > 0
      ? [{ name: 'weights', columns: ['neuron', 'w1', 'w2', 'w0', 'a'], rows: weights }]
      : []),
    {
      name: 'error',
      columns: ['epsilon', 'mean', 'rootMeanSquare', 'max'],
      rows: errorCurve(values).map((point) => [point.epsilon, point.mean, point.rootMeanSquare, point.max]),
    },
  ];
}
