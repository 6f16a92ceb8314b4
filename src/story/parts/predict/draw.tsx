/** A curve that the reader draws before the true one is drawn over it (src/story/parts/predict/draw-live.ts). */

import { line } from '#plot/line';
import type { Point } from '#plot/path';
import { rule } from '#plot/rule';
import { linear } from '#plot/scale';
import { useStory } from '#story/context';
import { type Curve, curveOf } from '#story/facts/curves';
import { Pad, truthMark } from './answer-plot';
import { columnValue } from './answer-plot-geometry';

interface DrawProps {
  /** Its name in `src/story/facts/curves.ts`. */
  readonly curve: string;
}

/** The points of a curve; a jump breaks it. */
function pointsOf({ x, y, heights }: Curve): readonly Point[] {
  const longest = 0.12 * (y.to - y.from);
  return heights.flatMap((height, k): readonly Point[] => {
    const here: Point = [columnValue(x, k), height];
    const isBroken = k > 0 && Math.abs(height - (heights[k - 1] ?? height)) > longest;
    return isBroken ? [[Number.NaN, Number.NaN], here] : [here];
  });
}

function axesOf({ x, y }: Curve) {
  return {
    ranges: { x, y },
    x: linear([x.from, x.to], { title: x.title }),
    y: linear([y.from, y.to], { title: y.title }),
  };
}

const zeros = [rule({ x: 0, colour: 'axis' }), rule({ y: 0, colour: 'axis' })];

/** `<Draw curve="gatedUnit" />`, in a `Predict` */
export function Draw({ curve: name }: DrawProps) {
  const { words } = useStory();
  const curve = curveOf(name);
  return (
    <div className="predict-pad" data-draw={name}>
      <Pad
        {...axesOf(curve)}
        marks={zeros}
        name={words.predict.draw.pad}
        data={{ 'data-heights': curve.heights.map((height) => Number(height.toFixed(2))).join(' ') }}
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
    <Pad
      {...axesOf(curve)}
      marks={[...zeros, truthMark(curve.colour, [line(pointsOf(curve), { colour: curve.colour })])]}
      name={words.predict.draw.truePad}
      className="pad-answer"
    />
  );
}
