/** Epsilon as a number, where no slider says it. */
import type { FigureStore } from '#state/figure-store';
import type { Schema, Values } from '#state/schema';
import { useFrame, useShown } from './frame';
import { Readout } from './readout';
import { Sym } from './symbol';

interface EpsilonReadoutProps<S extends Schema> {
  readonly store: FigureStore<S>;
  /** What the part is called where an author leaves parts out. */
  readonly label: string;
  readonly value: (values: Values<S>) => number;
}

/** The number; nothing beside the slider. */
export function EpsilonReadout<S extends Schema>({ store, label, value }: EpsilonReadoutProps<S>) {
  const { controls, hide } = useFrame();
  const isShown = useShown('epsilon', 'view', label);
  if (!isShown || (controls !== 'none' && !hide.has('eps'))) return null;
  return (
    <p className="figure-number">
      <Sym name="epsilon" /> = <Readout store={store} name="epsilon" value={value} />
    </p>
  );
}
