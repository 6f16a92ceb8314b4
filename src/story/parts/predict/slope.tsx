/** A line in double logarithms that the reader turns before the points are shown (src/story/parts/predict/slope-live.ts). */
import { useStory } from '#story/context';
import { type AxisLabel, type Points, pointsOf } from '#story/facts/curves';
import { isSymbol } from '#ui/symbols';
import { Pad, type PadSide, powerTick } from './answer-plot';
import { padX, padY } from './answer-plot-geometry';

interface SlopeProps {
  /** The true slope. */
  readonly fact: string;
  /** Ends of the horizontal axis. */
  readonly from: string;
  readonly to: string;
  /** What is at the axes: a symbol by its name, or text. */
  readonly x: string;
  readonly y: string;
  /** Computed points, by their name in `src/story/facts/curves.ts`. */
  readonly points?: string;
  /** The steepest slopes, and between which ones the line snaps. */
  readonly min?: string;
  readonly max?: string;
  readonly step?: string;
}

const label = (text: string): AxisLabel => [isSymbol(text) ? text : `'${text}`];

/** Whole powers of ten within an axis, every `stride`. */
function powers(from: number, to: number, stride: number): readonly number[] {
  const first = Math.ceil(from / stride) * stride;
  return Array.from({ length: Math.floor((to - first) / stride + 1e-9) + 1 }, (_, k) => first + k * stride);
}

/** Both axes in powers of ten; the vertical one in multiples of what is in the middle. */
function sidesOf(props: SlopeProps): { readonly x: PadSide; readonly y: PadSide } {
  const from = Math.log10(Number(props.from));
  const to = Math.log10(Number(props.to));
  if (!(from < to)) throw new Error(`${props.from} to ${props.to} is no range of a logarithmic axis`);
  const { min, max } = limitsOf(props);
  const half = Math.ceil((Math.max(Math.abs(min), Math.abs(max)) * (to - from)) / 2);
  return {
    x: {
      from,
      to,
      label: label(props.x),
      ticks: powers(from, to, to - from > 4 ? 2 : 1).map((p) => powerTick(p)),
    },
    y: {
      from: -half,
      to: half,
      label: label(props.y),
      ticks: powers(-half, half, half > 2 ? 2 : 1).map((power) => powerTick(power, '× ')),
    },
  };
}

function limitsOf({ min = '-4', max = '4', step = '0.25' }: SlopeProps) {
  return { min: Number(min), max: Number(max), step: Number(step) };
}

/** @throws Error when there is no such number */
function useSlope(fact: string): number {
  const { facts } = useStory();
  const slope = facts[fact];
  if (slope === undefined || !Number.isFinite(slope)) throw new Error(`no fact is called ${fact}`);
  return slope;
}

/** `<Slope fact="sharpnessSlope" from="0.001" to="0.1" x="epsilon" y="lambda" points="sharpness" />`, in a `Predict` */
export function Slope(props: SlopeProps) {
  const { words } = useStory();
  const { min, max, step } = limitsOf(props);
  return (
    <div className="predict-pad" data-slope={props.fact}>
      <Pad
        {...sidesOf(props)}
        name={words.predict.slope.pad}
        data={{
          'data-true': useSlope(props.fact).toFixed(3),
          'data-limits': `${min} ${max} ${step}`,
        }}
      />
      <p className="predict-how">{words.predict.slope.how}</p>
    </div>
  );
}

/** The points as multiples of what their line has in the middle of the axis. */
function placed({ xs, ys }: Points, { x, y }: ReturnType<typeof sidesOf>, slope: number) {
  const middle = (x.from + x.to) / 2;
  const logs = xs.map((value, k) => [Math.log10(value), Math.log10(ys[k] as number)] as const);
  const height = logs.reduce((sum, [at, value]) => sum + value - slope * (at - middle), 0) / logs.length;
  return logs
    .filter(([at]) => at >= x.from && at <= x.to)
    .map(([at, value]) => [padX(x, at), padY(y, value - height)] as const);
}

/** The true line and the points, in the answer. */
export function SlopeTruth(props: SlopeProps) {
  const { words } = useStory();
  const slope = useSlope(props.fact);
  const sides = sidesOf(props);
  const points = props.points === undefined ? undefined : pointsOf(props.points);
  const reach = (sides.x.to - sides.x.from) / 2;
  const end = (side: number) =>
    `${padX(sides.x, (sides.x.from + sides.x.to) / 2 + side * reach).toFixed(1)} ${padY(sides.y, side * slope * reach).toFixed(1)}`;
  return (
    <Pad {...sides} name={words.predict.slope.truePad} className="pad-answer">
      <g className={`pad-truth tex-${points?.colour ?? 'h'}`}>
        <path d={`M${end(-1)}L${end(1)}`} />
        {points &&
          placed(points, sides, slope).map(([x, y]) => (
            <circle key={x} cx={x.toFixed(1)} cy={y.toFixed(1)} r="4" />
          ))}
      </g>
    </Pad>
  );
}
