/**
 * What to say to whoever draws one of the likely wrong curves, or turns the line to a likely wrong slope
 * (src/story/live/tempting.ts). It stands in the answer, for who has no JavaScript and who asked for the answer.
 */
import type { ReactNode } from 'react';
import { curveOf } from '#story/curves';

export interface TemptingProps {
  /** A curve by its name in `src/story/curves.ts`, */
  readonly curve?: string;
  /** or slopes: the first and the last of them. */
  readonly from?: string;
  readonly to?: string;
  readonly children: ReactNode;
}

/** @throws Error when it is neither a curve nor slopes */
function dataOf({ curve, from, to }: TemptingProps): Readonly<Record<string, string>> {
  if (curve !== undefined && from === undefined && to === undefined) {
    return {
      'data-heights': curveOf(curve)
        .heights.map((height) => Number(height.toFixed(2)))
        .join(' '),
    };
  }
  if (curve !== undefined || !(Number(from) <= Number(to))) {
    throw new Error('a tempting answer is either a curve, or slopes from one to another');
  }
  return { 'data-slopes': `${from} ${to}` };
}

/** `<Tempting curve="ramp">…</Tempting>` or `<Tempting from="-1.75" to="-0.25">…</Tempting>`, in a `Predict` */
export function Tempting(props: TemptingProps) {
  return (
    <p className="predict-tempting" {...dataOf(props)}>
      {props.children}
    </p>
  );
}
