/** What the plots of the copied minimum show: ends of training, eigenvalues and how fast eigenvectors turn, over gamma. */
import type { PerturbedEnd } from '#math/levels/copied-minimum';
import { precomputed } from '#math/levels/precomputed';
import { band } from '#plot/band';
import type { PlotSpec } from '#plot/frame';
import { line } from '#plot/line';
import { points } from '#plot/points';
import { rule } from '#plot/rule';
import { linear, log, symlog } from '#plot/scale';
import { type Segment, segments } from '#plot/segments';
import type { Colour } from '#plot/style';
import { fixedText } from '#state/number-text';
import { kindLooks } from './chosen';
import { GAMMAS, type LevelsValues } from './schema';
import type { Session } from './session';
import { text } from './text';

const gammaAxis = linear(GAMMAS, { title: '{gamma}' });
const { gammas, plus, minus } = precomputed.ends;
/** Loss all along the line. */
export const LINE_LOSS = plus[gammas.indexOf(0.4)]?.lossAtInfinity ?? 0;

const stretch = band({ from: 0, to: 1, colour: 'saddleLine', opacity: 0.09, name: 'stable' });

/** Both ends at the gamma that is set, the one of lower loss first; undefined while they are computed. */
export function endsNow({ ends, gamma }: Session, values: LevelsValues) {
  const { plus: one, minus: other } = ends;
  if (!one || !other || gamma !== values.gamma) return undefined;
  return one.lossAtInfinity <= other.lossAtInfinity
    ? { lower: one, higher: other }
    : { lower: other, higher: one };
}

/** Where training is known to end on the stretch of the line around a gamma, the lower loss first. */
function expectedEnds(gamma: number) {
  const isBetween = (share: number) => share > 0 && share < 1;
  const at = gammas.findIndex((one) =>
    isBetween(gamma) ? isBetween(one) : !isBetween(one) && Math.sign(one - 0.5) === Math.sign(gamma - 0.5),
  );
  return [plus[at], minus[at]].map((end) => end?.lossAtInfinity ?? LINE_LOSS).sort((p, q) => p - q);
}

const levelNames = (known: readonly Pick<PerturbedEnd, 'kind' | 'lossAtInfinity' | 'h'>[]) => {
  const seen = new Map<string, Pick<PerturbedEnd, 'lossAtInfinity' | 'h'>>();
  for (const end of known) if (end.kind === 'infinite') seen.set(end.lossAtInfinity.toFixed(6), end);
  return [...seen.values()];
};

/** Where training ends, over gamma. */
export function endsSpec(session: Session, values: LevelsValues): PlotSpec {
  const now = endsNow(session, values);
  const known = [plus, minus]
    .flatMap((side) => side.map((end, k) => ({ ...end, gamma: gammas[k] ?? 0 })))
    .filter(({ kind }) => kind !== 'copies');
  const aside = 0.045;
  const ways = expectedEnds(values.gamma).flatMap((loss, k): readonly Segment[] => {
    const x = values.gamma + (k === 0 ? -aside : aside);
    return loss > LINE_LOSS - 0.01
      ? []
      : [{ from: [x, LINE_LOSS - 0.01], to: [x, loss + 0.018], colour: 'epsilon', width: 2, isArrow: true }];
  });
  return {
    x: gammaAxis,
    y: linear([0.22, 0.82], { title: text.copy.axis }),
    marks: [
      stretch,
      rule({ y: LINE_LOSS, colour: 'saddleLine', width: 2, dash: 'dashed' }),
      segments([{ from: [0, LINE_LOSS], to: [1, LINE_LOSS], colour: 'saddleLine', width: 4 }]),
      rule({ x: values.gamma, colour: 'gamma', width: 1 }),
      segments(ways),
      points(
        known.map(({ gamma, kind, lossAtInfinity }) => ({
          ...kindLooks[kind],
          x: gamma,
          y: lossAtInfinity,
          radius: 3.6,
          name: `end-${kind}`,
        })),
      ),
      points([
        { x: values.gamma, y: LINE_LOSS, colour: 'gamma', radius: 5.5, name: 'start' },
        ...(now
          ? (['lower', 'higher'] as const).map((which) => ({
              ...kindLooks[now[which].kind],
              x: values.gamma,
              y: now[which].lossAtInfinity,
              radius: 5.5,
              isChosen: values.end === which,
              name: 'now',
            }))
          : []),
      ]),
    ],
    labels: [
      { x: -1.55, y: LINE_LOSS, text: text.copy.line, colour: 'saddleLine', side: 'above' },
      { x: 0.5, y: LINE_LOSS, text: text.copy.stable, colour: 'saddleLine', side: 'above', isStrong: true },
      ...levelNames(known).map(({ lossAtInfinity, h }) => ({
        x: 0.5,
        y: lossAtInfinity,
        text: `${fixedText(lossAtInfinity, 6)}, {h} = ${fixedText(h, 4)}`,
        colour: 'channel' as const,
        side: 'above' as const,
      })),
    ],
  };
}

