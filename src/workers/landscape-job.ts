/** Computes a landscape, what a reader looks at first first. */
import type { FloorPoint } from '#math/channel/channel-floor';
import type { Side } from '#math/landscape/descent-path';
import type { DescentColumn } from '#math/landscape/descent-slice';
import { createLandscape } from '#math/landscape/landscape';
import { saddleLineStability, splitOutputWeight } from '#math/landscape/saddle-line';
import { networkLoss } from '#math/network/loss';
import { derivativesAt } from '#math/numerics/objective';
import { symmetricEigenvalues } from '#math/numerics/symmetric-eigen';
import { findLine } from './find-line';
import { findFiniteMinimum, finitePart } from './finite-minimum';
import type { Job, JobStretch } from './job';
import type { Jobs, LandscapePart } from './messages';
import { JobError } from './problem';
import { checkedGammas, problemOfSpec } from './problem-of-spec';
import { certifyRoad, followFloor, roadData } from './roads';
import { columnOrder, drawColumns, drawPlane, findTears, planeGammasOf, spectrumAlongLine } from './surfaces';
import { createWorld, type World } from './world';

const SIDES: readonly Side[] = ['plus', 'minus'];

/**
 * Parts in this order: network; the column furthest out; the two roads, certified from it; their floors, whose
 * places on the slice are rough then; coarse columns; the other columns above gamma = 1 and up to 100; tears;
 * plane; spectrum; the finite minimum, if the flow meets one; the columns below gamma = 1 and beyond 100; tears
 * again; the finite minimum and the roads again, with places by all columns. `publish` is called once with the
 * world, when its saddle line is known; columns are added to it as they are done. Throws an Error that says what
 * to change.
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
  yield undefined;
  const line = yield* findLine(problem, spec);
  yield undefined;
  const landscape = createLandscape(line, problem.activation, problem.samples);
  const world = createWorld(problem, landscape);
  publish(world);
  yield { part: networkPart(world), done: 0.1 };

  const { outward, coarse, fine, last } = columnOrder(range);
  const tried = new Set<number>();
  function* draw(columns: readonly number[], done: readonly [number, number]): JobStretch<'landscape', void> {
    const untried = columns.filter((gamma) => !tried.has(gamma));
    for (const gamma of untried) tried.add(gamma);
    yield* drawColumns(world, untried, done);
  }

  let furthest: DescentColumn | undefined;
  for (const gamma of outward) {
    yield* draw([gamma], [0.1, 0.13]);
    furthest = world.columns[0];
    if (furthest !== undefined) break;
  }
  if (furthest === undefined) {
    throw new JobError({ code: 'no-way-down' });
  }
  const roads = [];
  for (const side of SIDES) {
    yield undefined;
    const road = certifyRoad(landscape, furthest, side);
    roads.push({ road, floor: [] as readonly FloorPoint[] });
    yield { part: { part: 'road', road: roadData(world, road, []) } };
  }
  for (const one of roads) {
    one.floor = yield* followFloor(landscape, one.road);
    yield { part: { part: 'road', road: roadData(world, one.road, one.floor) } };
  }
  yield* draw(coarse, [0.15, 0.25]);
  yield* draw(fine, [0.25, 0.55]);
  yield { part: yield* findTears(world), done: 0.65 };
  yield { part: yield* drawPlane(world, planeRange, [0.65, 0.75]) };
  yield { part: yield* spectrumAlongLine(world), done: 0.78 };
  const finite = yield* findFiniteMinimum(
    world,
    roads.map(({ road }) => road),
  );
  if (finite !== undefined) yield { part: finitePart(world, finite), done: 0.8 };
  if (last.length > 0) {
    yield* draw(last, [0.8, 0.95]);
    yield { part: yield* findTears(world), done: 0.98 };
    if (finite !== undefined) yield { part: finitePart(world, finite) };
  }
  for (const { road, floor } of roads) yield { part: { part: 'road', road: roadData(world, road, floor) } };
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
