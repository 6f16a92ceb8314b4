import { norm } from './linear-algebra';
import { checkStart, type Objective } from './objective';
import { type RosenbrockTable, rodas3, rosenbrockStepper } from './rosenbrock-method';
import type { Outcome, Trajectory, TrajectoryPoint } from './trajectory';

export interface FlowOptions {
  /** Error a step, relative to each parameter. */
  readonly relativeTolerance?: number;
  /** Error a step below which parameters near zero are not resolved. */
  readonly absoluteTolerance?: number;
  /** Stop at this flow time. */
  readonly maxTime?: number;
  /** Stop when the gradient norm is at most this. */
  readonly minGradientNorm?: number;
  /** Stop when the Euclidean norm of all parameters exceeds this. */
  readonly maxWeightNorm?: number;
  /** Stop after this many accepted steps. */
  readonly maxSteps?: number;
  /** Ascending times that are hit exactly; those not later than the time reached are passed over. */
  readonly marks?: readonly number[];
  /** Length in time of the first step tried, above 0; a guess from the gradient unless told. */
  readonly firstStep?: number;
  readonly method?: RosenbrockTable;
}

const SAFETY = 0.9;
const LARGEST_GROWTH = 6;
const LARGEST_CUT = 0.2;
/** Rejections in a row after which no step is possible. */
const MAX_REJECTIONS = 60;
/** Both constants of `climbByRounding` leave room for a factor of a hundred. */
const RELATIVE = 1e-12;
const OUTPUT = 1e-14;

/**
 * By how much two computed losses may differ that should be equal: an error of 2^-53 |theta| in an output of the
 * network changes the loss by 2 sqrt(loss) times that, which in a channel, with output weights of thousands, is far
 * more than a unit of its last place. (Ours.)
 */
export function climbByRounding(loss: number, theta: Float64Array): number {
  return RELATIVE * Math.abs(loss) + OUTPUT * Math.sqrt(Math.abs(loss)) * norm(theta);
}

/**
 * Gradient flow theta' = -grad L from `start`, with error control by the embedded method and exact Hessians:
 * stiffness (eigenvalues from 1e-5 to 1e4 and more) does not limit the step. Steps that climb are rejected as
 * well, so that the loss falls along the yielded points. Yields the start and every accepted step. Throws a
 * RangeError when the start has another length than the objective, a weight that is not finite or no finite loss, or
 * when the first step is not positive.
 */
