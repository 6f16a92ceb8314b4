/** Levels: the distinct losses at which runs of one width end. (Paper, Figure 2 and A1, A2.) */
import { wilsonInterval } from '#math/numerics/wilson';
import { LEVEL_KINDS, type LevelEnd, type LevelKind } from './level-kind';

/** A run that stands for its level. */
export type Representative = Pick<LevelEnd, 'loss' | 'h' | 'groups' | 'theta'> & {
  readonly seed: number;
};

/** One loss and kind at which runs ended. */
export interface Level {
  readonly kind: LevelKind;
  /** At infinity, or of the minimum: mean of squares. */
  readonly loss: number;
  readonly count: number;
  /** How many of the runs go to infinity. */
  readonly infinite: number;
  /** Four outputs of each function that was met: functions, so that the order of neurons does not count. */
  readonly solutions: readonly (readonly number[])[];
  readonly representative: Representative;
}

/** The paper's tolerance for losses of one level, relative. */
const TOLERANCE = 1e-3;
/** Outputs of one function differ by no more than this. */
const SAME_OUTPUT = 1e-3;

const digits = (value: number, count: number) => Number(value.toPrecision(count));

/** True for losses of one level. */
export function isSameLoss(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERANCE * Math.max(a, b);
}

/** The number of the level to which a run belongs; -1 for a new one. */
export function levelIndex(levels: readonly Level[], run: Pick<LevelEnd, 'kind' | 'lossAtInfinity'>): number {
  return levels.findIndex((level) => level.kind === run.kind && isSameLoss(level.loss, run.lossAtInfinity));
}

/** A run of a level, computed or read. */
type SomeRun = Omit<LevelEnd, 'theta' | 'signature'> & {
  readonly seed: number;
  readonly theta: ArrayLike<number>;
  readonly signature: ArrayLike<number>;
};

/** The levels with one more run. */
export function withRun(levels: readonly Level[], run: SomeRun): readonly Level[] {
  const at = levelIndex(levels, run);
  const signature = Array.from(run.signature, (value) => digits(value, 5));
  const level = levels[at];
  if (!level) {
    const { seed, loss, h, groups, theta } = run;
    const added: Level = {
      kind: run.kind,
      loss: run.lossAtInfinity,
      count: 1,
      infinite: Number(run.isInfinite),
      solutions: [signature],
      representative: { seed, loss, h, groups, theta: Array.from(theta, (value) => digits(value, 7)) },
    };
    return [...levels, added];
  }
  const isKnown = level.solutions.some((other) =>
    other.every((value, k) => Math.abs(value - (signature[k] ?? 0)) < SAME_OUTPUT),
  );
  return levels.with(at, {
    ...level,
    count: level.count + 1,
    infinite: level.infinite + Number(run.isInfinite),
    solutions: isKnown || run.kind === 'open' ? level.solutions : [...level.solutions, signature],
  });
}

/** A share of runs, with Wilson's 95 % interval. */
export interface Share {
  readonly hits: number;
  readonly runs: number;
  readonly share: number;
  readonly interval: readonly [low: number, high: number];
}

function shareOf(hits: number, runs: number): Share {
  return { hits, runs, share: runs === 0 ? 0 : hits / runs, interval: wilsonInterval(hits, runs) };
}

/** What a width comes to. */
export interface LevelSummary {
  readonly runs: number;
  readonly infinite: Share;
  readonly copies: Share;
  readonly open: number;
  /** Functions met, of minima at finite weights and at infinity; copies are those of smaller networks. */
  readonly solutions: number;
}

/** Counts and shares of a width's levels. */
export function summaryOf(levels: readonly Level[]): LevelSummary {
  const sum = (of: (level: Level) => number) => levels.reduce((total, level) => total + of(level), 0);
  const counts = Object.fromEntries(
    LEVEL_KINDS.map((kind) => [kind, sum((level) => (level.kind === kind ? level.count : 0))]),
  ) as Record<LevelKind, number>;
  const runs = sum(({ count }) => count);
  return {
    runs,
    infinite: shareOf(
      sum(({ infinite }) => infinite),
      runs,
    ),
    copies: shareOf(counts.copies, runs),
    open: counts.open,
    solutions: sum(({ kind, solutions }) =>
      kind === 'finite' || kind === 'infinite' ? solutions.length : 0,
    ),
  };
}
