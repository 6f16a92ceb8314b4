/** The plots of the figure `train`. */

import { ERROR_TIMES, neuronsSpec, sumSpec } from '#pair/pair-on-line';
import type { PlotSpec } from '#plot/frame';
import { line } from '#plot/line';
import type { Point } from '#plot/path';
import { type Dot, points } from '#plot/points';
import { rule } from '#plot/rule';
import { type Axis, linear, log, symlog } from '#plot/scale';
import type { Colour } from '#plot/style';
import { plainText } from '#state/number-text';
import { outcomeOf, runOf, trainState } from './model';
import { FLAT_AT, MOST_STEPS, type TrainValues } from './schema';
import { text } from './text';

/** The colour of where a run ends. */
function endColour(values: TrainValues): Colour {
  const { arrival } = trainState(values);
  if (values.infinity < 1 || !arrival) return 'ink';
  return outcomeOf(arrival) === 'copies' ? 'saddleLine' : 'channel';
}

/** Inputs on both sides of 0: at first, and of a closer look. */
const REACH = { wide: 2.4, close: 1.2 } as const;

/** The function of the network; once one looks closer, also what it was when the loss looked flat. */
export function functionSpec(values: TrainValues): PlotSpec {
  const { pair, flat } = trainState(values);
  const { reveal } = values;
  return sumSpec(pair, {
    colour: endColour(values),
    reach: REACH.wide + reveal * (REACH.close - REACH.wide),
    before: reveal > 0 ? flat : undefined,
    neurons: 1 - reveal,
    magnified: reveal,
    errorName: text.error(plainText(ERROR_TIMES)),
    name: text.target,
  });
}

/** Both neurons. */
export const insideSpec = (values: TrainValues): PlotSpec => neuronsSpec(trainState(values).pair);

/** Losses shown at most while the loss is shown on an ordinary axis. */
const MOST_LOSS = 2;
/** Excesses over the limit, and steps, that logarithmic axes show. */
const EXCESS = [2e-5, 10] as const;
const FIRST_STEP = 5;

/** The end of the axis of the loss, which begins with the run's first loss where that is not far off. */
function mostLoss(values: TrainValues): number {
  return Math.min(MOST_LOSS, 1.1 * runOf(values).at(0).loss);
}

/** An axis between linear and logarithmic ones. */
function unfolding(
  flat: readonly [number, number],
  steep: readonly [number, number],
  share: number,
  title: string,
): Axis {
  if (share <= 0) return linear(flat, { title });
  if (share >= 1) return log(steep, { title });
  const constant = (10 * flat[1]) ** (1 - share) * (steep[0] / 10) ** share;
  const mix = (k: 0 | 1) => flat[k] + (steep[k] - flat[k]) * share;
  return symlog([mix(0), mix(1)], constant, { title });
}

/** The points of a run up to a step, thinned where they would fall on each other. */
function lossPoints(values: TrainValues, upTo: number, loss: (value: number) => number): readonly Point[] {
  const { points: all } = runOf(values);
  const found: Point[] = [];
  let last = 0;
  for (const { steps, loss: value } of all) {
    if (steps > upTo) break;
    if (steps > FLAT_AT / 3 && steps < last * 1.004 && steps !== upTo) continue;
    last = steps;
    found.push([steps, loss(value)]);
  }
  return found;
}

const stroke = { colour: 'epsilon', width: 2.25, name: 'loss' } as const;
const dot = (x: number, y: number): Dot => ({ x, y, colour: 'epsilon', radius: 5, name: 'now' });

/** The loss over steps: on ordinary axes, on logarithmic ones, or close to the plateau where the way to infinity begins. */
export function lossSpec(values: TrainValues): PlotSpec {
  const { reveal, infinity } = values;
  const { arrival, steps, trainedLoss } = trainState(values);
  if (infinity > 0 && arrival) return plateauSpec(values);
  const floor = arrival?.loss ?? 0;
  const height = (loss: number) => (reveal >= 1 ? Math.max(1e-16, loss - floor) : loss - reveal * floor);
  return {
    x: unfolding([0, Math.max(FLAT_AT, steps)], [FIRST_STEP, MOST_STEPS], reveal, text.plots.steps),
    y: unfolding([0, mostLoss(values)], EXCESS, reveal, reveal > 0 ? text.plots.above : ''),
    marks: [line(lossPoints(values, steps, height), stroke), points([dot(steps, height(trainedLoss))])],
  };
}

/** The end of the loss, with the loss at infinity past the end of the axis. */
function plateauSpec(values: TrainValues): PlotSpec {
  const { arrival, steps, loss, trainedLoss, flatLoss } = trainState(values);
  const end = arrival?.loss ?? trainedLoss;
  const drop = Math.max(flatLoss - end, 2e-2 * end);
  const isThere = values.infinity >= 1;
  const isCopies = arrival?.kind === 'copies';
  const colour = isCopies ? 'saddleLine' : 'channel';
  return {
    x: log([FIRST_STEP, Math.max(steps, FLAT_AT)], {
      title: text.plots.steps,
      limit: { value: Number.POSITIVE_INFINITY, label: '∞' },
    }),
    y: linear([Math.max(0, end - 0.5 * drop), flatLoss + drop]),
    marks: [
      rule({ y: flatLoss, dash: 'dashed', colour: 'quiet' }),
      line(
        lossPoints(values, steps, (value) => value),
        stroke,
      ),
      points([
        isThere
          ? { x: Number.POSITIVE_INFINITY, y: loss, colour, shape: 'diamond', radius: 6.5, name: 'infinity' }
          : dot(Math.max(steps, FLAT_AT), loss),
      ]),
    ],
    labels: [{ x: FIRST_STEP * 3, y: flatLoss, text: text.plots.plateau, side: 'above' }],
  };
}
