import { START_OFFSET } from '#math/landscape/descent-path';
import { gammaOf, saddlePoint } from '#math/landscape/saddle-line';
import { train } from '#math/network/training';
import { addScaled } from '#math/numerics/linear-algebra';
import type { JobStretch } from './job';
import type { LandscapePart } from './messages';
import type { Road } from './roads';
import { placeOnSlice, type World } from './world';

/** Where the flow starts: the point of the line at which the paper looks. */
const START_GAMMA = 1.5;

/** A minimum of the duplicated network. */
export interface FiniteMinimum {
  readonly theta: Float64Array;
  readonly loss: number;
}

/** What is sent of it, its place by the columns known now: everything in fresh arrays. */
export function finitePart(world: World, { theta, loss }: FiniteMinimum): LandscapePart {
  const gamma = gammaOf(world.landscape.line, theta);
  return { part: 'finite', theta: Float64Array.from(theta), loss, gamma, ...placeOnSlice(world, theta) };
}

/**
 * The finite minimum that gradient flow from beside the saddle line ends in, polished by Newton's method; on
 * the side whose road leads back first. Undefined when the flow ends in none on either side.
 */
export function* findFiniteMinimum(
  { landscape }: World,
  roads: readonly Road[],
): JobStretch<'landscape', FiniteMinimum | undefined> {
  const { line, shape, activation, samples, downhill } = landscape;
  const sides = [...roads].sort((p, q) => Number(leadsBack(q)) - Number(leadsBack(p)));
  for (const { side } of sides) {
    const offset = side === 'plus' ? START_OFFSET : -START_OFFSET;
    const start = addScaled(saddlePoint(line, START_GAMMA), offset, downhill.at(START_GAMMA).direction);
    const steps = train({ shape, activation, samples }, start);
    let next = steps.next();
    while (!next.done) {
      yield undefined;
      next = steps.next();
    }
    const { kind, theta, loss } = next.value;
    if (kind === 'minimum') return { theta, loss };
  }
  return undefined;
}

function leadsBack({ limit }: Road): boolean {
  return limit?.verdict === 'road-back';
}
