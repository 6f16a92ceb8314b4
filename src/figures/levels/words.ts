/** Sentences of the figure `levels` from numbers. */
import { type Share, summaryOf } from '#math/levels/level-table';
import { fixedText, plainText } from '#state/number-text';
import { chosenLevel, kindOf, sortedLevels } from './chosen';
import { endsNow, LINE_LOSS } from './copy-plots';
import type { ShownNetwork } from './network-plots';
import type { LevelsValues } from './schema';
import type { Session } from './session';
import { text } from './text';

/** A loss with five decimals. */
const lossText = (loss: number) => fixedText(loss, 5);

/** The level that is looked at, in words. */
export function pointWords(session: Session, values: LevelsValues): string {
  const chosen = chosenLevel(session, values);
  if (!chosen) return '';
  const { level, runs } = chosen;
  return text.levels.point(values.width, text.kind[level.kind], lossText(level.loss), level.count, runs);
}

function shareWords({ share, interval: [low, high] }: Share): string {
  const percent = (value: number) => fixedText(100 * value, 0);
  return text.summary.share(percent(share), percent(low), percent(high));
}

/** What a width comes to. */
export function summaryWords(session: Session, values: LevelsValues): string {
  const { infinite, copies, solutions, open, runs } = summaryOf(
    sortedLevels(session, kindOf(values), values.width),
  );
  if (runs === 0) return '';
  const words = text.summary.text(values.width, shareWords(infinite), shareWords(copies), solutions);
  return open > 0 ? `${words} ${text.summary.open(open)}` : words;
}

/** Where training goes from the line. */
export function copySentence(session: Session, values: LevelsValues): string {
  const ends = endsNow(session, values);
  if (!ends) return text.copy.sentence.waiting;
  const gamma = plainText(values.gamma);
  if (ends.lower.kind === 'copies') return text.copy.sentence.stays(gamma, lossText(LINE_LOSS));
  return text.copy.sentence.leaves(
    gamma,
    lossText(ends.higher.lossAtInfinity),
    lossText(ends.lower.lossAtInfinity),
  );
}

/** What is known of a network, in a sentence. */
export function verdictWords({ kind, h, isInfinite }: ShownNetwork): string {
  const { verdict } = text.network;
  if (kind === 'infinite') return verdict.infinite(plainText(Number(h.toPrecision(2))));
  if (kind === 'copies' && isInfinite) return verdict.copiesInfinite;
  return verdict[kind];
}
