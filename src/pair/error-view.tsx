/** The error plot: |neurons - limit| against epsilon, with the reader's point and the predicted slopes. */
import { useMemo } from 'react';
import { type ErrorNorms, predictedOrders } from '#math/pair/pair-error';
import type { PlotSpec } from '#plot/frame';
import { line } from '#plot/line';
import { Plot } from '#plot/plot';
import { points } from '#plot/points';
import { rule } from '#plot/rule';
import { log } from '#plot/scale';
import type { FigureStore } from '#state/figure-store';
import { readableText } from '#state/number-text';
import type { Values } from '#state/schema';
import { useLive } from '#ui/live';
import { Readout } from '#ui/readout';
import { sourceFrom } from '#ui/source';
import type { EpsilonSchema } from './epsilon-bar';
import type { ErrorCurvePoint } from './error-curve';
import '#ui/panel.css';

const HEIGHT = 250;
/** Below it an error is rounding. */
const LEAST = 1e-18;

const epsilonAxis = log([1, 1e-6], { title: '{epsilon}', limit: { value: 0, label: '0' } });

/** The decades of error to show: all that the curves cover, but not the rounding floor. */
function errorDomain(curve: readonly ErrorCurvePoint[]): readonly [number, number] {
  const sizes = curve.flatMap(({ mean, max }) => [mean, max]).filter((size) => size > LEAST);
  const high = sizes.length > 0 ? Math.ceil(Math.log10(Math.max(...sizes)) + 0.05) : 0;
  const low = sizes.length > 0 ? Math.floor(Math.log10(Math.min(...sizes)) - 0.05) : -6;
  return [10 ** Math.min(low, high - 2), 10 ** high];
}

/** What the plot shows for some values. */
interface Errors {
  readonly epsilon: number;
  /** The norms there. */
  readonly here: ErrorNorms;
  /** The norms at all epsilons, by their size. */
  readonly curve: readonly ErrorCurvePoint[];
  /** Whether the activation has the derivatives that the limit needs. */
  readonly smooth: boolean;
}

/** The words of the plot. */
interface ErrorWords {
  readonly title: string;
  readonly subtitle: string;
  readonly mean: string;
  readonly max: string;
  readonly rms: string;
  readonly slope: (order: string) => string;
  readonly zero: string;
  readonly description: (mean: string, max: string) => string;
}

const looks = {
  max: { word: 'max', at: 14, side: 'aboveRight', width: 1.25 },
  rootMeanSquare: { word: 'rms', at: 5, side: 'belowLeft', width: 2, dash: 'dotted' },
  mean: { word: 'mean', at: 9, side: 'belowLeft', width: 2 },
} as const;

function errorPlot({ epsilon, here, curve, smooth }: Errors, words: ErrorWords): PlotSpec {
  const domain = errorDomain(curve);
  const orders = predictedOrders({ smooth });
  const norms = (['max', 'rootMeanSquare', 'mean'] as const).filter(
    (norm) => norm !== 'rootMeanSquare' || !smooth,
  );
  const dot = (norm: 'max' | 'mean', isHollow: boolean, radius: number) => {
    const y = epsilon === 0 ? 0 : here[norm];
    return { x: epsilon, y: y > LEAST ? y : domain[0], colour: 'epsilon', isHollow, radius } as const;
  };
  return {
    x: epsilonAxis,
    y: log(domain),
    marks: [
      rule({ x: epsilon, colour: 'epsilon', opacity: 0.35 }),
      ...norms.map((norm) => {
        const shown = curve.map((point) => [point.epsilon, point[norm] > LEAST ? point[norm] : NaN] as const);
        return line(shown, { colour: 'epsilon', ...looks[norm], name: norm });
      }),
      points([dot('max', true, 4), dot('mean', false, 5)]),
    ],
    labels: norms.flatMap((norm) => {
      const { word, at, side } = looks[norm];
      const sample = curve[at];
      const order = orders[norm] === 0.5 ? '1/2' : String(orders[norm]);
      if (!sample || !(sample[norm] > LEAST)) return [];
      return [{ x: sample.epsilon, y: sample[norm], text: `${words[word]}, ${words.slope(order)}`, side }];
    }),
    ...(curve.every(({ max }) => max < 1e-14) && { note: words.zero }),
  };
}

interface ErrorViewProps<S extends EpsilonSchema> {
  readonly store: FigureStore<S>;
  readonly errors: (values: Values<S>) => Errors;
  readonly words: ErrorWords;
  /** What is to be said of the curves; empty where there is nothing. */
  readonly note?: (values: Values<S>) => string;
}

/** The error plot. */
export function ErrorView<S extends EpsilonSchema>({ store, errors, words, note }: ErrorViewProps<S>) {
  const source = useMemo(() => sourceFrom([store.api], () => errors(store.values())), [store, errors]);
  const here = (values: Values<S>) => errors(values).here;
  const label = (shown = errors(store.values())) => {
    const { mean, max } = shown.here;
    return `${words.title}. ${words.description(readableText(mean), readableText(max))}`;
  };
  const noted = useLive<HTMLParagraphElement, S>(store, (element, values) => {
    element.textContent = note?.(values) ?? '';
  });
  return (
    <section className="panel error" aria-label={words.title}>
      <header className="panel-header">
        <h3>{words.title}</h3>
        <p>{words.subtitle}</p>
      </header>
      <Plot source={source} spec={(shown) => errorPlot(shown, words)} height={HEIGHT} label={label} />
      <p className="panel-values">
        {words.mean} <Readout store={store} name="error-mean" value={(values) => here(values).mean} />
        {' · '}
        {words.max} <Readout store={store} name="error-max" value={(values) => here(values).max} />
      </p>
      <p className="panel-note" ref={noted} />
    </section>
  );
}
