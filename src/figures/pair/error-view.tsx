/** The error plot: |pair - limit| against epsilon, with the reader's point and the predicted slopes. */
import { useMemo } from 'react';
import { predictedOrders } from '#math/pair/pair-error';
import type { PlotSpec } from '#plot/frame';
import { line } from '#plot/line';
import { Plot } from '#plot/plot';
import { points } from '#plot/points';
import { rule } from '#plot/rule';
import { log } from '#plot/scale';
import type { FigureStore } from '#state/figure-store';
import { readableText } from '#state/number-text';
import { useLive } from '#ui/live';
import { Readout } from '#ui/readout';
import { sourceFrom } from '#ui/source';
import { activationOf, type ErrorCurvePoint, errorAt, errorCurve, shapeKey } from './model';
import type { PairSchema, PairValues } from './schema';
import { text } from './text';
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

const remembered: { key: string; curve: readonly ErrorCurvePoint[] } = { key: '', curve: [] };

/** The curves change only when something else than epsilon, the camera or the read-out point does. */
function curveOf(values: PairValues): readonly ErrorCurvePoint[] {
  const key = shapeKey(values);
  if (key !== remembered.key) {
    remembered.key = key;
    remembered.curve = errorCurve(values);
  }
  return remembered.curve;
}

const looks = {
  max: { name: text.error.max, at: 14, side: 'aboveRight', width: 1.25 },
  rootMeanSquare: { name: text.error.rms, at: 5, side: 'belowLeft', width: 2, dash: 'dotted' },
  mean: { name: text.error.mean, at: 9, side: 'belowLeft', width: 2 },
} as const;

function errorPlot(values: PairValues): PlotSpec {
  const curve = curveOf(values);
  const domain = errorDomain(curve);
  const orders = predictedOrders({ smooth: activationOf(values).smooth });
  const norms = (['max', 'rootMeanSquare', 'mean'] as const).filter(
    (norm) => norm !== 'rootMeanSquare' || !activationOf(values).smooth,
  );
  const here = errorAt(values);
  const dot = (norm: 'max' | 'mean', isHollow: boolean, radius: number) => {
    const y = values.eps === 0 ? 0 : here[norm];
    return { x: values.eps, y: y > LEAST ? y : domain[0], colour: 'epsilon', isHollow, radius } as const;
  };
  return {
    x: epsilonAxis,
    y: log(domain),
    marks: [
      rule({ x: values.eps, colour: 'epsilon', opacity: 0.35 }),
      ...norms.map((norm) => {
        const shown = curve.map((point) => [point.epsilon, point[norm] > LEAST ? point[norm] : NaN] as const);
        return line(shown, { colour: 'epsilon', ...looks[norm], name: norm });
      }),
      points([dot('max', true, 4), dot('mean', false, 5)]),
    ],
    labels: norms.flatMap((norm) => {
      const { name, at, side } = looks[norm];
      const sample = curve[at];
      const order = orders[norm] === 0.5 ? '1/2' : String(orders[norm]);
      if (!sample || !(sample[norm] > LEAST)) return [];
      return [{ x: sample.epsilon, y: sample[norm], text: `${name}, ${text.error.slope(order)}`, side }];
    }),
    ...(curve.every(({ max }) => max < 1e-14) && { note: text.error.zero }),
  };
}

/** The error plot. */
export function ErrorView({ store }: { readonly store: FigureStore<PairSchema> }) {
  const source = useMemo(() => sourceFrom([store.api], () => store.values()), [store]);
  const label = (values = store.values()) => {
    const { mean, max } = errorAt(values);
    return `${text.error.title}. ${text.error.description(readableText(mean), readableText(max))}`;
  };
  const note = useLive<HTMLParagraphElement, PairSchema>(store, (element, values) => {
    element.textContent = activationOf(values).smooth ? '' : text.error.relu;
  });
  return (
    <section className="panel error" aria-label={text.error.title}>
      <header className="panel-header">
        <h3>{text.error.title}</h3>
        <p>{text.error.subtitle}</p>
      </header>
      <Plot source={source} spec={errorPlot} height={HEIGHT} label={label} />
      <p className="panel-values">
        {text.error.mean} <Readout store={store} name="error-mean" value={(values) => errorAt(values).mean} />
        {' · '}
        {text.error.max} <Readout store={store} name="error-max" value={(values) => errorAt(values).max} />
      </p>
      <p className="panel-note" ref={note} />
    </section>
  );
}
