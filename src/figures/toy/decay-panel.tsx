/** Where a little weight decay puts the optima. */
import { useMemo } from 'react';
import type { FigureStore } from '#state/figure-store';
import { readableText } from '#state/number-text';
import { NumberControl } from '#ui/number-control';
import { useSource } from '#ui/source';
import { lossText } from './describe';
import { handles } from './handles';
import { writeSentence } from './names';
import type { ToySchema } from './schema';
import type { Session, ToySession } from './session';
import { bothSource } from './sources';
import { text } from './text';

function write(element: HTMLElement, session: Session | undefined): void {
  for (const channel of [1, 2] as const) {
    const line = element.querySelector<HTMLElement>(`[data-readout="optimum-${channel}"]`);
    if (!line) continue;
    const optimum = session?.optima[channel];
    line.dataset.value = optimum?.kind === 'minimum' ? String(optimum.gamma) : '';
    line.dataset.verdict = optimum?.kind ?? '';
    const words = !optimum
      ? channel === 1 && session?.decay === 0
        ? text.decayed.none
        : ''
      : optimum.kind === 'minimum'
        ? text.decayed.minimum(
            channel,
            readableText(optimum.gamma),
            readableText(optimum.outputDifference),
            lossText(optimum.loss),
          )
        : optimum.kind === 'beyond'
          ? text.decayed.beyond(channel)
          : text.decayed.gone(channel);
    writeSentence(line, words);
  }
}

interface DecayPanelProps {
  readonly store: FigureStore<ToySchema>;
  readonly session: ToySession;
}

/** The slider and where it puts the optima. */
export function DecayPanel({ store, session }: DecayPanelProps) {
  const source = useMemo(() => bothSource(store, session, (now) => now), [store, session]);
  const root = useSource<HTMLElement, Session>(source, write);
  return (
    <section className="toy-decay" ref={root} aria-label={text.decayed.title}>
      <NumberControl store={store} handle={handles.decay} words={text.decay.words}>
        <span className="symbol">λ</span>
      </NumberControl>
      <p className="toy-sentence" data-readout="optimum-1" data-verdict="" />
      <p className="toy-sentence" data-readout="optimum-2" data-verdict="" />
    </section>
  );
}
