/** The figure `toy` in words and numbers. */

import type { DataTable } from '#figures/figure';
import { stabilityLimit } from '#math/network/sharpness';
import { plainText, readableText } from '#state/number-text';
import { toyRunners } from '#workers/toy-messages';
import { stateOf } from './runs';
import type { ToyValues } from './schema';
import type { EdgeRun, Session } from './session';
import { text } from './text';

/** A loss in plain decimals: 0.000773. */
export function lossText(loss: number, digits = 3): string {
  return loss < 1e-6 ? readableText(loss, digits) : plainText(Number(loss.toPrecision(digits)));
}

/** What is set, without what has been computed. */
export function describeSettings({ gamma, alpha, seed, decay }: ToyValues): string {
  return text.describe.settings(readableText(gamma), readableText(alpha), seed, readableText(decay));
}

/** How the run at the edge of stability ended. */
export function edgeSentence(edge: EdgeRun | undefined): string {
  if (!edge?.end) return text.edge.running;
  const { kind, difference, sharpness } = edge.end;
  return text.edge.end[kind](
    readableText(edge.rate),
    readableText(difference),
    readableText(sharpness),
    readableText(stabilityLimit(edge.rate)),
  );
}

/** What the figure shows, in sentences. */
export function describeToy(values: ToyValues, session: Session): string {
  const { limits, runs } = session;
  if (!limits) return text.describe.waiting;
  const { channel1, saddle, channel2 } = limits;
  return [
    text.describe.limits(lossText(channel1.loss, 4), lossText(saddle.loss, 4), lossText(channel2.loss)),
    describeSettings(values),
    ...toyRunners.flatMap((runner) => {
      const state = stateOf(runs, runner, values.time);
      if (!state) return [];
      return [text.describe.run(text.runner[runner], readableText(state.gamma), lossText(state.loss))];
    }),
    ...(session.edge?.end ? [edgeSentence(session.edge)] : []),
  ].join(' ');
}

/** Critical points at infinity, channels, runs, the edge of stability. */
export function toyData(session: Session): readonly DataTable[] {
  const { limits, channels, runs, edge, stalls } = session;
  const tables: DataTable[] = [];
  if (limits) {
    const { channel1, saddle, channel2, ws, losses } = limits;
    tables.push(
      {
        name: 'criticalPoints',
        columns: ['w', 'a', 'c', 'loss', 'h'],
        rows: [channel1, saddle, channel2].map(({ w, a, c, loss, h }) => [w, a, c, loss, h]),
      },
      {
        name: 'lossAtInfinity',
        columns: ['w', 'loss'],
        rows: Array.from(ws, (w, k) => [w, losses[k] as number]),
      },
    );
  }
  for (const channel of [1, 2] as const) {
    const found = channels[channel];
    if (!found) continue;
    tables.push({
      name: `channel${channel}`,
      columns: ['gamma', 'alpha', 'loss'],
      rows: Array.from(found.gammas, (gamma, k) => [
        gamma,
        found.alphas[k] as number,
        found.losses[k] as number,
      ]),
    });
  }
  for (const runner of toyRunners) {
    const run = runs[runner];
    if (!run) continue;
    tables.push({
      name: runner,
      columns: ['time', 'loss', 'gamma', 'alpha', 'w1', 'w2', 'a1', 'a2'],
      rows: run.times.map((time, k) => [
        time,
        run.losses[k] as number,
        run.gammas[k] as number,
        run.alphas[k] as number,
        ...(run.thetas[k] as Float64Array),
      ]),
    });
  }
  if (edge) {
    tables.push({
      name: 'edge',
      columns: ['step', 'largestEigenvalue', 'outputDifference', 'gamma'],
      rows: edge.steps.map((step, k) => [
        step,
        edge.sharpness[k] as number,
        edge.differences[k] as number,
        edge.gammas[k] as number,
      ]),
    });
  }
  if (stalls.measured.length > 0) {
    tables.push({
      name: 'stalls',
      columns: ['learningRate', 'outputDifference', 'hasStalled'],
      rows: stalls.measured.map(({ rate, difference, kind }) => [
        rate,
        difference,
        kind === 'stalled' ? 1 : 0,
      ]),
    });
  }
  return tables;
}
