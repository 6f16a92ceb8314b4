/** Computes a landscape, what a reader looks at first first. */
import type { Side } from '#math/descent-path';
import { createLandscape } from '#math/landscape';
import { networkLoss } from '#math/loss';
import { derivativesAt } from '#math/objective';
import { saddleLineStability, splitOutputWeight } from '#math/saddle-line';
import { symmetricEigenvalues } from '#math/symmetric-eigen';
import { findLine } from './find-line';
import { findFiniteMinimum } from './finite-minimum';
import type { Job } from './job';
import type { Jobs, LandscapePart } from './messages';
import { checkedGammas, problemOfSpec } from './problem-of-spec';
import { certifyRoad, followFloor, furthestColumn, roadData } from './roads';
import { columnOrder, drawColumns, drawPlane, findTears, planeGammasOf, spectrumAlongLine } from './surfaces';
import { createWorld, type World } from './world';

const SIDES: readonly Side[] = ['plus', 'minus'];

/**
 * Parts in this order: network; coarse columns; the two roads, certified; their floors; plane; the other
 * columns; tears; the finite minimum, if the flow meets one; spectrum. `publish` is called once with the
 * world, when its saddle line is known; columns are added to it as they are done. Throws an Error that says
 * what to change.
 */
export function* landscapeJob(
  { spec, gammas, planeGammas }: Jobs['landscape']['request'],
  publish: (world: World) => void,
  now: () => number = () => performance.now(),
): Job<'landscape'> {
  const started = now();
  const range = checkedGammas(gammas);
  const planeRange =
    planeGammas === undefined ? planeGammasOf(range) : checkedGammas(planeGammas, 'the plane slice');
  const problem = problemOfSpec(spec);
  const line = yield* findLine(problem, spec);
  const landscape = createLandscape(line, problem.activation, problem.samples);
  const world = createWorld(problem, landscape);
  publish(world);
  yield { part: networkPart(world), done: 0.1 };

  const { coarse, fine } = columnOrder(range);
  yield* drawColumns(world, coarse, [0.1, 0.25]);
  const furthest = furthestColumn(world.columns);
  if (furthest === undefined) {
    throw new Error(
      'no way down could be followed from this saddle line; split another neuron or change the seed',
    );
  }
  const roads = SIDES.map((side) => certifyRoad(landscape, furthest, side));
  for (const road of roads) yield { part: { part: 'road', road: roadData(world, road, []) } };
  // First what the reader sees: the whole surface, then what stands beside it.
  yield* drawColumns(world, fine, [0.25, 0.6]);
  yield { part: yield* findTears(world), done: 0.7 };
  yield { part: yield* drawPlane(world, planeRange, [0.7, 0.8]) };
  yield { part: yield* spectrumAlongLine(world), done: 0.85 };
  const finite = yield* findFiniteMinimum(world, roads);
  if (finite !== undefined) yield { part: finite };
  for (const road of roads) {
    const floor = yield* followFloor(landscape, road);
    yield { part: { part: 'road', road: roadData(world, road, floor) } };
  }
  yield { done: 1 };
  return { milliseconds: now() - started };
}

function networkPart({ problem, landscape }: World): LandscapePart {
  const { shape, activation, samples } = problem;
  const { line } = landscape;
  const { loss, hessian } = derivativesAt(networkLoss(shape, activation, samples), line.theta);
  return {
    part: 'network',
    inputs: Float64Array.from(samples.inputs),
    targets: Float64Array.from(samples.targets),
    theta: Float64Array.from(line.theta),
    loss,
    eigenvalues: symmetricEigenvalues(hessian, line.theta.length),
    neuron: line.neuron,
    aStar: splitOutputWeight(line),
    stable: saddleLineStability(line, activation, samples).stable,
  };
}
