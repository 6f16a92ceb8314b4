/** The error plot: |pair - limit| against epsilon, with the reader's point and the predicted slopes. */
import { predictedOrders } from '#math/pair/pair-error';
import type { FigureStore } from '#state/figure-store';
import { readableText } from '#state/number-text';
import { useLive } from '#ui/live';
import { decades, type LogAxis, logPixel, pathThrough } from '#ui/log-plot';
import { Readout } from '#ui/readout';
import { pool } from '#ui/svg';
import { activationOf, type ErrorCurvePoint, errorAt, errorCurve, shapeKey } from './model';
import type { PairSchema, PairValues } from './schema';
import { text } from './text';

const WIDTH = 460;
const HEIGHT = 250;
const INSIDE = { left: 54, right: 434, top: 14, bottom: 210 };
/** Where epsilon = 0 stands: past a gap after the smallest epsilon. */
const ZERO_X = INSIDE.right + 14;

/** From 1 at the left to 1e-6, as on the main slider. */
const epsilonAxis: LogAxis = { low: -6, high: 0, from: INSIDE.right - 14, to: INSIDE.left };

type Norm = 'mean' | 'rootMeanSquare' | 'max';

/** The decades of error to show: all that the curves cover, but not the rounding floor. */
function errorAxis(points: readonly ErrorCurvePoint[]): LogAxis {
  const sizes = points.flatMap(({ mean, max }) => [mean, max]).filter((size) => size > 1e-18);
  const high = sizes.length > 0 ? Math.ceil(Math.log10(Math.max(...sizes)) + 0.05) : 0;
  const low = sizes.length > 0 ? Math.floor(Math.log10(Math.min(...sizes)) - 0.05) : -6;
  return { low: Math.min(low, high - 2), high, from: INSIDE.bottom, to: INSIDE.top };
}

interface Remembered {
  key: string;
  curve: readonly ErrorCurvePoint[];
}
const remembered: Remembered = { key: '', curve: [] };

/** The curves change only when something else than epsilon, the camera or the read-out point does. */
function curveOf(values: PairValues): readonly ErrorCurvePoint[] {
  const key = shapeKey(values);
  if (key !== remembered.key) {
    remembered.key = key;
    remembered.curve = errorCurve(values);
  }
  return remembered.curve;
}

function part<E extends Element>(svg: Element, name: string): E | null {
  return svg.querySelector<E>(`[data-part="${name}"]`);
}

function drawTicks(svg: SVGSVGElement, axis: LogAxis): void {
  const powers = decades(axis, 7);
  const group = part<SVGGElement>(svg, 'error-ticks');
  if (!group) return;
  const items = pool<SVGGElement>(group, 'g', powers.length);
  for (const [k, power] of powers.entries()) {
    const item = items[k];
    if (!item) continue;
    const y = logPixel(axis, 10 ** power);
    if (item.childElementCount === 0) {
      item.innerHTML =
        '<line class="plot-grid"/><text class="axis-tick plot-tick">10<tspan class="plot-power" dy="-0.5em"></tspan></text>';
    }
    const [line, label] = item.children;
    for (const [name, value] of [
      ['x1', INSIDE.left],
      ['x2', INSIDE.right],
      ['y1', y],
      ['y2', y],
    ] as const) {
      line?.setAttribute(name, value.toFixed(1));
    }
    label?.setAttribute('x', String(INSIDE.left - 8));
    label?.setAttribute('y', y.toFixed(1));
    const exponent = label?.querySelector('tspan');
    if (exponent) exponent.textContent = String(power).replace('-', '−');
  }
}

function drawCurves(svg: SVGSVGElement, values: PairValues): void {
  const curve = curveOf(values);
  const axis = errorAxis(curve);
  drawTicks(svg, axis);
  const smooth = activationOf(values).smooth;
  const pixel = (epsilon: number, size: number): readonly [number, number] => [
    logPixel(epsilonAxis, epsilon),
    size > 1e-18 ? logPixel(axis, size) : Number.NaN,
  ];
  for (const norm of ['mean', 'rootMeanSquare', 'max'] as const) {
    const visible = norm !== 'rootMeanSquare' || !smooth;
    const points = visible ? curve.map((point) => pixel(point.epsilon, point[norm])) : [];
    part(svg, norm)?.setAttribute('d', pathThrough(points));
    drawLabel(svg, norm, curve, pixel, smooth);
  }
  const here = values.eps === 0 ? undefined : errorAt(values);
  for (const norm of ['mean', 'max'] as const) {
    const point = part<SVGGElement>(svg, `point-${norm}`);
    const size = here?.[norm] ?? 0;
    const [x, y] = here && size > 1e-18 ? pixel(values.eps, size) : [zeroX(values), INSIDE.bottom];
    point?.setAttribute('transform', `translate(${x.toFixed(2)} ${y.toFixed(2)})`);
  }
  const line = part<SVGLineElement>(svg, 'here');
  const x = (values.eps === 0 ? ZERO_X : logPixel(epsilonAxis, values.eps)).toFixed(2);
  line?.setAttribute('x1', x);
  line?.setAttribute('x2', x);
  const none = curve.every(({ max }) => max < 1e-14);
  const note = part<SVGTextElement>(svg, 'note');
  if (note) note.textContent = none ? text.error.zero : '';
}

