/** The figure `levels` in words and numbers. */
import type { DataTable } from '#figures/figure';
import type { LevelKind } from '#math/levels/level-kind';
import { summaryOf } from '#math/levels/level-table';
import { precomputed, tableOf } from '#math/levels/precomputed';
import { plainText } from '#state/number-text';
import { chosenLevel, kindOf, sortedLevels } from './chosen';
import { type LevelsValues, WIDTHS } from './schema';
import type { Session } from './session';
import { text } from './text';
import { copySentence, pointWords, summaryWords } from './words';

/** What the figure shows, in sentences. */
export function describeLevels(values: LevelsValues, session: Session): string {
  if (values.view === 'copy')
    return `${text.describe.copy(plainText(values.gamma))} ${copySentence(session, values)}`;
  const chosen = chosenLevel(session, values);
  if (!chosen) return text.describe.settings(values.width);
  return [
    text.describe.levels(values.width, chosen.levels.length),
    summaryWords(session, values),
    text.describe.chosen(pointWords(session, values)),
  ].join(' ');
}

/** A kind as two columns of numbers. */
const KIND_COLUMNS = ['hasCopies', 'isCertified'] as const;
const kindNumbers = (kind: LevelKind | undefined) => [Number(kind === 'copies'), Number(kind !== 'open')];

/** Levels of all widths with their counts, shares, precomputed runs; and the copied minimum's ends and spectra. */
export function levelsData(values: LevelsValues, session: Session): readonly DataTable[] {
  const kind = kindOf(values);
  const widths = Array.from({ length: WIDTHS.max }, (_, k) => WIDTHS.min + k);
  const { gammas, plus, minus } = precomputed.ends;
  const { spectra } = session;
  const tables: DataTable[] = [
    {
      name: 'levels',
      columns: ['neurons', 'lossAtInfinity', 'runs', 'infinite', 'solutions', 'h', ...KIND_COLUMNS],
      rows: widths.flatMap((width) =>
        sortedLevels(session, kind, width).map((level) => [
          width,
          level.loss,
          level.count,
          level.infinite,
          level.solutions.length,
          level.representative.h,
          ...kindNumbers(level.kind),
        ]),
      ),
    },
    {
      name: 'shares',
      columns: [
        'neurons',
        'runs',
        'infinite',
        'infiniteLow',
        'infiniteHigh',
        'copies',
        'copiesLow',
        'copiesHigh',
      ],
      rows: widths.flatMap((width) => {
        const { runs, infinite, copies } = summaryOf(sortedLevels(session, kind, width));
        if (runs === 0) return [];
        return [[width, runs, infinite.share, ...infinite.interval, copies.share, ...copies.interval]];
      }),
    },
    {
      name: 'precomputedRuns',
      columns: ['neurons', 'seed', 'loss', 'lossAtInfinity', ...KIND_COLUMNS],
      rows: widths.flatMap((width) => {
        const { levels, ends, losses } = tableOf(kind, width);
        return ends.map((at, k) => [
          width,
          k + 1,
          losses[k] ?? 0,
          levels[at]?.loss ?? 0,
          ...kindNumbers(levels[at]?.kind),
        ]);
      }),
    },
    {
      name: 'copiedMinimum',
      columns: ['gamma', 'side', 'lossAtInfinity', 'h', ...KIND_COLUMNS],
      rows: [
        ...plus.map((end, k) => [gammas[k] ?? 0, 1, end.lossAtInfinity, end.h, ...kindNumbers(end.kind)]),
        ...minus.map((end, k) => [gammas[k] ?? 0, -1, end.lossAtInfinity, end.h, ...kindNumbers(end.kind)]),
      ],
    },
  ];
  if (spectra) {
    const { size, gammas: at, eigenvalues } = spectra;
    tables.push({
      name: 'eigenvalues',
      columns: ['gamma', ...Array.from({ length: size }, (_, j) => `eigenvalue${j + 1}`)],
      rows: Array.from(at, (gamma, k) => [gamma, ...eigenvalues.slice(k * size, (k + 1) * size)]),
    });
  }
  return tables;
}
