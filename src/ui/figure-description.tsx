/** A figure in words: to be unfolded, and spoken after a pause in the changes that the reader made. */
import { useEffect, useRef } from 'react';
import { useFigureSettings, useOffer, useShown } from './figure-context';
import { writeWords } from './live';
import { strings } from './strings';
import './figure-description.css';

interface FigureDescriptionProps {
  /** Settings of the figure; a change of them comes from the reader, a phrase or the host. */
  readonly store: { readonly api: Watched };
  /** The words as they are now. */
  readonly words: () => string;
  /** What the words follow besides: stores and sources. Keep the list the same from render to render. */
  readonly watched?: readonly Watched[];
}

interface Watched {
  subscribe(listener: () => void): () => void;
}

const NONE: readonly Watched[] = [];

/** Milliseconds without a change after which the figure is spoken. */
const PAUSE = 600;

/** The description; nothing renders while the figure is moved. */
export function FigureDescription({ store, words, watched = NONE }: FigureDescriptionProps) {
  const shown = useRef<HTMLParagraphElement>(null);
  const spoken = useRef<HTMLParagraphElement>(null);
  const latest = useRef(words);
  latest.current = words;
  useOffer({ words });
  const { composition } = useFigureSettings();
  const isShown = useShown('description', 'full', strings.figure.parts.description);
  useEffect(() => {
    let timer: number | undefined;
    // What a figure computes by itself when it comes near is not spoken: the reader is elsewhere in the text.
    let isAsked = false;
    const write = () => {
      const text = latest.current();
      for (const element of isAsked ? [shown.current, spoken.current] : [shown.current]) {
        if (element) writeWords(element, text);
      }
    };
    const wait = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(write, PAUSE);
    };
    const ask = () => {
      // Nor is what the figure shows as the text is read: the text says it.
      isAsked ||= !spoken.current?.closest('[data-reading]');
      wait();
    };
    const onAct = (event: MouseEvent | KeyboardEvent) => {
      isAsked ||= !('key' in event && event.key === 'Tab');
    };
    wait();
    const ends = [store.api.subscribe(ask), ...watched.map((one) => one.subscribe(wait))];
    const figure = spoken.current?.closest<HTMLElement>('[data-figure]');
    figure?.addEventListener('keydown', onAct);
    figure?.addEventListener('click', onAct);
    return () => {
      for (const end of ends) end();
      figure?.removeEventListener('keydown', onAct);
      figure?.removeEventListener('click', onAct);
      window.clearTimeout(timer);
    };
    // Lists with the same entries are the same list.
    // biome-ignore lint/correctness/useExhaustiveDependencies: the entries are what counts
  }, watched);
  return (
    <>
      {isShown && (
        <details className="figure-description">
          <summary>{strings.figure.described}</summary>
          <p ref={shown} data-readout="description" />
        </details>
      )}
      {composition !== 'still' && (
        <p className="visually-hidden" aria-live="polite" ref={spoken} data-readout="spoken" />
      )}
    </>
  );
}
