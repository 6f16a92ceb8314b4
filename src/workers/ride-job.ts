/** Finds the entrance of a channel: a saddle line, one way down on each side, and where their roads lead. */
import type { Activation } from '#math/activation/activation';
import { descentPathSteps, type Side } from '#math/landscape/descent-path';
import { createLandscape, type Landscape } from '#math/landscape/landscape';
import type { SaddleLine } from '#math/landscape/saddle-line';
import { networkLoss } from '#math/network/loss';
import { startRide } from '#math/ride/ride';
import type { Ride, RidePoint } from '#math/ride/ride-point';
import { findLine } from './find-line';
import type { Job, JobStretch } from './job';
import type { Jobs, LandscapeSpec } from './messages';
import { JobError } from './problem';
import { problemOfSpec } from './problem-of-spec';
import { newtonCost, type RideWorld, sentCertificate, sentPoint } from './ride-world';
import { certifyRoad } from './roads';

/** Places on the saddle line from which a way down into a channel is looked for: the first usually has one. */
const GAMMAS = [2.5, 6, 1.5] as const;
const SIDES: readonly Side[] = ['plus', 'minus'];
/** Seeds that are tried for another channel. */
const SEEDS = 40;
/** Losses that differ by less, relatively, are of one minimum. */
const SAME_LOSS = 1e-6;

interface Entrance {
  readonly origin: RideWorld['origin'];
  readonly ride: Ride;
  readonly start: RidePoint;
}

/**
 * `publish` is called once, with the ride at its start. Throws an Error that says what to change when no road leads to
 * a minimum at infinity, or the asked side's road to no limit.
 */
export function* rideJob(
  { spec, side, other, pair }: Jobs['ride']['request'],
  publish: (world: RideWorld) => void,
  now: () => number = () => performance.now(),
): Job<'ride'> {
  const began = now();
  const { at, entrance } =
    other !== undefined
      ? yield* findOther(spec, other)
      : { at: spec, entrance: pair ? inChannel(spec, pair) : yield* enter(spec, side) };
  if (entrance === undefined) {
    throw new JobError(
      other === undefined
        ? { code: 'no-channel', side: side ?? 'either' }
        : { code: 'no-other-channel', seeds: SEEDS, width: spec.width },
    );
  }
  const { origin, ride, start } = entrance;
  const { shape, activation, samples, certificate } = ride;
  const cost = newtonCost(ride, start, now);
  publish({ origin, ride, points: [start] });
  yield { done: 1 };
  return {
    spec: at,
    ...(origin && { side: origin.side, gamma: origin.gamma }),
    certificate: sentCertificate(shape, activation, samples, certificate, cost),
    start: sentPoint(start),
    milliseconds: now() - began,
  };
}

/** The entrance on the saddle line of one network and neuron. */
function* enter(spec: LandscapeSpec, side: Side | undefined): JobStretch<'ride', Entrance | undefined> {
  const { activation, samples, shape } = problemOfSpec(spec);
  const line = yield* lineOf({ activation, samples, shape }, spec);
  return yield* fromLine(createLandscape(line, activation, samples), side);
}

/** The entrance of a network that is in its channel already. */
function inChannel(spec: LandscapeSpec, pair: readonly [number, number]): Entrance | undefined {
  const { activation, samples, shape } = problemOfSpec(spec);
  const begun = startRide(shape, activation, samples, Float64Array.from(spec.theta ?? []), pair);
  return begun.kind === 'ride' ? { origin: undefined, ride: begun.ride, start: begun.start } : undefined;
}

function* lineOf(
  problem: ReturnType<typeof problemOfSpec>,
  spec: LandscapeSpec,
): JobStretch<'ride', SaddleLine> {
  const steps = findLine(problem, spec);
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
    yield next.value?.done === undefined ? undefined : { done: next.value.done };
  }
}

/** The first way down whose road leads to a minimum at infinity; with a side, the first on it with a limit. */
function* fromLine(landscape: Landscape, asked: Side | undefined): JobStretch<'ride', Entrance | undefined> {
  const { shape, activation, samples } = landscape;
  for (const gamma of GAMMAS) {
    for (const side of asked === undefined ? SIDES : [asked]) {
      const path = yield* pathAt(landscape, gamma, side);
      if (path === undefined) continue;
      const { limit, i, j } = certifyRoad(landscape, { gamma, plus: path, minus: path }, side);
      yield undefined;
      const isChannel = limit?.verdict === 'minimum-at-infinity';
      if (!isChannel && !(asked !== undefined && limit?.verdict === 'road-back')) continue;
      const begun = startRide(shape, activation, samples, path.foot.theta, [i, j]);
      yield undefined;
      if (begun.kind === 'ride')
        return { origin: { landscape, side, gamma }, ride: begun.ride, start: begun.start };
    }
  }
  return undefined;
}

/** A way down, or undefined where none can be followed: then another gamma may have one. */
function* pathAt(landscape: Landscape, gamma: number, side: Side) {
  try {
    return yield* descentPathSteps(landscape, gamma, side);
  } catch {
    return undefined;
  }
}

/** Another channel: seed after seed, neuron after neuron. */
function* findOther(
  spec: LandscapeSpec,
  known: readonly number[],
): JobStretch<'ride', { readonly at: LandscapeSpec; readonly entrance: Entrance | undefined }> {
  const { theta: _, ...searched } = spec;
  const problem = problemOfSpec(searched);
  const loss = networkLoss(problem.shape, problem.activation, problem.samples);
  // Many seeds lead to the same minimum, whose neurons need be looked at once.
  const seen: number[] = [];
  for (let k = 0; k < SEEDS; k++) {
    const seed = spec.seed + k;
    yield { done: k / SEEDS };
    const line = yield* lineIfAny(problem, { ...searched, seed, neuron: 0 });
    if (line === undefined) continue;
    const level = loss.loss(line.theta);
    if (seen.some((other) => isSame(other, level))) continue;
    seen.push(level);
    for (let neuron = 0; neuron < spec.width; neuron++) {
      const found = yield* fromNeuron({ ...line, neuron }, problem.activation, problem.samples);
      if (found === undefined || known.some((other) => isSame(other, found.ride.certificate.lossAtInfinity)))
        continue;
      return { at: { ...searched, seed, neuron }, entrance: found };
    }
  }
  return { at: spec, entrance: undefined };
}

function* lineIfAny(problem: ReturnType<typeof problemOfSpec>, spec: LandscapeSpec) {
  try {
    return yield* lineOf(problem, spec);
  } catch {
    return undefined;
  }
}

function* fromNeuron(line: SaddleLine, activation: Activation, samples: Landscape['samples']) {
  try {
    return yield* fromLine(createLandscape(line, activation, samples), undefined);
  } catch {
    return undefined;
  }
}

function isSame(loss: number, other: number): boolean {
  return Math.abs(other / loss - 1) < SAME_LOSS;
}
