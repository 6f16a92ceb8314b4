/** The figure `train` in words and numbers. */
import type { DataTable } from '#figures/figure';
import { toyTarget } from '#math/toy/toy';
import { pairCurves } from '#pair/pair-on-line';
import { fixedText, readableText } from '#state/number-text';
import { sceneOf } from './act';
import { outcomeOf, runOf, trainState } from './model';
import type { TrainValues } from './schema';
import { text } from './text';

/** A loss with three digits. */
export const lossText = (loss: number) => fixedText(loss, loss < 0.01 ? 6 : loss < 1 ? 5 : 3);

/** What has come of the run so far, in a sentence. */
export function verdictOf(values: TrainValues): string {
  const { verdict } = text;
  const { loss, flatLoss, arrival } = trainState(values);
  if (arrival) {
    const outcome = outcomeOf(arrival);
    if (values.infinity <= 0) return outcome === 'copies' ? verdict.still : verdict.moving;
    if (outcome === 'open') return verdict.open;
    if (values.infinity < 1) return outcome === 'copies' ? verdict.still : verdict.way;
    if (outcome === 'copies') return verdict.copies(lossText(loss));
    return verdict[outcome](
      lossText(loss),
      fixedText(100 * (1 - loss / flatLoss), flatLoss > 1.1 * loss ? 0 : 1),
    );
  }
  if (sceneOf(values) === 'closer') return verdict.flat;
  return values.steps === 0 ? verdict.start : verdict.training;
}

/** What the figure shows, in sentences. */
export function describeTrain(values: TrainValues): string {
  const { pair, trainedLoss, steps, arrival } = trainState(values);
  const { w, epsilon, ai, aj } = pair;
  const { describe } = text;
  const sentences = [
    describe.trained(text.method[values.method], values.seed, String(steps), readableText(trainedLoss)),
    verdictOf(values),
  ];
  if (arrival)
    sentences.push(
      describe.weights(...([ai, aj, w + epsilon, w - epsilon].map((n) => readableText(n)) as Four)),
    );
  if (arrival && values.infinity === 1) {
    const { limit } = arrival;
    sentences.push(describe.limit(readableText(limit.c), readableText(limit.w), readableText(limit.a)));
  }
  return sentences.join(' ');
}

type Four = [string, string, string, string];

/** The curves that are shown, the run so far, and the limit network. */
export function trainData(values: TrainValues): readonly DataTable[] {
  const { pair, steps, arrival } = trainState(values);
  const { first, second, sum } = pairCurves(pair);
  const tables: DataTable[] = [
    {
      name: 'curves',
      columns: ['x', 'target', 'network', 'first', 'second'],
      rows: sum.map(([x, value], k) => [x, toyTarget(x), value, first[k]?.[1] ?? 0, second[k]?.[1] ?? 0]),
    },
    {
      name: 'run',
      columns: ['step', 'loss', 'wi', 'wj', 'ai', 'aj'],
      rows: runOf(values)
        .points.filter((point) => point.steps <= steps)
        .map((point) => [point.steps, point.loss, ...point.theta]),
    },
  ];
  if (arrival) {
    const { limit, loss, h } = arrival;
    tables.push({
      name: 'limit',
      columns: ['c', 'a', 'w', 'loss', 'h'],
      rows: [[limit.c, limit.a, limit.w, loss, h]],
    });
  }
  return tables;
}