export function* gradientFlow(
  objective: Objective,
  start: Float64Array,
  options: FlowOptions = {},
): Trajectory {
  const {
    relativeTolerance = 1e-4,
    absoluteTolerance = 1e-6,
    maxTime = Number.POSITIVE_INFINITY,
    minGradientNorm = 0,
    maxWeightNorm = Number.POSITIVE_INFINITY,
    maxSteps = 5000,
    marks = [],
    firstStep,
    method = rodas3,
  } = options;
  const n = objective.size;
  checkStart(objective, start);
  if (firstStep !== undefined && !(firstStep > 0 && Number.isFinite(firstStep))) {
    throw new RangeError(`the first step must be a positive number, got ${firstStep}`);
  }
  const stepper = rosenbrockStepper(method, objective);
  let theta = Float64Array.from(start);
  let gradient = new Float64Array(n);
  let hessian = new Float64Array(n * n);
  let next = new Float64Array(n);
  let nextGradient = new Float64Array(n);
  let nextHessian = new Float64Array(n * n);
  const error = new Float64Array(n);
  let loss = objective.hessian(theta, gradient, hessian);
  if (!Number.isFinite(loss))
    throw new RangeError(`the loss at the start is ${loss}; start from finite weights`);
  let gradientNorm = norm(gradient);
  let time = 0;
  let steps = 0;
  let rejections = 0;
  const nextMark = () => marks.find((t) => t > time) ?? Number.POSITIVE_INFINITY;
  let mark = nextMark();
  let h = firstStep ?? guessedStep(theta, gradientNorm, relativeTolerance, absoluteTolerance);

  const point = (): TrajectoryPoint => ({ time, theta: Float64Array.from(theta), loss, gradientNorm, steps });
  yield point();

  for (;;) {
    const stop = reasonToStop();
    if (stop !== undefined) return stop;
    const goal = Math.min(mark, maxTime);
    const clipped = time + h * (1 + 1e-9) >= goal;
    const step = clipped ? goal - time : h;
    const solved = stepper.step(theta, gradient, hessian, step, next, error);
    const size = solved ? errorSize(error, theta, next, relativeTolerance, absoluteTolerance) : Number.NaN;
    let accepted = size <= 1;
    let nextLoss = Number.NaN;
    if (accepted) {
      nextLoss = objective.hessian(next, nextGradient, nextHessian);
      accepted =
        nextLoss <= loss + climbByRounding(loss, theta) && Number.isFinite(norm(nextGradient) + norm(next));
    }
    // An error of 0 or NaN gives no hint; grow or cut by the most.
    const hint = SAFETY * size ** (-1 / (method.embeddedOrder + 1));
    if (!accepted) {
      if (++rejections > MAX_REJECTIONS) {
        return {
          kind: 'stuck',
          message: `no step from time ${time.toPrecision(3)} meets the tolerance ${relativeTolerance}; allow a larger one`,
        };
      }
      h = step * (size > 1 ? Math.max(LARGEST_CUT, Math.min(0.9, hint)) : LARGEST_CUT);
      continue;
    }
    time = clipped ? goal : time + step;
    if (time >= mark) mark = nextMark();
    [theta, next] = [next, theta];
    [gradient, nextGradient] = [nextGradient, gradient];
    [hessian, nextHessian] = [nextHessian, hessian];
    loss = nextLoss;
    gradientNorm = norm(gradient);
    steps++;
    const growth = rejections > 0 ? 1 : LARGEST_GROWTH;
    const grown = step * (size > 0 ? Math.min(growth, Math.max(LARGEST_CUT, hint)) : growth);
    // A step shortened to hit a mark says nothing against the longer one that was planned.
    h = clipped ? Math.max(h, grown) : grown;
    rejections = 0;
    yield point();
  }

  function reasonToStop(): Outcome | undefined {
    if (gradientNorm <= minGradientNorm) {
      return { kind: 'stationary', message: `the gradient norm fell to ${gradientNorm.toExponential(1)}` };
    }
    if (time >= maxTime) return { kind: 'time', message: `time ${maxTime.toPrecision(3)} is reached` };
    const size = norm(theta);
    if (size > maxWeightNorm) {
      return {
        kind: 'far',
        message: `the weight norm reached ${size.toPrecision(3)}: perhaps a channel to infinity`,
      };
    }
    if (steps >= maxSteps) {
      return {
        kind: 'steps',
        message: `${maxSteps} steps are used up at time ${time.toPrecision(3)}; allow more to go on`,
      };
    }
    return undefined;
  }
}

/**
 * A first step in which the parameters move by about a hundredth of the resolved scale; error control takes
 * over from there.
 */
function guessedStep(theta: Float64Array, gradientNorm: number, relative: number, absolute: number): number {
  const scale = norm(theta) + absolute / relative;
  return gradientNorm > 0 ? (0.01 * scale) / gradientNorm : 1;
}

/** Root mean square of the error estimate in units of the tolerance; at most 1 is acceptable. */
function errorSize(
  error: Float64Array,
  from: Float64Array,
  to: Float64Array,
  relative: number,
  absolute: number,
): number {
  let sum = 0;
  for (let p = 0; p < error.length; p++) {
    const size = Math.max(Math.abs(from[p] as number), Math.abs(to[p] as number));
    sum += ((error[p] as number) / (absolute + relative * size)) ** 2;
  }
  return Math.sqrt(sum / error.length);
}
