/** The act of the figure `train`: training, a closer look, the skip to infinity, and the next start. */
import type { Animation } from '#state/animation';
import { mixNumbers } from '#state/animation';
import type { MotionPath } from '#state/motion';
import { FLAT_AT, MOST_STEPS, type TrainSchema, type TrainValues, trainSchema } from './schema';
import { text } from './text';

/** What comes next for these values. */
export type Scene = 'train' | 'closer' | 'skip' | 'next';

/** The scene that the button begins or carries on. */
export function sceneOf({ steps, reveal, infinity }: TrainValues): Scene {
  if (infinity >= 1) return 'next';
  if (reveal > 0 || infinity > 0) return 'skip';
  return steps >= FLAT_AT ? 'closer' : 'train';
}

const SECONDS = { train: 7, unfold: 1, closer: 4, skip: 6 } as const;
const KEYS = ['method', 'seed', 'steps', 'reveal', 'infinity'];

/** Slow at both ends. */
const ease = (share: number) => share * share * (3 - 2 * share);
const stepsOfTraining = (from: number, share: number) => Math.round(from + share * (FLAT_AT - from));
const stepsBeyond = (from: number, share: number) =>
  Math.round(mixNumbers(trainSchema.steps, from, MOST_STEPS, share));

/** Values over a closer look: the axes unfold, then training goes on. */
function closer(from: number, share: number): Partial<TrainValues> {
  const unfolded = SECONDS.unfold / (SECONDS.unfold + SECONDS.closer);
  if (share <= unfolded) return { reveal: ease(share / unfolded), steps: from };
  return { reveal: 1, steps: stepsBeyond(from, (share - unfolded) / (1 - unfolded)) };
}

/** A scene from where the figure is; a new start is trained at once. */
export function scenePath(scene: Scene, from: TrainValues, seed = from.seed): MotionPath {
  const paths: Readonly<Record<Scene, Pick<MotionPath, 'seconds' | 'at'>>> = {
    train: {
      seconds: SECONDS.train * (1 - from.steps / FLAT_AT),
      at: (share) => ({ steps: stepsOfTraining(from.steps, share) }),
    },
    closer: { seconds: SECONDS.unfold + SECONDS.closer, at: (share) => closer(from.steps, share) },
    skip: {
      seconds: SECONDS.skip * (1 - from.infinity),
      at: (share) => ({ reveal: 1, infinity: from.infinity + share * (1 - from.infinity) }),
    },
    next: {
      seconds: SECONDS.train,
      at: (share) => ({ seed, steps: stepsOfTraining(0, share), reveal: 0, infinity: 0 }),
    },
  };
  return { ...paths[scene], keys: KEYS };
}

/** The seed of the next start. */
export const nextSeed = ({ seed }: Pick<TrainValues, 'seed'>) =>
  seed >= trainSchema.seed.max ? trainSchema.seed.min : seed + 1;

/** All of it as one film. */
export const actAnimation: Animation<TrainSchema> = {
  id: 'training',
  ...text.animation,
  at(share) {
    const ends = [7 / 18, 12 / 18, 1] as const;
    if (share < ends[0]) return { steps: stepsOfTraining(0, share / ends[0]), reveal: 0, infinity: 0 };
    if (share < ends[1]) return { ...closer(FLAT_AT, (share - ends[0]) / (ends[1] - ends[0])), infinity: 0 };
    return { steps: MOST_STEPS, reveal: 1, infinity: (share - ends[1]) / (ends[2] - ends[1]) };
  },
};

/** The last of it alone. */
export const skipAnimation: Animation<TrainSchema> = {
  id: 'skip',
  ...text.skipAnimation,
  at: (share) => ({ reveal: 1, infinity: share }),
};
