/** A line in double logarithms that the reader turns before the points are shown (src/story/parts/predict/slope-live.ts). */

import { line } from '#plot/line';
import { points as dots } from '#plot/points';
import { log } from '#plot/scale';
import { useStory } from '#story/context';
import { type Points, pointsOf } from '#story/facts/curves';
import { isSymbol } from '#ui/symbols';
import { Pad, truthMark } from './answer-plot';

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

const title = (text: string) => (isSymbol(text) ? `{${text}}` : text);

/** Both axes in powers of ten; the vertical one in multiples of what is in the middle. */
function axesOf(props: SlopeProps) {
  const from = Math.log10(Number(props.from));
  const to = Math.log10(Number(props.to));
  if (!(from < to)) throw new Error(`${props.from} to ${props.to} is no range of a logarithmic axis`);
  const { min, max } = limitsOf(props);
  // The steepest line, and room for the title above the highest power of ten.
  const half = Math.ceil((Math.max(Math.abs(min), Math.abs(max)) * (to - from)) / 2) + 0.3;
  const x = { from, to };
  const y = { from: -half, to: half };
  return {
    ranges: { x, y },
    x: log([10 ** from, 10 ** to], { title: title(props.x) }),
    y: log([10 ** -half, 10 ** half], { title: `× ${title(props.y)}` }),
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
        {...axesOf(props)}
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
function placed({ xs, ys }: Points, { x }: ReturnType<typeof axesOf>['ranges'], slope: number) {
  const middle = (x.from + x.to) / 2;
  const logs = xs.map((value, k) => [Math.log10(value), Math.log10(ys[k] as number)] as const);
  const height = logs.reduce((sum, [at, value]) => sum + value - slope * (at - middle), 0) / logs.length;
  return logs
    .filter(([at]) => at >= x.from && at <= x.to)
    .map(([at, value]) => ({ x: 10 ** at, y: 10 ** (value - height) }));
}

/** The true line and the points, in the answer. */
export function SlopeTruth(props: SlopeProps) {
  const { words } = useStory();
  const slope = useSlope(props.fact);
  const axes = axesOf(props);
  const points = props.points === undefined ? undefined : pointsOf(props.points);
  const colour = points?.colour ?? 'h';
  const { from, to } = axes.ranges.x;
  const ends = [from, to].map((at) => [10 ** at, 10 ** (slope * (at - (from + to) / 2))] as const);
  const marks = [
    line(ends, { colour }),
    dots((points ? placed(points, axes.ranges, slope) : []).map((at) => ({ ...at, colour, isHollow: true }))),
  ];
  return (
    <Pad
      {...axes}
      marks={[truthMark(colour, marks)]}
      name={words.predict.slope.truePad}
      className="pad-answer"
    />
  );
}
