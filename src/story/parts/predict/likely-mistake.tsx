/**
 * What to say to whoever draws one of the likely wrong curves, or turns the line to a likely wrong slope
 * (src/story/parts/predict/likely-mistake-live.ts). It stands in the answer, for who has no JavaScript and who asked for the answer.
 */
import type { ReactNode } from 'react';
import { curveOf } from '#story/facts/curves';

export interface LikelyMistakeProps {
  /** A curve by its name in `src/story/facts/curves.ts`, */
  readonly curve?: string;
  /** or slopes: the first and the last of them. */
  readonly from?: string;
  readonly to?: string;
  readonly children: ReactNode;
}

/** @throws Error when it is neither a curve nor slopes */
function dataOf({ curve, from, to }: LikelyMistakeProps): Readonly<Record<string, string>> {
  if (curve !== undefined && from === undefined && to === undefined) {
    return {
      'data-heights': curveOf(curve)
        .heights.map((height) => Number(height.toFixed(2)))
        .join(' '),
    };
  }
  if (curve !== undefined || !(Number(from) <= Number(to))) {
    throw new Error('a likely mistake is either a curve, or slopes from one to another');
  }
  return { 'data-slopes': `${from} ${to}` };
}

/** `<LikelyMistake curve="ramp">…</LikelyMistake>` or `<LikelyMistake from="-1.75" to="-0.25">…</LikelyMistake>`, in a `Predict` */
export function LikelyMistake(props: LikelyMistakeProps) {
  return (
    <p className="predict-mistake" {...dataOf(props)}>
      {props.children}
    </p>
  );
}
