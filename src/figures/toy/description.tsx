/** The figure in words, spoken after a pause in the changes. */
import { useEffect, useRef } from 'react';
import type { FigureStore } from '#state/figure-store';
import { describeToy } from './describe';
import type { ToySchema } from './schema';
import type { ToySession } from './session';
import { text } from './text';

interface DescriptionProps {
  readonly store: FigureStore<ToySchema>;
  readonly session: ToySession;
}

const PAUSE = 600;

/** The description. */
export function Description({ store, session }: DescriptionProps) {
  const shown = useRef<HTMLParagraphElement>(null);
  const spoken = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    let timer: number | undefined;
    const speak = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        const words = describeToy(store.values(), session.api.getState());
        for (const element of [shown.current, spoken.current]) {
          if (element && element.textContent !== words) element.textContent = words;
        }
      }, PAUSE);
    };
    speak();
    const ends = [
      store.api.subscribe(speak),
      session.api.subscribe((now, before) => {
        const hasNews =
          now.limits !== before.limits || now.runs !== before.runs || now.edge?.end !== before.edge?.end;
        if (hasNews) speak();
      }),
    ];
    return () => {
      for (const end of ends) end();
      window.clearTimeout(timer);
    };
  }, [store, session]);
  return (
    <>
      <details className="figure-description">
        <summary>{text.described}</summary>
        <p ref={shown} data-readout="description" />
      </details>
      <p className="visually-hidden" aria-live="polite" ref={spoken} data-readout="spoken" />
    </>
  );
}
