/** The figure `landscape` in words and numbers. */
import type { DataTable } from '#figures/figure';
import { certificateText as certificate } from '#landscape/text';
import { plainText, readableText } from '#state/number-text';
import { type SwarmPart, type SwarmPlace, swarmPlaces } from '#workers/swarm-messages';
import { ballState } from './ball';
import { leftOutText } from './left-out-text';
import type { LandscapeValues } from './schema';
import type { Session } from './session';
import { countSwarm, swarmFrame } from './swarm';
import { text } from './text';

/** What is set, without what has been computed. */
export function describeSettings(values: LandscapeValues): string {
  return text.describe.slice(text.slice[values.slice], text.axis[values.axis]);
}

/** What the figure shows, in sentences. */
export function describeLandscape(values: LandscapeValues, session: Session): string {
  if (!session.network) return text.describe.waiting;
  const roads = (['plus', 'minus'] as const).flatMap((side) => {
    const road = session.roads[side];
    if (!road) return [];
    const { verdict } = certificate;
    return [
      text.describe.road(
        side,
        verdict[road.verdict],
        readableText(road.lossAtInfinity, 4),
        readableText(road.h, 3),
      ),
    ];
  });
  const left = leftOutText(session, values);
  const ball = ballState(session, values);
  const { swarm } = session;
  const part = swarm && swarmFrame(swarm, values.time);
  return [
    describeSettings(values),
    ...(left === '' ? [] : [left]),
    ...roads,
    ...(ball ? [text.describe.ball(readableText(ball.gamma), readableText(ball.loss, 4))] : []),
    ...(part ? [swarmWords(part)] : []),
  ].join(' ');
}

function swarmWords(part: SwarmPart): string {
  const { channel, finite, rolling, elsewhere } = countSwarm(part);
  const balls = plainText(part.places.length);
  return text.describe.swarm(balls, plainText(channel), plainText(finite), plainText(rolling + elsewhere));
}

/** Feet of both roads, the plane slice, the last run, and the swarm as it is. */
export function landscapeData(session: Session): readonly DataTable[] {
  const { columns, plane, roads, swarm } = session;
  const run = session.runs.at(-1);
  const tables: DataTable[] = [
    {
      name: 'feet',
      columns: [
        'gamma',
        'plusLoss',
        'plusEpsilon',
        'plusArcLength',
        'minusLoss',
        'minusEpsilon',
        'minusArcLength',
      ],
      rows: columns.map(({ gamma, plus, minus }) => [
        gamma,
        plus.footLoss,
        plus.footEpsilon,
        plus.length,
        minus.footLoss,
        minus.footEpsilon,
        minus.length,
      ]),
    },
    {
      name: 'roads',
      columns: ['plusIs1', 'lossAtInfinity', 'h', 'smallestEigenvalue', 'largestGradient'],
      rows: Object.values(roads).map((road) => [
        road.side === 'plus' ? 1 : 0,
        road.lossAtInfinity,
        road.h,
        road.smallestEigenvalue,
        road.maxAbsGradient,
      ]),
    },
  ];
  if (plane) {
    tables.push({
      name: 'plane',
      columns: ['gamma', 'alpha', 'loss'],
      rows: Array.from(plane.losses, (loss, k) => {
        const [i, j] = [Math.floor(k / plane.alphas.length), k % plane.alphas.length];
        return [plane.gammas[i] as number, plane.alphas[j] as number, loss];
      }),
    });
  }
  if (run) {
    tables.push({
      name: 'run',
      columns: ['time', 'loss', 'gamma', 'epsilon', 'along', 'alpha', 'offDescent', 'offPlane'],
      rows: run.times.map((time, k) => [
        time,
        run.losses[k] as number,
        run.gammas[k] as number,
        run.epsilons[k] as number,
        run.along[k] as number,
        run.alphas[k] as number,
        run.offDescent[k] as number,
        run.offPlane[k] as number,
      ]),
    });
  }
  const now = swarm?.frames.at(-1);
  if (swarm && now) {
    const isPlane = swarm.starts.some((start) => 'alpha' in start);
    const is = (k: number, place: SwarmPlace) => Number(swarmPlaces[now.places[k] as number] === place);
    tables.push({
      name: 'swarm',
      columns: [
        'startGamma',
        isPlane ? 'startAlpha' : 'startAlong',
        'inChannel',
        'atFiniteMinimum',
        'loss',
        'gamma',
        'along',
        'alpha',
        'offDescent',
        'offPlane',
      ],
      rows: swarm.starts.map((start, k) => [
        start.gamma,
        'alpha' in start ? start.alpha : start.along,
        is(k, 'channel'),
        is(k, 'finite'),
        ...[now.losses, now.gammas, now.along, now.alphas, now.offDescent, now.offPlane].map(
          (list) => list[k] as number,
        ),
      ]),
    });
  }
  return tables;
}
