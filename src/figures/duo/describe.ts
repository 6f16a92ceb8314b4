/** The figure `duo` in words and numbers. */
import type { DataTable } from '#figures/figure';
import type { LandscapeData } from '#landscape/landscape-data';
import { readableText } from '#state/number-text';
import { channelOf, floorAt } from './floor';
import type { DuoValues } from './schema';
import { text } from './text';

/** What is set, without what has been computed. */
export function describeSettings({ eps }: DuoValues): string {
  return text.describe.settings(readableText(eps));
}

/** What the figure shows, in sentences. */
export function describeDuo(values: DuoValues, data: LandscapeData): string {
  const point = floorAt(data, values.eps);
  if (!point) return `${describeSettings(values)} ${text.describe.waiting}`;
  const { pair, coordinates, gamma, loss, above } = point;
  const [c, a] = [readableText(coordinates.c), readableText(coordinates.a)];
  return [
    describeSettings(values),
    values.eps === 0
      ? text.describe.limit(c, a)
      : text.describe.pair(readableText(pair.ai), readableText(pair.aj), c, a),
    text.describe.ball(readableText(gamma), readableText(loss, 4), readableText(above, 2)),
  ].join(' ');
}

/** The floor of the channel, as far as it has been followed. */
export function duoData(data: LandscapeData): readonly DataTable[] {
  const road = channelOf(data);
  if (!road) return [];
  const rows = Array.from(road.floor.epsilons, (epsilon) => {
    const point = floorAt(data, epsilon);
    if (!point) return [];
    const { loss, gamma, gap, coordinates, pair } = point;
    const { a, c, w, delta } = coordinates;
    return [epsilon, loss, gamma, gap, pair.ai, pair.aj, a, c, ...w, ...delta];
  });
  return [
    {
      name: 'floor',
      columns: [
        ...['epsilon', 'loss', 'gamma', 'outputGap', 'ai', 'aj', 'a', 'c'],
        ...['w1', 'w2', 'w0', 'delta1', 'delta2', 'delta0'],
      ],
      rows,
    },
  ];
}
