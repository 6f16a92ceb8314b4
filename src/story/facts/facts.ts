/**
 * The numbers that the article states. Each is computed here, at build, by the mathematics of the figures; a text takes one
 * with `<Fact of="…" />`. `tests/story/facts.test.ts` holds them against values computed independently.
 */
import { findToyLimits } from '#math/toy/toy-limit';
import { slopeOf } from './curves';
import { landscapeFacts } from './landscape-facts';
import { levelsFacts } from './levels-facts';
import { pairFacts } from './pair-facts';
import { rideFacts } from './ride-facts';
import { toyFacts } from './toy-facts';

/** The numbers by their names. */
export type Facts = Readonly<Record<string, number>>;

/** Computes all of them. */
export function computeFacts(): Facts {
  const { channel1: first, channel2: second, saddle } = findToyLimits();
  return {
    ...rideFacts(),
    ...toyFacts(),
    ...pairFacts(),
    ...landscapeFacts(),
    ...levelsFacts(),
    toyFirstW: first.w,
    toyFirstLoss: first.loss,
    toyBestW: second.w,
    toyBestLoss: second.loss,
    toySaddleW: saddle.w,
    toySaddleLoss: saddle.loss,
    /** The power of epsilon by which the largest eigenvalue grows along the channel of the ride, fitted to its points. */
    sharpnessSlope: slopeOf('sharpness'),
    /** Of a^2 in the term of three neurons; MATH.md, section 9. */
    thirdNeuron: 1 / (2 * Math.sqrt(6)),
  };
}
