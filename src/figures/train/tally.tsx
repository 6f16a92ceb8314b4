/** Where the runs that the reader has followed ended, each end as a small picture. */
import { useStore } from 'zustand';
import { type ToyPoint, toyOutput, toyTarget } from '#math/toy/toy';
import { findToyLimits } from '#math/toy/toy-limit';
import { pathThrough } from '#plot/path';
import { Part } from '#ui/figure-context';
import { countOf, type createMemory } from './session';
import { text } from './text';

/** A small picture, in pixels, and how far its inputs and outputs go. */
const SIZE = { width: 60, height: 34 } as const;
const REACH = { x: 2.4, y: 2.4 } as const;

function smallCurve(f: (x: number) => number): string {
  const { width, height } = SIZE;
  const way = Array.from({ length: 61 }, (_, k) => {
    const x = REACH.x * (k / 30 - 1);
    return [(width * k) / 60, (height / 2) * (1 - f(x) / REACH.y)] as const;
  });
  return pathThrough([way]);
}

const KINDS = ['channel2', 'channel1', 'copies'] as const;

/** The curve of each end. */
function endCurves() {
  const { channel1, channel2, saddle } = findToyLimits();
  const of = (point: ToyPoint) => smallCurve((x) => toyOutput(point, x));
  return {
    target: smallCurve(toyTarget),
    channel2: of(channel2),
    channel1: of(channel1),
    copies: of(saddle),
  };
}
let curves: ReturnType<typeof endCurves> | undefined;

/** The tally; ends that have not been met are not shown. */
export function Tally({ memory }: { readonly memory: ReturnType<typeof createMemory> }) {
  const met = useStore(memory, (state) => state.met);
  const isAny = Object.keys(met).length > 0;
  if (isAny) curves ??= endCurves();
  return (
    <Part name="tally" level="min" label={text.parts.tally}>
      <div className="train-tally" data-any={isAny}>
        <span className="train-tally-title">{text.tally.title}</span>
        <ul>
          {KINDS.map((kind) => {
            const count = countOf(met, kind);
            const name = count === 0 ? text.tally.unseen : text.tally.times(text.tally[kind], count);
            return (
              <li
                key={kind}
                className={`train-small-${kind}`}
                data-readout={`train-${kind}`}
                data-value={count}
              >
                <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} aria-hidden="true">
                  {count > 0 && curves ? (
                    <>
                      <path className="train-small-target" d={curves.target} />
                      <path className="train-small-curve" d={curves[kind]} />
                    </>
                  ) : (
                    <text x={SIZE.width / 2} y={SIZE.height / 2}>
                      ?
                    </text>
                  )}
                </svg>
                <span className={count === 0 ? 'visually-hidden' : undefined}>{name}</span>
              </li>
            );
          })}
        </ul>
      </div>
    </Part>
  );
}
