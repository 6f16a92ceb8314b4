/** A curve that the reader draws before the true one is drawn over it (src/story/parts/predict/draw-live.ts). */
import { useStory } from '#story/context';
import { type Curve, curveOf } from '#story/facts/curves';
import { Pad, type PadSide, tick } from './answer-plot';
import { columnValue, padX, padY } from './answer-plot-geometry';

interface DrawProps {
  /** Its name in `src/story/facts/curves.ts`. */
  readonly curve: string;
}

/** The path of a curve; a jump breaks it. */
function pathOf({ x, y, heights }: Curve): string {
  const longest = 0.12 * (y.to - y.from);
  return heights
    .map((height, k) => {
      const isBroken = k === 0 || Math.abs(height - (heights[k - 1] ?? height)) > longest;
      return `${isBroken ? 'M' : 'L'}${padX(x, columnValue(x, k)).toFixed(1)} ${padY(y, height).toFixed(1)}`;
    })
    .join('');
}

function sidesOf({ x, y }: Curve): { readonly x: PadSide; readonly y: PadSide } {
  return { x: { ...x, ticks: x.ticks.map(tick) }, y: { ...y, ticks: y.ticks.map(tick) } };
}

/** `<Draw curve="gatedUnit" />`, in a `Predict` */
export function Draw({ curve: name }: DrawProps) {
  const { words } = useStory();
  const curve = curveOf(name);
  return (
    <div className="predict-pad" data-draw={name}>
      <Pad
        {...sidesOf(curve)}
        name={words.predict.draw.pad}
        data={{ 'data-heights': curve.heights.map((height) => Number(height.toFixed(3))).join(' ') }}
      />
      <p className="predict-how">{words.predict.draw.how}</p>
    </div>
  );
}

/** The true curve, in the answer. */
export function DrawTruth({ curve: name }: DrawProps) {
  const { words } = useStory();
  const curve = curveOf(name);
  return (
    <Pad {...sidesOf(curve)} name={words.predict.draw.truePad} className="pad-answer">
      <g className={`pad-truth tex-${curve.colour}`}>
        <path d={pathOf(curve)} />
      </g>
    </Pad>
  );
}
