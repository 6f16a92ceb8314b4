/** The point where values are read, for keyboard and screen readers; the picture draws its dot. */
import { type ReactNode, type Ref, useImperativeHandle } from 'react';
import { HALF_WIDTH } from '#math/network/inputs';
import type { FigureStore } from '#state/figure-store';
import { readableText, vectorText } from '#state/number-text';
import { isLocked, useFigureSettings } from '#ui/figure-context';
import { arrowStep } from '#ui/gestures';
import { setAttributes, useLive } from '#ui/live';
import type { PairSchema } from './schema';
import { text } from './text';

interface ProbeProps {
  readonly store: FigureStore<PairSchema>;
  /** The element, to be placed over the point. */
  readonly ref: Ref<HTMLDivElement>;
  /** What is drawn there. */
  readonly children?: ReactNode;
}

/** A slider over both inputs: arrow keys move the point. */
export function Probe({ store, ref, children }: ProbeProps) {
  const locked = isLocked(useFigureSettings(), store, 'at');
  const element = useLive<HTMLDivElement, PairSchema>(store, (target, values) => {
    const place = vectorText(values.at.map((entry) => readableText(entry)));
    setAttributes(target, { 'aria-valuetext': `x = ${place}`, 'aria-valuenow': String(values.at[0]) });
  });
  useImperativeHandle(ref, () => element.current as HTMLDivElement, [element]);
  return (
    <div
      className="probe"
      ref={element}
      role="slider"
      tabIndex={0}
      aria-label={text.probe}
      aria-valuenow={0}
      aria-valuemin={-HALF_WIDTH}
      aria-valuemax={HALF_WIDTH}
      aria-disabled={locked || undefined}
      data-param="at"
      onKeyDown={(event) => {
        const step = arrowStep(event, 2 * HALF_WIDTH);
        if (!step) return;
        event.preventDefault();
        store.set({ at: store.values().at.map((entry, k) => entry + (step[k] ?? 0)) });
      }}
    >
      {children}
    </div>
  );
}
