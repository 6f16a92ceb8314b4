/** A number that follows the store. */
import type { FigureStore } from '#state/figure-store';
import type { Schema, Values } from '#state/schema';
import { useLive, writeNumber, writeWords } from './live';
import './readout.css';

interface ReadoutProps<S extends Schema> {
  readonly store: FigureStore<S>;
  /** Name for tests and hosts: `data-readout`. */
  readonly name: string;
  readonly value: (values: Values<S>) => number;
  readonly digits?: number;
}

/** One live number. */
export function Readout<S extends Schema>({ store, name, value, digits = 3 }: ReadoutProps<S>) {
  const ref = useLive<HTMLElement, S>(store, (element, values) =>
    writeNumber(element, value(values), digits),
  );
  return <span className="readout" data-readout={name} ref={ref} />;
}

interface TextReadoutProps<S extends Schema> {
  readonly store: FigureStore<S>;
  readonly name: string;
  readonly value: (values: Values<S>) => string;
  readonly className?: string;
}

/** One live text. */
export function TextReadout<S extends Schema>({ store, name, value, className }: TextReadoutProps<S>) {
  const ref = useLive<HTMLElement, S>(store, (element, values) => writeWords(element, value(values)));
  return <span className={className} data-readout={name} ref={ref} />;
}
