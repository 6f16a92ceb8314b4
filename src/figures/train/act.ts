/** The act of the figure `train`: training, a closer look, the skip to infinity, and the next start. */
import { type Animation, mixNumbers } from '#state/animation';
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

/** Of a closer look, until the axes have unfolded. */
const UNFOLDED = 0.2;
const KEYS = ['method', 'seed', 'steps', 'reveal', 'infinity'];

/** Slow at both ends. */
const ease = (share: number) => share * share * (3 - 2 * share);
const stepsOfTraining = (from: number, share: number) => Math.round(from + share * (FLAT_AT - from));
const stepsBeyond = (from: number, share: number) =>
  Math.round(mixNumbers(trainSchema.steps, from, MOST_STEPS, share));

/** Values over a closer look: the axes unfold, then training goes on. */
function closer(from: number, share: number): Partial<TrainValues> {
  if (share <= UNFOLDED) return { reveal: ease(share / UNFOLDED), steps: from };
  return { reveal: 1, steps: stepsBeyond(from, (share - UNFOLDED) / (1 - UNFOLDED)) };
}

/** A scene from where the figure is; a new start is trained at once. */
export function scenePath(scene: Scene, from: TrainValues, seed = from.seed): MotionPath {
  const paths: Readonly<Record<Scene, Pick<MotionPath, 'seconds' | 'at'>>> = {
    train: {
      seconds: text.films.train.seconds * (1 - from.steps / FLAT_AT),
      at: (share) => ({ steps: stepsOfTraining(from.steps, share) }),
    },
    closer: { seconds: text.films.closer.seconds, at: (share) => closer(from.steps, share) },
    skip: {
      seconds: text.films.skip.seconds * (1 - from.infinity),
      at: (share) => ({ reveal: 1, infinity: from.infinity + share * (1 - from.infinity) }),
    },
    next: {
      seconds: text.films.train.seconds,
      at: (share) => ({ seed, steps: stepsOfTraining(0, share), reveal: 0, infinity: 0 }),
    },
  };
  return { ...paths[scene], keys: KEYS };
}

/** The seed of the next start. */
export const nextSeed = ({ seed }: Pick<TrainValues, 'seed'>) =>
  seed >= trainSchema.seed.max ? trainSchema.seed.min : seed + 1;

type Film = Animation<TrainSchema>;

/** The scenes as films, each from its beginning. */
const films: Readonly<Record<'train' | 'closer' | 'skip', Film>> = {
  train: {
    id: 'train',
    ...text.films.train,
    at: (share) => ({ steps: stepsOfTraining(0, share), reveal: 0, infinity: 0 }),
  },
  closer: { id: 'closer', ...text.films.closer, at: (share) => ({ ...closer(FLAT_AT, share), infinity: 0 }) },
  skip: {
    id: 'skip',
    ...text.films.skip,
    at: (share) => ({ steps: MOST_STEPS, reveal: 1, infinity: share }),
  },
};

const scenes = [films.train, films.closer, films.skip];
const SECONDS_IN_ALL = scenes.reduce((sum, { seconds }) => sum + seconds, 0);

/** All of it as one film, and its scenes. */
export const trainAnimations: readonly Film[] = [
  {
    id: 'act',
    title: text.films.act.title,
    seconds: SECONDS_IN_ALL,
    at(share, from) {
      let passed = share * SECONDS_IN_ALL;
      for (const film of scenes) {
        if (passed < film.seconds || film === films.skip)
          return film.at(Math.min(1, passed / film.seconds), from);
        passed -= film.seconds;
      }
      return {};
    },
  },
  ...scenes,
];