interface Curve {
  readonly colour: Colour;
  readonly values: readonly (readonly [number, number])[];
  readonly width: number;
  readonly kind: 'line' | 'parting' | 'other';
}

const ZERO = 1e-9;

/** One curve for each eigenvector: those that change sign part the copies, one stays zero. */
function curvesOf(session: Session, name: 'eigenvalues' | 'turning'): readonly Curve[] {
  const { spectra } = session;
  if (!spectra) return [];
  const { size, gammas: at, eigenvalues } = spectra;
  const column = (all: Float64Array, j: number) =>
    Array.from(at, (gamma, k) => [gamma, all[k * size + j] as number] as const);
  return Array.from({ length: size }, (_, j) => {
    const sizes = column(eigenvalues, j).map(([, value]) => value);
    const isLine = sizes.every((value) => Math.abs(value) < ZERO);
    const isParting = !isLine && Math.min(...sizes) < 0;
    const values = column(spectra[name], j);
    return {
      kind: isLine ? 'line' : isParting ? 'parting' : 'other',
      colour: isLine ? 'saddleLine' : isParting ? 'delta' : 'quiet',
      width: isParting ? 2.25 : 1.25,
      values: name === 'turning' ? values.slice(0, -1) : values,
    } as const;
  });
}

const marksOf = (curves: readonly Curve[], values: LevelsValues) => [
  stretch,
  ...curves
    .toSorted((p, q) => p.width - q.width)
    .map(({ values: all, colour, width, kind }) =>
      line(all, { colour, width, ...(kind === 'line' && { dash: 'dashed' as const }), name: kind }),
    ),
  rule({ x: values.gamma, colour: 'gamma', width: 1 }),
];

/** Eigenvalues over gamma. */
export function eigenvaluesSpec(session: Session, values: LevelsValues): PlotSpec | undefined {
  if (!session.spectra) return undefined;
  return {
    x: gammaAxis,
    y: symlog([-0.5, 15], 0.005, { title: text.copy.eigenvalue }),
    marks: [...marksOf(curvesOf(session, 'eigenvalues'), values), rule({ y: 0, colour: 'axis' })],
    labels: [{ x: -1.5, y: -0.28, text: text.copy.parting, colour: 'delta', side: 'aboveRight' }],
  };
}

/** Degrees each 0.1 of gamma that are shown. */
const TURNING = [0.3, 300] as const;

/** How fast the eigenvectors turn over gamma. */
export function turningSpec(session: Session, values: LevelsValues): PlotSpec | undefined {
  if (!session.spectra) return undefined;
  const curves = curvesOf(session, 'turning');
  return {
    x: gammaAxis,
    y: log(TURNING, { title: text.copy.degrees }),
    marks: marksOf(curves, values),
  };
}
