/** A figure in words: to be unfolded, and spoken after a pause in the changes. */
import { useEffect, useRef } from 'react';
import { useFigureSettings, useOffer, useShown } from './figure-context';
import { strings } from './strings';
import './figure-description.css';

interface FigureDescriptionProps {
  /** The words as they are now. */
  readonly words: () => string;
  /** What the words follow: stores and sources. Keep the list the same from render to render. */
  readonly watched: readonly { subscribe(listener: () => void): () => void }[];
}

/** Milliseconds without a change after which the figure is spoken. */
const PAUSE = 600;

/** The description; nothing renders while the figure is moved. */
export function FigureDescription({ words, watched }: FigureDescriptionProps) {
  const shown = useRef<HTMLParagraphElement>(null);
  const spoken = useRef<HTMLParagraphElement>(null);
  const latest = useRef(words);
  latest.current = words;
  useOffer({ words });
  const { composition } = useFigureSettings();
  const isShown = useShown('description', 'full', strings.figure.parts.description);
  useEffect(() => {
    let timer: number | undefined;
    const write = () => {
      const text = latest.current();
      for (const element of [shown.current, spoken.current]) {
        if (element && element.textContent !== text) element.textContent = text;
      }
    };
    const speak = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(write, PAUSE);
    };
    speak();
    const ends = watched.map((one) => one.subscribe(speak));
    return () => {
      for (const end of ends) end();
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