function zeroX(values: PairValues): number {
  return values.eps === 0 ? ZERO_X : logPixel(epsilonAxis, values.eps);
}

/** A curve's name and predicted slope, beside it two thirds of the way to zero; hidden where there is no curve. */
function drawLabel(
  svg: SVGSVGElement,
  norm: Norm,
  curve: readonly ErrorCurvePoint[],
  pixel: (epsilon: number, size: number) => readonly [number, number],
  smooth: boolean,
): void {
  const label = part<SVGTextElement>(svg, `label-${norm}`);
  const sample = curve[norm === 'max' ? 14 : norm === 'mean' ? 9 : 5];
  if (!label || !sample) return;
  const size = sample[norm];
  const shown = size > 1e-18 && (norm !== 'rootMeanSquare' || !smooth);
  label.setAttribute('visibility', shown ? 'visible' : 'hidden');
  if (!shown) return;
  const [x, y] = pixel(sample.epsilon, size);
  const above = norm === 'max';
  label.setAttribute('x', (x + (above ? 8 : -8)).toFixed(1));
  label.setAttribute('y', (y + (above ? -8 : 14)).toFixed(1));
  label.setAttribute('text-anchor', above ? 'start' : 'end');
  const order = predictedOrders({ smooth })[norm];
  const name = norm === 'mean' ? text.error.mean : norm === 'max' ? text.error.max : text.error.rms;
  label.textContent = `${name}, ${text.error.slope(order === 0.5 ? '1/2' : String(order))}`;
}

/** The error plot. */
export function ErrorView({ store }: { readonly store: FigureStore<PairSchema> }) {
  const svg = useLive<SVGSVGElement, PairSchema>(store, (element, values) => {
    drawCurves(element, values);
    const here = errorAt(values);
    element.setAttribute(
      'aria-label',
      `${text.error.title}. ${text.error.description(readableText(here.mean), readableText(here.max))}`,
    );
  });
  const note = useLive<HTMLParagraphElement, PairSchema>(store, (element, values) => {
    element.textContent = activationOf(values).smooth ? '' : text.error.relu;
  });
  return (
    <section className="panel error" aria-label={text.error.title}>
      <header className="panel-header">
        <h3>{text.error.title}</h3>
        <p>{text.error.subtitle}</p>
      </header>
      <svg
        ref={svg}
        className="plot"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={text.error.title}
      >
        <g data-part="error-ticks" />
        <EpsilonTicks />
        <line className="plot-here" data-part="here" y1={INSIDE.top} y2={INSIDE.bottom} />
        <path className="plot-curve plot-max" data-part="max" />
        <path className="plot-curve plot-rms" data-part="rootMeanSquare" />
        <path className="plot-curve plot-mean" data-part="mean" />
        {(['max', 'mean', 'rootMeanSquare'] as const).map((norm) => (
          <text key={norm} className="plot-label" data-part={`label-${norm}`} />
        ))}
        <g data-part="point-max">
          <circle className="plot-point plot-point-max" r={4} />
        </g>
        <g data-part="point-mean">
          <circle className="plot-point" r={5} />
        </g>
        <text className="plot-note" data-part="note" x={(INSIDE.left + INSIDE.right) / 2} y={100} />
      </svg>
      <p className="panel-values">
        {text.error.mean} <Readout store={store} name="error-mean" value={(values) => errorAt(values).mean} />
        {' · '}
        {text.error.max} <Readout store={store} name="error-max" value={(values) => errorAt(values).max} />
      </p>
      <p className="panel-note" ref={note} />
    </section>
  );
}

function EpsilonTicks() {
  return (
    <g>
      <line className="plot-axis" x1={INSIDE.left} x2={ZERO_X + 6} y1={INSIDE.bottom} y2={INSIDE.bottom} />
      {decades({ low: -6, high: 0 }, 7).map((power) => {
        const x = logPixel(epsilonAxis, 10 ** power);
        return (
          <g key={power}>
            <line className="plot-axis" x1={x} x2={x} y1={INSIDE.bottom} y2={INSIDE.bottom + 4} />
            <text className="axis-tick" x={x} y={INSIDE.bottom + 15}>
              {power === 0 ? (
                '1'
              ) : (
                <>
                  10
                  <tspan className="plot-power" dy="-0.5em">
                    {String(power).replace('-', '−')}
                  </tspan>
                </>
              )}
            </text>
          </g>
        );
      })}
      <text className="axis-tick" x={ZERO_X} y={INSIDE.bottom + 15}>
        0
      </text>
      <text className="axis-symbol" x={(INSIDE.left + INSIDE.right) / 2} y={HEIGHT - 8} fill="var(--epsilon)">
        ε
      </text>
    </g>
  );
}
