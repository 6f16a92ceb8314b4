/** How the weights go to infinity: their sizes against epsilon, in powers of ten. */
import { useMemo } from 'react';
import type { PlotSpec } from '#plot/frame';
import type { Label } from '#plot/labels';
import { line } from '#plot/line';
import { Plot } from '#plot/plot';
import { points } from '#plot/points';
import { rule } from '#plot/rule';
import { log } from '#plot/scale';
import type { Colour } from '#plot/style';
import type { FigureStore } from '#state/figure-store';
import { readableText } from '#state/number-text';
import { sourceFrom } from '#ui/source';
import { type Growth, growthAt } from './model';
import type { TripleSchema, TripleValues } from './schema';
import { text } from './text';
import { neuronTints } from './tints';
import '#ui/panel.css';

const HEIGHT = 210;
const epsilonAxis = log([1, 1e-6], { title: '{epsilon}', limit: { value: 0, label: '0' } });
const SAMPLES = Array.from({ length: 25 }, (_, k) => 10 ** (k / 4 - 6));
/** Where the curves have their names. */
const NAMED_AT = 1e-3;

/** One size of the weights at all epsilons. */
interface Curve {
  readonly of: (growth: Growth) => number;
  readonly colour: Colour;
  /** Of those with a name: what it is, and its power of epsilon. */
  readonly name?: string;
  readonly side: NonNullable<Label['side']>;
}

function curvesOf({ group }: TripleValues): readonly Curve[] {
  const { growth } = text;
  const isTriple = group === 'triple';
  const power = isTriple ? '{epsilon}^−2' : '{epsilon}^−1';
  const outputs = neuronTints(group).map(
    (colour, k): Curve => ({
      of: ({ outputs: sizes }) => sizes[k] ?? Number.NaN,
      colour,
      ...(k === 1 && { name: `${growth.outputs} ~ ${power}` }),
      side: 'aboveLeft',
    }),
  );
  const apart = isTriple ? growth.apart : growth.pairApart;
  return [
    ...outputs,
    { of: ({ apart: size }) => size, colour: 'delta', name: `${apart} ~ {epsilon}`, side: 'aboveRight' },
    ...(isTriple
      ? [
          {
            of: ({ off }: Growth) => off ?? Number.NaN,
            colour: 'w',
            name: `${growth.bend} ~ {epsilon}^2`,
            side: 'belowLeft',
          } as const,
        ]
      : []),
  ];
}

function growthPlot(values: TripleValues): PlotSpec {
  const curves = curvesOf(values);
  const reach = values.group === 'triple' ? 1e14 : 1e8;
  const y = log([1 / reach, reach]);
  const place = (size: number) => Math.min(reach, Math.max(size, 1 / reach));
  const here = growthAt(values);
  return {
    x: epsilonAxis,
    y,
    marks: [
      rule({ x: values.eps, colour: 'epsilon', opacity: 0.35 }),
      ...curves.map(({ of, colour }, k) =>
        line(
          SAMPLES.map((epsilon) => {
            const size = of(growthAt(values, epsilon));
            return [epsilon, size > 0 ? size : Number.NaN] as const;
          }),
          { colour, name: `growth-${k}` },
        ),
      ),
      points(
        curves
          .filter(({ of }) => of(growthAt(values, 1)) > 0)
          .map(({ of, colour }) => ({ x: values.eps, y: place(of(here)), colour, radius: 4 })),
      ),
    ],
    labels: curves.flatMap(({ of, name, side, colour }) => {
      const y0 = of(growthAt(values, NAMED_AT));
      return name === undefined || !(y0 > 0) ? [] : [{ x: NAMED_AT, y: y0, text: name, side, colour }];
    }),
  };
}

/** The plot. */
export function GrowthView({ store }: { readonly store: FigureStore<TripleSchema> }) {
  const source = useMemo(() => sourceFrom([store.api], () => store.values()), [store]);
  const label = (values = store.values()) => {
    const { outputs, apart } = growthAt(values);
    const { title, description } = text.growth;
    return `${title}. ${description(readableText(Math.max(...outputs)), readableText(apart))}`;
  };
  return (
    <section className="panel growth" aria-label={text.growth.title}>
      <header className="panel-header">
        <h3>{text.growth.title}</h3>
        <p>{text.growth.subtitle}</p>
      </header>
      <Plot source={source} spec={growthPlot} height={HEIGHT} label={label} />
    </section>
  );
}
